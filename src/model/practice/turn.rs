//! One go at a level: from item to item, first finding what is wrong and then fixing it. And how a go is kept, while
//! it lasts.

use super::{Fault, Level, Score, Verdict, judge};

/// Where somebody is with an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// They look for what is wrong.
    Looking,
    /// They said what is wrong, rightly or not, and fix it.
    Fixing {
        /// Whether they were right.
        was_right: bool,
        /// What became of what they wrote last. `None` before they did.
        verdict: Option<Verdict>,
        /// True once they were shown one way to fix it.
        is_shown: bool,
    },
    /// It is fixed, or there was nothing to fix.
    Settled {
        /// Whether they were right about what is wrong.
        was_right: bool,
    },
    /// All items are settled.
    Finished,
}

/// One go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The place of the item in the level.
    pub at: usize,
    /// Where somebody is with it.
    pub stage: Stage,
    /// How they have done so far.
    pub score: Score,
}

impl Turn {
    /// A new one.
    pub fn begin() -> Turn {
        Turn { at: 0, stage: Stage::Looking, score: Score::default() }
    }

    /// Somebody says what is wrong: the place of that in [`Item::offers`](super::Item::offers).
    pub fn guess(&mut self, level: &Level, place: usize) {
        let (Stage::Looking, Some(item)) = (&self.stage, level.items.get(self.at)) else { return };
        let Some((_, was_right)) = item.offers().get(place).copied() else { return };
        self.score.found += u8::from(was_right);
        self.stage = match item.fault {
            Fault::None => Stage::Settled { was_right },
            _ => Stage::Fixing { was_right, verdict: None, is_shown: false },
        };
    }

    /// Somebody writes it better.
    pub fn write(&mut self, level: &Level, written: &str) {
        let Some(item) = level.items.get(self.at) else { return };
        let Stage::Fixing { was_right, verdict, is_shown } = &mut self.stage else { return };
        let judged = judge(item, written);
        if judged != Verdict::Fixed {
            *verdict = Some(judged);
            return;
        }
        self.score.fixed += u8::from(!*is_shown);
        self.stage = Stage::Settled { was_right: *was_right };
    }

    /// Somebody picks a way to fix it. Comes back with whether it is the right one.
    pub fn pick(&mut self, level: &Level, place: usize) -> bool {
        let fault = level.items.get(self.at).map(|item| &item.fault);
        let Some(Fault::Seen { ways, .. }) = fault else { return false };
        let is_right = ways.get(place).is_some_and(|way| way.is_right);
        let Stage::Fixing { was_right, is_shown, .. } = &mut self.stage else { return false };
        if is_right {
            self.score.fixed += u8::from(!*is_shown);
            self.stage = Stage::Settled { was_right: *was_right };
        } else {
            // Whoever tries them all in turn does find it.
            *is_shown = true;
        }
        is_right
    }

    /// Somebody asks to see one way to fix it.
    pub fn show(&mut self) {
        if let Stage::Fixing { is_shown, .. } = &mut self.stage {
            *is_shown = true;
        }
    }

    /// Goes on to the next item, also from one that is not fixed.
    pub fn go_on(&mut self, level: &Level) {
        if matches!(self.stage, Stage::Looking | Stage::Finished) {
            return;
        }
        self.at += 1;
        self.stage = if self.at < level.items.len() { Stage::Looking } else { Stage::Finished };
    }
}

/// The number of the form in which a go is kept.
const FORM: &str = "1";

/// A go as it is kept, so that a page that is loaded anew goes on with it: a line of numbers, and below it what was
/// written last.
pub fn write(level: u8, turn: &Turn, written: &str) -> String {
    let (stage, was_right, is_shown) = match turn.stage {
        Stage::Looking => (0, false, false),
        Stage::Fixing { was_right, is_shown, .. } => (1, was_right, is_shown),
        Stage::Settled { was_right } => (2, was_right, false),
        Stage::Finished => (3, false, false),
    };
    let Score { found, fixed } = turn.score;
    let numbers = [u8::from(was_right), u8::from(is_shown), found, fixed];
    let numbers: Vec<String> = numbers.iter().map(u8::to_string).collect();
    format!("{FORM} {level} {} {stage} {}\n{written}", turn.at, numbers.join(" "))
}

/// A go at this level that was kept. `None` for what is none: then the level begins.
pub fn read(number: u8, level: &Level, kept: &str) -> Option<(Turn, String)> {
    let (line, written) = kept.split_once('\n')?;
    let numbers = line.strip_prefix(FORM)?.strip_prefix(' ')?;
    let numbers: Vec<u8> =
        numbers.split(' ').map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let [of, at, stage, was_right, is_shown, found, fixed] = numbers[..] else { return None };
    let item = level.items.get(usize::from(at))?;
    let fits = of == number && found <= at + 1 && fixed <= at + 1 && was_right < 2 && is_shown < 2;
    let (was_right, is_shown) = (was_right == 1, is_shown == 1);
    let stage = match stage {
        0 => Stage::Looking,
        1 if item.fault != Fault::None => Stage::Fixing { was_right, verdict: None, is_shown },
        2 => Stage::Settled { was_right },
        _ => return None,
    };
    let turn = Turn { at: usize::from(at), stage, score: Score { found, fixed } };
    fits.then(|| (turn, written.to_owned()))
}
