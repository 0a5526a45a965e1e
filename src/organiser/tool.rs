//! The tools of the editor. A leaf, so that the state can say which is open.

/// A tool that opens in a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Questions to pick from.
    ReadyMade,
    /// Equality questions for a nation.
    AboutYou,
    /// A list of questions from somewhere else.
    PasteQuestions,
    /// What was done, and named versions.
    History,
    /// The keys.
    Shortcuts,
}
