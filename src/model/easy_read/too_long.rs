//! Questions that do not fit on the screen of a phone. What is further down is not seen.

use super::choices::own;
use super::text::finding;
use super::{Finding, Rule, Severity};
use crate::model::draft::DraftQuestion;
use crate::model::piping::without_answers;

/// What a phone of 360 by 740 pixels shows between the top and the buttons, in pixels.
const SCREEN: usize = 560;
/// Letters on a line: of the question, of a hint, of a choice.
const ON_A_LINE: [usize; 3] = [24, 32, 24];
/// Pixels of a line of the question, of a line of other text, and around each choice.
const PIXELS: [usize; 3] = [36, 30, 26];
/// Pixels of a picture with the room around it.
const PICTURE: usize = 130;

/// When a question takes more than one screen.
pub fn check(question: &DraftQuestion, found: &mut Vec<Finding>) {
    let lines = |text: &str, letters: usize| -> usize {
        let lines = without_answers(text);
        lines.lines().map(|line| line.chars().count().div_ceil(letters).max(1)).sum()
    };
    let mut height = lines(&question.text, ON_A_LINE[0]) * PIXELS[0];
    height += lines(&question.hint, ON_A_LINE[1]) * PIXELS[1];
    height += usize::from(!question.picture.is_empty()) * PICTURE;
    if question.kind.has_choices() {
        let choice = |says: &str| lines(says, ON_A_LINE[2]) * PIXELS[1] + PIXELS[2];
        height += own(question).map(|(_, says)| choice(&says)).sum::<usize>();
    }
    if height > SCREEN {
        let severity = if height > 2 * SCREEN { Severity::Amber } else { Severity::Note };
        let why = "This is more than fits on the screen of a phone. Make it shorter, or make 2 \
                   questions of it.";
        found.push(finding(Rule::TooLong, severity, &(0..0), why.into()));
    }
}
