//! What a person reads before the first question: what it is, whose it is, how long it takes,
//! that they don't have to, and who will see it.

use super::el::{El, el};
use super::heading::heading;
use super::icon::{CLOCK, EYE, HAND, Icon, PEOPLE, drawing};
use super::question::Stand;
use crate::model::path::Count;
use crate::model::survey::Survey;
use crate::model::words::{Word, Words};

/// The welcome text and its facts. The button to start is the caller's. `questions` is how many this
/// person may meet.
pub fn welcome(survey: &Survey, words: &Words, questions: Count, stand: Stand) -> Vec<El> {
    let number = |one, many, number: usize| match number {
        1 => words.say(one).to_owned(),
        number => words.fill(many, &[&number.to_string()]),
    };
    let long = [
        number(
            Word::Questions1,
            if questions.about { Word::QuestionsAbout } else { Word::Questions },
            questions.of,
        ),
        number(Word::Minutes1, Word::Minutes, survey.minutes()),
    ];
    let mut page = vec![heading(stand.level, stand.heading).text(survey.title.clone())];
    if !survey.organisation.is_empty() {
        let whose = words.fill(Word::By, &[&survey.organisation]);
        page.push(el("p").class("whose say").attr("dir", "auto").text(whose));
    }
    if !survey.welcome.is_empty() {
        page.push(el("p").class("words say").attr("dir", "auto").text(survey.welcome.clone()));
    }
    let who_sees = (!survey.who_sees.is_empty()).then(|| fact(EYE, &survey.who_sees));
    let facts = el("ul")
        .class("facts")
        .attr("role", "list")
        .child(fact(CLOCK, &long.join(" ")))
        .child(fact(HAND, words.say(Word::YouChoose)))
        .child(fact(PEOPLE, words.say(Word::HelpIsFine)))
        .children(who_sees);
    page.push(facts);
    page
}

fn fact(icon: Icon, text: &str) -> El {
    let text = el("span").class("words say").attr("dir", "auto").text(text.to_owned());
    el("li").child(drawing(icon)).child(text)
}
