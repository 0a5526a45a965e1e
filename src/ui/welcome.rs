//! What a person reads before the first question: what it is, whose it is, how long it takes,
//! that they don't have to, who will see it, and how their answers are looked after.

use super::el::{El, el};
use super::heading::{Level, heading};
use super::icon::{CLOCK, EYE, HAND, Icon, PEOPLE, drawing};
use super::picture::large;
use super::question::Stand;
use crate::model::path::Count;
use crate::model::plain_text::isolated;
use crate::model::survey::Survey;
use crate::model::web_address::host_of;
use crate::model::words::{Word, Words};

/// The welcome text and its facts. The button to start is the caller's. `questions` is how many this
/// person may meet, and `day` says a day, given in days since 1970-01-01, in the person's language.
pub fn welcome(
    survey: &Survey,
    words: &Words,
    questions: Count,
    stand: Stand,
    day: impl Fn(u32) -> String,
) -> Vec<El> {
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
    let logo = large(stand.pictures, &survey.notice.logo, &survey.notice.logo_alt);
    let mut page: Vec<El> = logo.into_iter().collect();
    page.push(heading(stand.level, stand.heading).text(survey.title.clone()));
    if !survey.organisation.is_empty() {
        let whose = words.fill(Word::By, &[&survey.organisation]);
        page.push(el("p").class("whose say").attr("dir", "auto").text(whose));
    }
    if !survey.welcome.is_empty() {
        page.push(el("p").class("words say").attr("dir", "auto").text(survey.welcome.clone()));
    }
    let who_sees = fact_if(EYE, &survey.who_sees);
    let facts = el("ul")
        .class("facts")
        .attr("role", "list")
        .child(fact(CLOCK, &long.join(" ")))
        .children(fact_if(HAND, words.say(Word::YouChoose)))
        .children(fact_if(PEOPLE, words.say(Word::HelpIsFine)))
        .children(who_sees);
    page.push(facts);
    page.extend(looked_after(survey, words, stand.level, survey.notice.keep_until.map(day)));
    let ask = &survey.notice.ask;
    page.extend((!ask.is_empty()).then(|| said(words.fill(Word::AskThem, &[&isolated(ask)]))));
    page
}

/// How answers are looked after, where that is said.
fn looked_after(survey: &Survey, words: &Words, level: Level, until: Option<String>) -> Option<El> {
    let link = &survey.notice.privacy_link;
    let link = host_of(link).map(|host| {
        let link = el("a").attr("href", link.clone()).attr("target", "_blank");
        let link = link.attr("rel", "noopener noreferrer").attr("dir", "auto");
        el("p").child(link.text(words.fill(Word::ReadMore, &[host])))
    });
    let privacy = &survey.notice.privacy;
    let all = [
        (!privacy.is_empty()).then(|| said(privacy.clone())),
        until.map(|day| said(words.fill(Word::KeptUntil, &[&day]))),
        link,
    ];
    let title = el(level.below()).class("say").text(words.say(Word::PrivacyTitle));
    let is_said = all.iter().any(Option::is_some);
    let card = || el("section").class("looked-after").child(title);
    is_said.then(|| card().children(all.into_iter().flatten()))
}

fn said(text: String) -> El {
    el("p").class("words say").attr("dir", "auto").text(text)
}

/// `None` for what an organiser leaves out.
fn fact_if(icon: Icon, text: &str) -> Option<El> {
    (!text.is_empty()).then(|| fact(icon, text))
}

fn fact(icon: Icon, text: &str) -> El {
    let text = el("span").class("words say").attr("dir", "auto").text(text.to_owned());
    el("li").child(drawing(icon)).child(text)
}
