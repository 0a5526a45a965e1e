//! Lists, tables and headings of a web page or of Word, as lines of text with marks: "• " before an
//! item, "1. " before a numbered one, "# " before a heading, a tab between two cells.
//!
//! The browser's own reader of pages is barred here by the page's policy on trusted types, and it
//! would load pictures. So tags are cut out by hand. Absent: styles, links, pictures and scripts.

use core::mem::take;

/// Longest page that is read. Word writes some fifty times as much as it says.
const LONGEST: usize = 8_000_000;
/// Deepest list that is told from its parent.
const DEEPEST: usize = 6;

/// The text of a page, when it has a list, a table or a heading. `None` when the plain text of it
/// says as much.
pub fn with_marks(html: &str) -> Option<String> {
    if html.len() > LONGEST {
        return None;
    }
    let mut page = Page::default();
    let mut rest = html;
    // Without these no later tag or note ends either, and looking again each time would take long.
    let (mut has_end, mut has_note_end) = (true, true);
    while let Some(at) = rest.find('<') {
        page.say(&rest[..at]);
        rest = &rest[at..];
        if let Some(note) = rest.strip_prefix("<!--").filter(|_| has_note_end) {
            match note.find("-->") {
                Some(end) => rest = &note[end + 3..],
                None => has_note_end = false,
            }
        } else if rest[1..]
            .starts_with(|next: char| next.is_ascii_alphabetic() || "/!?".contains(next))
            && has_end
        {
            match rest.find('>') {
                Some(end) => {
                    page.tag(&rest[1..end]);
                    rest = &rest[end + 1..];
                }
                None => has_end = false,
            }
        } else {
            page.say("<");
            rest = &rest[1..];
        }
    }
    page.say(rest);
    page.end_line();
    page.is_made.then_some(page.text)
}

#[derive(Default)]
struct Page {
    text: String,
    /// The line that is read, with what stands before it.
    line: String,
    before: String,
    /// The open lists, with the next number of each that has numbers.
    lists: Vec<Option<u32>>,
    /// The element whose words are not shown.
    hidden: Option<String>,
    /// True inside a cell of a table.
    in_cell: bool,
    /// True once something has a mark.
    is_made: bool,
}

