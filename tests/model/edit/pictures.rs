//! Pictures of questions and choices.

use super::run;
use crate::support::Tab;
use ask_together::model::edit::pictures::{self, Pictured};

#[test]
fn a_picture_is_given_to_a_question_or_a_choice_and_taken_away() {
    let mut tab = Tab::new(1);
    let question = tab.adds_question(None, "Tea?");
    let choice = tab.choice(question, 0);
    for (of, words) in
        [(Pictured::Question(question), "Tea?"), (Pictured::Choice(question, choice), "Yes")]
    {
        assert_eq!(of.words_beside(tab.draft.content()), words);
        for name in ["1FAD6", ""] {
            run(&mut tab, &pictures::set(of, name.to_owned()));
            assert_eq!(of.picture(tab.draft.content()), name);
        }
    }
}

#[test]
fn what_is_gone_has_no_picture_and_no_words() {
    let tab = Tab::new(1);
    for of in [
        Pictured::Question(crate::support::q(1)),
        Pictured::Choice(crate::support::q(1), crate::support::c(1)),
    ] {
        assert_eq!(of.picture(tab.draft.content()), "");
        assert_eq!(of.words_beside(tab.draft.content()), "");
    }
}
