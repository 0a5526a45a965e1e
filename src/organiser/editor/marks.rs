//! Marks for earlier answers, as an organiser sees them in a field: `[answer 3]`, where 3 is the
//! number of that question now.
//!
//! What is stored is the mark of [`piping`], which never changes. So a question can move, and the
//! words follow it. A mark whose question is gone shows as `[answer gone]` and is kept: undo may
//! bring the question back.

use crate::model::draft::Content;
use crate::model::id::QuestionId;
use crate::model::piping::{self, Piece};
use core::ops::Range;

/// What stands for a mark whose question is gone, or asks nothing.
const GONE: &str = "[answer gone]";
/// How a mark starts in a field.
const START: &str = "[answer ";

/// A question's mark as the field shows it.
pub fn label(content: &Content, id: QuestionId) -> String {
    content.number_of(id).map_or_else(|| GONE.to_owned(), |number| format!("{START}{number}]"))
}

/// A stored text as the field shows it.
pub fn show(content: &Content, stored: &str) -> String {
    let piece = |piece| match piece {
        Piece::Text(words) => words.to_owned(),
        Piece::Answer(id) => label(content, id),
    };
    // Most texts have no mark, and this runs at every key.
    if stored.contains("[[") {
        piping::pieces(stored).into_iter().map(piece).collect()
    } else {
        stored.to_owned()
    }
}

/// Where a piece of a stored text stands in the text as the field shows it, in bytes. Its ends are
/// outside of marks.
pub fn shown_at(content: &Content, stored: &str, at: Range<usize>) -> Range<usize> {
    let shown = |end| stored.get(..end).map_or(0, |start| show(content, start).len());
    shown(at.start)..shown(at.end)
}

/// What to store for what a field holds, when it held `stored` before. Unknown numbers stay as
/// they are typed.
pub fn read(content: &Content, typed: &str, stored: &str) -> String {
    let mut gone = gone_marks(content, typed, stored).into_iter();
    let mut text = String::new();
    let mut rest = typed;
    while let Some(place) = rest.find(START) {
        let (before, mark) = rest.split_at(place);
        text.push_str(before);
        let found = mark.find(']').and_then(|end| {
            let whole = &mark[..=end];
            let id = if whole == GONE { gone.next() } else { numbered(content, whole) };
            Some((id?, end + 1))
        });
        match found {
            Some((id, end)) => {
                text.push_str(&piping::mark(id));
                rest = &mark[end..];
            }
            None => {
                text.push_str(START);
                rest = &mark[START.len()..];
            }
        }
    }
    text + rest
}

/// The question that a mark like `[answer 3]` names.
fn numbered(content: &Content, mark: &str) -> Option<QuestionId> {
    let digits = mark.strip_prefix(START)?.strip_suffix(']')?;
    let number: usize = digits.parse().ok()?;
    // Only as the field would show it: `[answer 03]` would jump under the caret.
    (number.to_string() == digits).then_some(())?;
    let asking = content.questions.iter().filter(|question| question.kind.asks());
    asking.map(|question| question.id).nth(number.checked_sub(1)?)
}

/// The questions that the marks of gone ones in `typed` stood for. When some were deleted, those
/// before the change keep the first names and those behind it the last.
fn gone_marks(content: &Content, typed: &str, stored: &str) -> Vec<QuestionId> {
    let is_gone = |piece| match piece {
        Piece::Answer(id) if content.number_of(id).is_none() => Some(id),
        _ => None,
    };
    let known: Vec<QuestionId> = piping::pieces(stored).into_iter().filter_map(is_gone).collect();
    let left = typed.matches(GONE).count();
    let Some(lost) = known.len().checked_sub(left) else { return known };
    let shown = show(content, stored);
    let same = shown.bytes().zip(typed.bytes()).take_while(|(a, b)| a == b).count();
    let start = String::from_utf8_lossy(&typed.as_bytes()[..same]).matches(GONE).count();
    [&known[..start.min(left)], &known[start.min(left) + lost..]].concat()
}

/// A shown text with a mark at the caret, and where the caret goes then. Carets count in UTF-16, as
/// browsers do; `None` is the end. The mark keeps a space to the words on its sides.
pub fn put_in(shown: &str, caret: Option<u32>, mark: &str) -> (String, u32) {
    let units = caret.map_or(usize::MAX, |caret| caret as usize);
    let mut passed = 0;
    let at = shown.char_indices().find(|(_, letter)| {
        let here = passed >= units;
        passed += letter.len_utf16();
        here
    });
    let (before, behind) = shown.split_at(at.map_or(shown.len(), |(at, _)| at));
    let sticks = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let space = |sticks: bool| if sticks { " " } else { "" };
    let start = [
        before,
        space(sticks(before.chars().next_back())),
        mark,
        space(sticks(behind.chars().next())),
    ];
    let start = start.concat();
    let caret = start.encode_utf16().count() as u32;
    (start + behind, caret)
}