impl Page {
    fn tag(&mut self, tag: &str) {
        let is_end = tag.starts_with('/');
        let tag = tag.trim_start_matches('/');
        let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let name = tag[..end].to_ascii_lowercase();
        if let Some(hidden) = &self.hidden {
            if is_end && *hidden == name {
                self.hidden = None;
            }
            return;
        }
        match &*name {
            "script" | "style" | "title" | "template" | "noscript" | "svg" if !is_end => {
                self.hidden = Some(name);
            }
            "ul" | "ol" | "menu" => self.list(&name, tag, is_end),
            "li" | "option" => {
                self.end_line();
                if !is_end {
                    self.begin_item();
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_line();
                if !is_end && !self.in_cell {
                    self.mark("# ".to_owned());
                }
            }
            "tr" => {
                self.in_cell = false;
                self.end_line();
            }
            "td" | "th" if !is_end => self.begin_cell(),
            "table" => {
                self.in_cell = false;
                self.end_line();
            }
            "input" if is_box(tag) => {
                self.is_made = true;
                self.line.push_str("☐ ");
            }
            // A cell is one line of the text, whatever is in it.
            "br" | "p" | "div" if self.in_cell => self.line.push(' '),
            "p" if !is_end => {
                self.end_line();
                if let Some(level) = level(tag) {
                    self.mark("    ".repeat(level));
                }
            }
            "br" | "p" | "div" | "section" | "article" | "blockquote" | "dt" | "dd" | "hr"
            | "legend" | "fieldset" | "form" | "header" | "footer" | "main" | "label"
            | "select" | "body" | "caption" | "pre" => self.end_line_of(&name),
            _ => {}
        }
    }

    /// A label stands beside its box, and two boxes in one line stay there.
    fn end_line_of(&mut self, name: &str) {
        if name == "label" {
            self.line.push(' ');
        } else {
            self.end_line();
        }
    }

    fn list(&mut self, name: &str, tag: &str, is_end: bool) {
        self.end_line();
        if is_end {
            self.lists.pop();
        } else if self.lists.len() < 100 {
            let start = attribute(tag, "start=").and_then(|start| start.parse().ok());
            self.lists.push((name == "ol").then(|| start.unwrap_or(1)));
        }
    }

    fn begin_item(&mut self) {
        let depth = self.lists.len().clamp(1, DEEPEST) - 1;
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number = number.saturating_add(1);
                format!("{}. ", *number - 1)
            }
            _ => "• ".to_owned(),
        };
        self.mark(["    ".repeat(depth), mark].concat());
    }

    fn begin_cell(&mut self) {
        if self.in_cell {
            self.line.push('\t');
        }
        (self.in_cell, self.is_made) = (true, true);
    }

    fn mark(&mut self, mark: String) {
        self.before = mark;
        self.is_made = true;
    }

    /// Words. What only breaks lines in the page's source is a space.
    fn say(&mut self, words: &str) {
        if self.hidden.is_some() {
            return;
        }
        let mut rest = words;
        while let Some(at) = rest.find('&') {
            self.say_plain(&rest[..at]);
            let (letter, after) = entity(&rest[at..]);
            self.line.push(letter);
            rest = after;
        }
        self.say_plain(rest);
    }

    fn say_plain(&mut self, words: &str) {
        let plain = |letter: char| if matches!(letter, '\n' | '\r' | '\t') { ' ' } else { letter };
        self.line.extend(words.chars().map(plain));
    }

    fn end_line(&mut self) {
        let line = take(&mut self.line);
        let cells = line.split('\t').map(|cell| {
            // Word sets spaces that don't break after its bullets, in place of a tab.
            let cell = cell.trim_matches([' ', '\u{A0}']);
            let (mark, rest) = cell.split_at(cell.chars().next().map_or(0, char::len_utf8));
            let is_mark = rest.starts_with("\u{A0}\u{A0}") || rest.starts_with(" \u{A0}");
            let rest = rest.split(['\u{A0}', ' ']).filter(|word| !word.is_empty());
            let rest: Vec<&str> = rest.collect();
            let is_apart = cell[mark.len()..].starts_with([' ', '\u{A0}']) && !rest.is_empty();
            let between = if is_mark {
                "\t"
            } else if is_apart {
                " "
            } else {
                ""
            };
            [mark, between, &rest.join(" ")].concat()
        });
        let cells: Vec<String> = cells.collect();
        if cells.iter().all(String::is_empty) {
            // The words of an item may stand in a paragraph of their own.
            return;
        }
        self.text.push_str(&take(&mut self.before));
        self.text.push_str(&cells.join("\t"));
        self.text.push('\n');
    }
}

/// The level of one of Word's items, which are paragraphs there, from 0.
fn level(tag: &str) -> Option<usize> {
    let (_, list) = tag.split_once("mso-list:")?;
    let (_, level) = list.split_once("level")?;
    let level = level.chars().next()?.to_digit(10)?;
    Some((level as usize).clamp(1, DEEPEST) - 1)
}

fn is_box(tag: &str) -> bool {
    attribute(tag, "type=").is_some_and(|kind| {
        kind.eq_ignore_ascii_case("checkbox") || kind.eq_ignore_ascii_case("radio")
    })
}

/// The value of an attribute, up to its quote or a space.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let at = tag.find(name)?;
    let value = tag[at + name.len()..].trim_start_matches(['"', '\'']);
    value.split(['"', '\'', ' ', '/']).next()
}

/// The sign that stands as "&amp;" or "&#8226;" in a page, and what follows it.
fn entity(text: &str) -> (char, &str) {
    const NAMES: [(&str, char); 24] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{A0}'),
        ("bull", '•'),
        ("middot", '·'),
        ("hellip", '…'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("pound", '£'),
        ("euro", '€'),
        ("deg", '°'),
        ("frac12", '½'),
        ("eacute", 'é'),
        ("sect", '§'),
        ("square", '□'),
        ("check", '✓'),
        ("uuml", 'ü'),
    ];
    let body = &text[1..];
    let plain = ('&', body);
    let Some(end) = body.bytes().take(12).position(|byte| byte == b';') else { return plain };
    let (name, after) = (&body[..end], &body[end + 1..]);
    let letter = match name.strip_prefix('#') {
        Some(code) => {
            let code = match code.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => code.parse(),
            };
            code.ok().and_then(char::from_u32)
        }
        None => NAMES.iter().find(|(other, _)| *other == name).map(|(_, letter)| *letter),
    };
    letter.map_or(plain, |letter| (letter, after))
}
