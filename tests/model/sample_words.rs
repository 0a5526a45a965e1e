//! What a group did with the words, with a bit of everything, for the golden file and for every test that needs one.

use ask_together::model::glossary::{Act, Agreed, Field, Glossary, Op, TermId};
use ask_together::model::id::Author;

/// Somebody who writes in the words, at times one millisecond apart.
#[derive(Clone, Debug)]
pub struct Writer {
    pub author: Author,
    pub words: Glossary,
    pub at: u64,
    made: u64,
}

impl Writer {
    pub fn new(author: u32) -> Self {
        let at = 1_800_000_000_000 + u64::from(author) * 500;
        Self { author: Author(author), words: Glossary::default(), at, made: 0 }
    }

    /// Somebody else with a copy of it.
    pub fn shared_with(&self, author: u32) -> Self {
        Self { words: self.words.clone(), ..Writer::new(author) }
    }

    pub fn does(&mut self, act: Act) {
        self.at += 1;
        let edit = self.words.edit(self.author, self.at, act);
        self.words.apply(edit);
    }

    pub fn adds(&mut self) -> TermId {
        self.made += 1;
        let id = TermId(u64::from(self.author.0) << 40 | self.made);
        self.does(Act::Do(vec![Op::Add(id)]));
        id
    }

    pub fn adds_word(&mut self, word: &str, meaning: &str) -> TermId {
        let id = self.adds();
        self.writes(id, Field::Word, word);
        self.writes(id, Field::Meaning, meaning);
        id
    }

    pub fn writes(&mut self, of: TermId, field: Field, text: &str) {
        self.put(of, field, text, false);
    }

    pub fn types(&mut self, of: TermId, field: Field, text: &str) {
        self.put(of, field, text, true);
    }

    fn put(&mut self, of: TermId, field: Field, text: &str, types_on: bool) {
        self.at += 1;
        let by = (self.author, self.at);
        let edit = self.words.write(by, (of, field), text.to_owned(), types_on);
        self.words.apply(edit);
    }

    pub fn agrees(&mut self, of: TermId, who: &str, day: u32) {
        let meaning = self.text(of, Field::Meaning);
        self.does(Act::Do(vec![Op::Agree(of, Agreed { who: who.to_owned(), day, meaning })]));
    }

    pub fn takes_in(&mut self, other: &Self) {
        self.words.merge(other.words.log().iter().cloned());
    }

    pub fn text(&self, of: TermId, field: Field) -> String {
        let content = self.words.content();
        content.term(of).map(|term| term.text(field).to_owned()).unwrap_or_default()
    }
}

/// Two authors, each part of a term, a clash, an undo, a removal of a word of the program.
pub fn words() -> Glossary {
    let mut ours = Writer::new(5);
    let brew = ours.adds_word("brew", "A hot drink ☕.");
    for (field, text) in
        [(Field::IsNot, "A cold drink."), (Field::Picture, "2615"), (Field::Also, "cuppa, tea")]
    {
        ours.writes(brew, field, text);
    }
    ours.agrees(brew, "The tea group", 20_700);
    ours.agrees(brew, "The staff", 20_701);
    let name = ours.words.log().last().expect("an edit").name;
    ours.does(Act::Do(vec![Op::Forget(name, 0)]));
    ours.writes(TermId(1), Field::Meaning, "We do it together.");
    ours.does(Act::Do(vec![Op::Remove(TermId(29))]));
    let mut theirs = ours.shared_with(8);
    theirs.writes(brew, Field::Meaning, "Their words.");
    ours.writes(brew, Field::Meaning, "Our words.");
    let extra = theirs.adds();
    theirs.does(Act::Do(vec![Op::Remove(extra)]));
    let undo = theirs.words.undo(theirs.author).expect("a step");
    theirs.does(undo);
    ours.takes_in(&theirs);
    ours.words
}
