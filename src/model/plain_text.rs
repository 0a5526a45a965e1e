//! Words that people type or send, without characters that show nothing and that other programs obey.
//!
//! A zero byte in front of `=1` has LibreOffice run it as a formula, past any guard that looks at the first
//! character. Absent: marks that turn the direction of words; people who write two scripts need those.

/// The text without control characters (Unicode, general category Cc), but for line ends and tabs.
pub fn without_controls(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}
