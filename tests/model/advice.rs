//! The advice on a draft that changes.

use crate::support::{Tab, set_text};
use ask_together::model::advice::{AdviceItem, Known, about};
use ask_together::model::draft::{Change, Place};
use ask_together::model::easy_read::{Rule, Severity};
use ask_together::model::edit::Card;
use ask_together::model::id::QuestionId;

/// A hard word, which advice is about.
const HARD: &str = "Do you utilise it?";

fn items(tab: &Tab, card: Card) -> Vec<AdviceItem> {
    let content = tab.draft.content();
    AdviceItem::all(content, about(content, card))
}

#[test]
fn a_card_has_the_advice_about_its_own_words() {
    let mut tab = Tab::new(1);
    let id = tab.adds_question(None, HARD);
    tab.does(set_text(Place::Welcome, "We utilise what you say."));
    let hard = |card| {
        let found =
            items(&tab, card).into_iter().filter(|item| item.finding.rule == Rule::HardWord);
        found.map(|item| item.finding.place).collect::<Vec<_>>()
    };
    assert_eq!(hard(Card::Question(id)), [Place::Question(id)]);
    assert_eq!(hard(Card::Welcome), [Place::Welcome]);
    assert!(hard(Card::Words).is_empty());
}

#[test]
fn an_item_says_which_words_and_whether_people_live_with_it() {
    let mut tab = Tab::new(1);
    let id = tab.adds_question(None, HARD);
    let hard = |tab: &Tab| {
        let mut all = items(tab, Card::Question(id));
        all.retain(|item| item.finding.rule == Rule::HardWord);
        all.pop().expect("a hard word")
    };
    let item = hard(&tab);
    assert_eq!((&*item.words, item.is_whole_text, item.is_aside), ("utilise", false, false));
    tab.does(Change::SetAside(item.aside()));
    assert!(hard(&tab).is_aside);
    tab.does(set_text(Place::Question(id), "Utilise?"));
    assert!(hard(&tab).is_whole_text);
}

/// How many pieces a question has that are more than notes.
fn open(tab: &Tab, id: QuestionId) -> usize {
    let all = items(tab, Card::Question(id)).into_iter();
    all.filter(|item| item.finding.severity > Severity::Note && !item.is_aside).count()
}

#[test]
fn counts_are_caught_up_with_a_few_questions_at_a_time() {
    let mut tab = Tab::new(1);
    let mut last = None;
    for _ in 0..30 {
        last = Some(tab.adds_question(last, HARD));
    }
    let mut known = Known::default();
    assert!(known.catch_up(tab.draft.content()), "more are left");
    assert_eq!(known.counts(tab.draft.content()).len(), 20);
    assert!(!known.catch_up(tab.draft.content()));
    let counts = known.counts(tab.draft.content());
    assert_eq!(counts.len(), 30);
    let id = last.expect("a question");
    assert_eq!(counts[&id], open(&tab, id));
    tab.does(set_text(Place::Question(id), "Use?"));
    assert!(!known.catch_up(tab.draft.content()), "one is soon looked at");
    let now = known.counts(tab.draft.content()).get(&id).copied().unwrap_or(0);
    assert_eq!(now, open(&tab, id));
}
