//! What people paste, open and are sent as text.

use crate::mutate::{golden, mutated, mutated_packet, mutated_text};
use crate::packets::draft;
use crate::steps::Steps;
use ask_together::model::deflate::{deflate, inflate};
use ask_together::model::draft::Draft;
use ask_together::model::id::Author;
use ask_together::model::review::Invitation;
use ask_together::model::survey::Survey;
use ask_together::model::wire::Packet;
use ask_together::model::{given, link, paste};
use std::sync::LazyLock;

/// Most bytes that a link unpacks to.
const MOST: usize = 1 << 20;

fn text_of(name: &str) -> String {
    String::from_utf8(golden(name)).expect("text")
}

/// Links whose packets have changes inside, and then changes in the link itself.
pub fn links(steps: &mut Steps) {
    static ANSWER: LazyLock<String> = LazyLock::new(|| text_of("v2/answer-link.txt"));
    static PACKETS: LazyLock<[Vec<u8>; 3]> = LazyLock::new(|| {
        ["survey", "draft", "invitation"].map(|name| golden(&format!("v1/{name}.bin")))
    });
    let [survey, draft, invitation] = &*PACKETS;
    let fragment = match steps.byte() % 4 {
        0 => ANSWER.clone(),
        1 => link::survey_fragment(&deflate(&mutated_packet(Survey::NAME, survey, steps))),
        2 => link::draft_fragment(&deflate(&mutated_packet(Draft::NAME, draft, steps))),
        _ => link::review_fragment(&deflate(&mutated_packet(Invitation::NAME, invitation, steps))),
    };
    let link = format!("See https://example.org/a/#{fragment}\nBye");
    let link = if steps.is_true() { mutated_text(&link, steps) } else { link };
    read_all(&link);
}

/// Everything that reads links from a text.
fn read_all(text: &str) {
    _ = (link::find_answers(text), link::find_notes(text), link::read_pair(text));
    _ = (link::is_from_others(text), link::has_survey(text), link::has_mark(text));
    _ = (link::sealed_for(text), link::sent(text), link::is_pair(text));
    for read in [link::read_survey(text), link::read_review(text)] {
        if let Some(bytes) = read.ok().and_then(|deflated| inflate(&deflated, MOST).ok()) {
            _ = (Survey::from_packet(&bytes).is_ok(), Invitation::from_packet(&bytes).is_ok());
        }
    }
    for one in link::read_drafts(text).into_iter().flatten() {
        if let Ok(bytes) = inflate(&one.deflated, MOST) {
            _ = Draft::from_packet(&bytes);
        }
    }
}

/// Messages and emails that people paste or drop, with an answer in them.
pub fn messages(steps: &mut Steps) {
    static MESSAGES: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
        let link = text_of("v1/answer-link.txt");
        let quoted = link.replace('=', "=3D").replace("answer", "ans=\r\nwer");
        let html = format!("<html><body><p>Hi &amp; <a href=\"{link}\">{link}</a></body></html>");
        let head = "From: a@example.org\r\nSubject: Answer\r\nMIME-Version: 1.0\r\n";
        let parts = format!(
            "{head}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n--b\r\n\
             Content-Type: text/html\r\n\r\n{html}\r\n--b--\r\n"
        );
        let rtf = format!("{{\\rtf1\\ansi {link}\\par}}");
        vec![
            ("", link.clone().into_bytes()),
            ("message.eml", parts.into_bytes()),
            ("page.html", html.into_bytes()),
            ("message.rtf", rtf.into_bytes()),
            ("mail.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(80)),
            ("mail.zip", b"PK\x03\x04mail".to_vec()),
            ("wide.txt", link.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ]
    });
    let (name, bytes) = steps.pick(&MESSAGES);
    let (other_name, _) = steps.pick(&MESSAGES);
    let bytes = mutated(bytes, steps);
    for name in [name, other_name] {
        let given = given::read(name, &bytes);
        read_all(&given.text);
    }
}

/// Lists of questions that were written elsewhere.
pub fn pasted_lists(steps: &mut Steps) {
    static LISTS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let lists = text_of("ready-made-questions.txt");
        let short: String = lists.lines().take(40).map(|line| format!("{line}\n")).collect();
        let numbered = "1. Do you like tea?\n a) Yes\n b) No\n\n2. Why? ____\n\
                        3) How often?\n* Every day\n* Never\n☐ Other, please say\n";
        let table = "Question\tType\tChoices\nTea?\tYes / No\tYes;No\nAge\tNumber\t\n";
        let html = "<ol><li>Tea?<ul><li>Yes<li>No</ul></li><li style=\"mso-list:l0\">Why?</ol>\
                    <table><tr><td>1</td><td>Good</td></tr></table>";
        vec![short, numbered.to_owned(), table.to_owned(), html.to_owned()]
    });
    let list = steps.pick(&LISTS);
    let list = mutated_text(list, steps);
    let reading = paste::read(&list, &[]);
    let again = mutated_text(&list, steps);
    let rows = paste::read(&again, &reading.rows).rows;
    _ = (paste::choices(&list), paste::trouble(&again, &rows, 3));
    let draft = draft();
    let added = paste::questions(&draft, Author(7), rows.clone(), None);
    assert_eq!(added.len(), rows.iter().filter(|row| row.wanted).count());
}
