//! "You said, we did" as a page of its own: one file that opens in every browser, without this app and without
//! internet. It has no script.
//!
//! Absent: saving it, and fetching the pictures.

use super::field::Standing;
use super::said_did::{Row, Sheet};
use crate::model::plain_text::without_controls;
use core::fmt::Write;

/// What stands over the box with what was measured.
pub const DIFFERENCE: &str = "Did this make a difference?";

/// How it looks, on a screen and on paper: the colours of `style/tokens.css`.
const STYLE: &str = "\
body{margin:0;background:#fffdf7;color:#1b1f2a;font:21px/1.45 \"Atkinson Hyperlegible Next\",system-ui,sans-serif}\
main{max-width:46rem;margin:auto;padding:2rem 1.25rem 4rem}h1{font-size:1.9em;line-height:1.2;margin:0}\
main>p{color:#4a5160;margin:.3em 0 1.4em}ul{list-style:none;margin:0;padding:0}\
li{display:grid;grid-template-columns:5rem 1fr 1fr;gap:1.2rem;align-items:center;background:#fff;\
border:1px solid #d9d5c7;border-radius:14px;padding:1.1rem;margin-bottom:1rem;break-inside:avoid}\
li.plain{grid-template-columns:1fr 1fr}img{width:4.5rem;height:4.5rem}h2,h3,p{margin:0;overflow-wrap:anywhere}\
h2{font-size:1em;color:#0b4f5c}h3{font-size:1em}p+p{margin-top:.4em}.soft{color:#4a5160;font-size:.85em}\
.did{align-self:stretch;border-radius:10px;padding:.8rem 1rem;border:2px solid #d9d5c7;background:#efece0}\
.s0{background:#e3f0f0;border-color:#0b4f5c}.s1,.s2{background:#fff3d6;border-color:#ffbf3c}\
.s4{background:#fff3f6;border-color:#a4133c}\
section{border:2px solid #0b4f5c;border-radius:14px;padding:1rem 1.2rem;background:#fff;break-inside:avoid}\
@media(max-width:40rem){li,li.plain{grid-template-columns:1fr}}\
@media print{@page{size:A4;margin:14mm}body{font-size:14pt;background:none}main{padding:0;max-width:none}\
li,.did{print-color-adjust:exact;-webkit-print-color-adjust:exact}}";

/// The page. `line` stands below its heading: whose it is, and from when. Each picture comes with its name and an
/// address that holds all of it (`data:`).
pub fn page(sheet: &Sheet, line: &str, pictures: &[(String, String)]) -> String {
    let mut page = String::from(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>You said, we did",
    );
    let _ = write!(page, " – {}</title><style>{STYLE}</style></head><body><main>", escaped(line));
    let _ = write!(page, "<h1>You said, we did</h1><p dir=\"auto\">{}</p><ul>", escaped(line));
    for row in &sheet.rows {
        row_of(&mut page, row, pictures);
    }
    page.push_str("</ul>");
    if !sheet.difference.is_empty() {
        let _ = write!(page, "<section><h2>{DIFFERENCE}</h2>");
        for (what, how) in &sheet.difference {
            let _ = write!(page, "<p dir=\"auto\">{}</p>", escaped(what));
            if !how.is_empty() {
                let _ = write!(page, "<p dir=\"auto\" class=\"soft\">{}</p>", escaped(how));
            }
        }
        page.push_str("</section>");
    }
    page.push_str("</main></body></html>\n");
    page
}

fn row_of(page: &mut String, row: &Row, pictures: &[(String, String)]) {
    let picture = pictures.iter().find(|(name, _)| *name == row.picture && !name.is_empty());
    match picture {
        Some((_, address)) => {
            let _ = write!(page, "<li><img alt=\"\" src=\"{}\">", escaped(address));
        }
        None => page.push_str("<li class=\"plain\">"),
    }
    let _ = write!(page, "<div><h2>You said</h2><p dir=\"auto\">{}</p>", escaped(&row.said));
    if !row.people.is_empty() {
        let _ = write!(page, "<p dir=\"auto\" class=\"soft\">{}</p>", escaped(&row.people));
    }
    let Row { standing, did, .. } = row;
    let _ = write!(
        page,
        "</div><div class=\"did s{}\"><h3>{}</h3>",
        standing.place(),
        Standing::name(*standing)
    );
    for text in did {
        let _ = write!(page, "<p dir=\"auto\">{}</p>", escaped(text));
    }
    page.push_str("</div></li>");
}

/// A text that means nothing but itself, in words of a page and in its attributes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in without_controls(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}
