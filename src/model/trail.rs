//! What somebody did on a screen that keeps data of its own, step by step: for Undo and Redo there.
//!
//! It holds as long as the screen is open. Absent: what a step does, which whoever holds the trail carries out. A
//! draft, the changes and the words have logs of their own (see [`draft`](super::draft) and [`log`](super::log)).

/// Most steps that can be taken back.
const MOST: usize = 200;

/// A step: what was done, and the two ways through it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stride<A> {
    /// What it is called: "Who to ask".
    pub name: String,
    /// What takes it back.
    pub back: A,
    /// What does it again.
    pub forth: A,
}

/// The steps, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail<A> {
    done: Vec<Stride<A>>,
    undone: Vec<Stride<A>>,
    /// The field that the last step was typed in, while nothing else was done since.
    typed: Option<String>,
}

impl<A> Default for Trail<A> {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new(), typed: None }
    }
}

impl<A: Clone> Trail<A> {
    /// Notes what was done. `typed` is the field that it was typed in: typing on there stays one step.
    pub fn did(&mut self, step: Stride<A>, typed: Option<String>) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if typed.is_some() && self.typed == typed => last.forth = step.forth,
            _ => self.done.push(step),
        }
        self.typed = typed;
        let over = self.done.len().saturating_sub(MOST);
        self.done.drain(..over);
    }

    /// The person left the field: what they type next is a new step.
    pub fn stop_typing(&mut self) {
        self.typed = None;
    }

    /// Takes the last step back. What does so is to be done.
    pub fn back(&mut self) -> Option<Stride<A>> {
        self.typed = None;
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// Does the step again that was taken back last.
    pub fn forth(&mut self) -> Option<Stride<A>> {
        self.typed = None;
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }

    /// What Undo would take back, in words.
    pub fn next_back(&self) -> Option<&str> {
        self.done.last().map(|step| step.name.as_str())
    }

    /// What Redo would do again, in words.
    pub fn next_forth(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }
}
