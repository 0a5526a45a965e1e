//! A reviewer's way: every page of the survey in its order, whoever is asked it, between a page that says
//! what this is and the ways to send.

/// A page of the reviewer's program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What this is, and who the person is.
    Hello,
    /// Asks whether this is the person whose notes are on the phone.
    Who,
    /// The survey's first page.
    First,
    /// A question, or a page between questions, by its place.
    Question(usize),
    /// What is missing.
    Last,
    /// The ways to send.
    Send,
    /// They are sent: thanks, and what happens next.
    Done,
}

/// How many pages there are to look at in a survey with so many questions.
pub fn pages(questions: usize) -> usize {
    questions + 2
}

/// The place of a page among all, from 0.
pub fn number_of(page: Page, questions: usize) -> usize {
    match page {
        Page::Hello | Page::Who => 0,
        Page::First => 1,
        Page::Question(place) => place + 2,
        Page::Last => pages(questions),
        Page::Send => pages(questions) + 1,
        Page::Done => pages(questions) + 2,
    }
}

/// The page at a place. `is_sent`: the notes left the phone as they are.
pub fn page_at(number: usize, questions: usize, is_sent: bool) -> Page {
    let last = pages(questions);
    match number {
        0 => Page::Hello,
        1 => Page::First,
        number if number < last => Page::Question(number - 2),
        number if number == last => Page::Last,
        number if number == last + 2 && is_sent => Page::Done,
        _ => Page::Send,
    }
}
