//! Words that people type or send, without characters that show nothing and that other programs obey, and
//! beside words of ours, which they must not turn.
//!
//! A zero byte in front of `=1` has LibreOffice run it as a formula, past any guard that looks at the first
//! character. A mark that turns the direction of words turns all that follow it on a line, ours too. In the
//! page most texts stand in elements of their own, which keep to themselves; a sentence, a title or a file has
//! no elements (Unicode, UAX 9).

/// Begins words that turn nothing around them, and ends them.
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];
/// Ends words that an older mark turns.
const POP: char = '\u{202c}';

/// The text without control characters (Unicode, general category Cc), but for line ends and tabs.
pub fn without_controls(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect()
}

/// True for a character that nobody sees when it stands alone: spaces, control characters, and those that only
/// work on others (Unicode, Default_Ignorable_Code_Point). Braille's empty cell and fillers of Korean are letters
/// by their category, and show nothing all the same.
pub fn is_unseen(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// True for a text without a word or a sign that anybody sees.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_unseen)
}

/// Words without the spaces around them: nothing at all where nobody sees any.
pub fn trimmed(text: &str) -> String {
    if is_blank(text) { String::new() } else { text.trim().to_owned() }
}

/// True for a character that would end the isolate, or turn what is around it. Marks that only say how they
/// themselves run are none: people who write two scripts need those.
pub fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// True for letters that are written from right to left.
pub fn is_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// A line break stands between words, so it becomes a space. So do all other control characters.
fn calm(letter: char) -> char {
    if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') { ' ' } else { letter }
}

/// Words that people wrote, for a line of ours: whatever is in them, they turn nothing around them.
pub fn isolated(text: &str) -> String {
    let inside = text.chars().filter(|c| !turns(*c)).map(calm);
    [ISOLATE[0]].into_iter().chain(inside).chain([ISOLATE[1]]).collect()
}

/// The same for a line that is written from left to right, such as the organiser's. Words that run that way
/// too stay as they are.
pub fn isolated_in_english(text: &str) -> String {
    let can_turn = |letter| turns(letter) || is_right_to_left(letter);
    if text.contains(can_turn) { isolated(text) } else { text.to_owned() }
}

/// Words that people wrote, as a cell of a table: no mark in them reaches into the next cell. Those that
/// begin something in the cell end there, and those that end nothing go.
pub fn closed(text: &str) -> String {
    let mut open = Vec::new();
    let mut closed = String::new();
    for letter in text.chars() {
        match letter {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(POP),
            '\u{2066}'..='\u{2068}' => open.push(ISOLATE[1]),
            POP if open.last() == Some(&POP) => _ = open.pop(),
            // Whatever began inside of an isolate ends with it.
            '\u{2069}' if open.contains(&letter) => while open.pop() != Some(letter) {},
            POP | '\u{2069}' => continue,
            // A line's end ends them all.
            '\n' => open.clear(),
            _ => {}
        }
        closed.push(letter);
    }
    closed.extend(open.into_iter().rev());
    closed
}

/// True for words in the letters of English alone: what they are where a page is written in others.
pub fn is_latin(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|letter| letter.is_ascii())
}
