//! Text in XML: whatever people wrote stays text.

use crate::model::plain_text::without_controls;

/// What stands first in each file.
pub const DECLARED: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A text between tags or in an attribute. What no XML file may hold is left out (XML 1.0, 2.2).
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in without_controls(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            letter => out.push(letter),
        }
    }
    out
}
