//! One question with its way to answer, in native controls.
//!
//! The question is the heading, and names the group of the choices below it. It is no legend: a heading in one
//! is said twice when the page puts the focus there, once as the name of the group.
//! Absent: next and back (see `survey_page`), and what becomes of an answer.

mod choices;
mod explained;
pub mod media;
mod ranking;
mod sorting;
mod typed;

use super::el::{El, announced, el};
use super::heading::{Level, heading};
use super::picture::{self, Pictures};
use crate::model::answer::{self, Answer, Wrong};
use crate::model::survey::{Kind, Meaning, Question};
use crate::model::words::{Word, Words};
use explained::{explained, hears_taps};
use leptos::prelude::*;

/// The id of the heading that a new page puts the focus on.
pub const HEADING: &str = "heading";
/// The id of the first field or choice, which an error leads to.
pub const FIELD: &str = "field";

/// What the id of the words ends with that say what is wrong.
const WRONG: &str = "-wrong";

/// Reads the answer so far, and is heard when it changes. Not a `Signal`: that could be a memo
/// too, and phones would download the code of memos for nothing.
pub type Given = Callback<(), Option<Answer>>;

/// Where a page stands: in the page itself, or in the preview of it.
#[derive(Clone, Copy)]
pub struct Stand {
    /// How deep the question stands as a heading.
    pub level: Level,
    /// The id of the heading, so that the page can put the focus on it.
    pub heading: &'static str,
    /// The id of the first field or choice.
    pub field: &'static str,
    /// Where its pictures are.
    pub pictures: Pictures,
}

/// A question to be answered.
#[derive(Clone)]
pub struct Form {
    /// In the language of the person, with earlier answers filled in.
    pub question: Question,
    /// Hard words that can be tapped.
    pub meanings: Vec<Meaning>,
    /// The app's own words.
    pub words: Words,
    /// The answer so far.
    pub answer: Given,
    /// Called with every new answer, `None` when it was emptied.
    pub on_answer: Callback<Option<Answer>>,
    /// What is wrong with the answer, once the person went on with it.
    pub wrong: Option<Wrong>,
    /// Moves the focus to the element with this id: where a button goes away when it is pressed.
    pub focus: Callback<&'static str>,
    /// Where it stands.
    pub stand: Stand,
    /// Draws what not all surveys have, so a phone fetches it after the first page.
    pub later: Callback<(Form, Piece), Vec<El>>,
}

/// A piece of a question's page that not all surveys have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The cards of a question that is answered by putting them in order or in places, and the boxes of a date:
    /// see [`arranged`].
    Cards,
    /// Its own sound or video: see [`media`].
    Media,
}

/// A question and its answer.
pub fn question_form(form: Form) -> El {
    let kind = form.question.kind;
    // One field has the heading as its label. Everything else is a group.
    let is_group = kind.asks() && (!kind.is_typed() || kind.is_date());
    // Which word's meaning is open.
    let open = RwSignal::new(None::<usize>);
    let (heading, rest, described_by) = head(&form, is_group, open);
    let asking = el("div").class("asking").child(heading).children(rest);
    let has_words = explained::has_some(&form.question, &form.meanings, &form.words);
    let asking = if has_words { hears_taps(asking, open) } else { asking };
    let (answer, words) = (form.answer, form.words);
    // What a tick cleared.
    let cleared = RwSignal::new(String::new());
    let kept = StoredValue::new(form.question.clone());
    let complains = form.wrong.is_some();
    let told = move || {
        let given = answer.run(());
        if let Some((left, most)) = given.as_ref().and_then(|given| given.few_left(kind)) {
            let (word, number) =
                if left == 0 { (Word::Full, most) } else { (Word::LettersLeft, left) };
            return words.fill(word, &[&number.to_string()]);
        }
        match kept.with_value(|question| answer::wrong(question, given.as_ref())) {
            Some(wrong @ Wrong::TooMany { .. }) if !complains => wrong.says(&words),
            _ => cleared.get(),
        }
    };
    let tells = kind.is_typed() && !kind.is_date() || kind.picks_many() || form.question.other;
    let answers = if is_group {
        el("fieldset")
            .class("answers")
            .attr("aria-labelledby", form.stand.heading)
            .attr_if("aria-describedby", described_by.clone())
    } else {
        el("div").class("answers")
    };
    let answers = match kind {
        Kind::Information | Kind::Section => return asking,
        kind if kind.is_date() || matches!(kind, Kind::Ranking | Kind::Sorting) => {
            let form = form.clone();
            answers.live(move || form.later.run((form.clone(), Piece::Cards)))
        }
        kind if kind.is_typed() => answers.child(typed::field(&form, &described_by)),
        _ => answers.children(choices::choices(&form, cleared)),
    };
    let told = announced("status", move || {
        let told = told();
        let line = |text| el("p").class("notice say").text(text);
        Some(told).filter(|told| !told.is_empty()).map(line).into_iter().collect()
    });
    asking.child(answers.children(tells.then_some(told)))
}

/// The cards of a question that is answered by putting them in order or in places, and the boxes of a date.
pub fn arranged(form: Form) -> Vec<El> {
    match form.question.kind {
        kind if kind.is_date() => vec![typed::date(&form)],
        Kind::Sorting => sorting::sorting(&form),
        _ => ranking::ranking(&form),
    }
}

/// Each piece as it is drawn where nothing has to be fetched. What is played is among the photos.
pub fn piece((form, piece): (Form, Piece)) -> Vec<El> {
    match piece {
        Piece::Cards => arranged(form),
        Piece::Media => media::media(&form, form.stand.pictures.photo(&form.question.media)),
    }
}

/// What stands above the field or the choices: the heading; picture, sound or video, hint, the meaning of a word,
/// how to answer, what is wrong; and the ids of what describes the field or group. `open` says which meaning.
///
/// Screen readers say what describes a field, but seldom what describes a group. So the hint and how to answer
/// describe a group's heading instead, which a new page reads out, with which question it is.
fn head(
    form: &Form,
    is_group: bool,
    open: RwSignal<Option<usize>>,
) -> (El, Vec<El>, Option<String>) {
    let Form { question, meanings, words, stand, .. } = form;
    let title = heading(stand.level, stand.heading);
    let title = explained(title, question.asks(words), meanings, open);
    let mut rest = Vec::new();
    rest.extend(picture::large(stand.pictures, &question.picture, &question.picture_alt));
    if !question.media.is_empty() {
        let form = form.clone();
        let media = el("div").class("media");
        rest.push(media.live(move || form.later.run((form.clone(), Piece::Media))));
    }
    let mut ids: Vec<String> = Vec::new();
    let mut part = |class: &'static str, name: &str| {
        ids.push([stand.field, name].concat());
        el("p").class(class).id(ids.last().cloned().unwrap_or_default())
    };
    if !question.hint.is_empty() {
        let hint = part("hint words say", "-hint").attr("dir", "auto");
        rest.push(explained(hint, &question.hint, meanings, open));
    }
    if !meanings.is_empty() {
        let texts = [question.asks(words), &question.hint];
        rest.extend(explained::ways(texts, meanings, *words, open));
        rest.push(explained::meaning(meanings.clone(), *words, open));
    }
    if let Some(how) = how_to_answer(question, words) {
        rest.push(part("hint how say", "-how").text(how));
    }
    if let Some(wrong) = form.wrong {
        rest.push(part("wrong say", WRONG).text(wrong.says(words)));
    }
    let mut page = vec![count_id(stand)];
    if is_group {
        let explains = ids.len() - usize::from(form.wrong.is_some());
        page.extend(ids.drain(..explains));
        // The first card is said with the question. Each after it is said as it comes.
        page.extend((question.kind == Kind::Sorting).then(|| sorting::card_id(stand)));
    }
    let title = title.attr_if("aria-describedby", question.kind.asks().then(|| page.join(" ")));
    (title, rest, (!ids.is_empty()).then(|| ids.join(" ")))
}

/// The id of what says which question it is.
pub fn count_id(stand: &Stand) -> String {
    [stand.heading, "-count"].concat()
}

/// What the app says about how to answer, where it is not plain to see.
fn how_to_answer(question: &Question, words: &Words) -> Option<String> {
    match question.kind {
        Kind::Ranking => Some(words.say(Word::RankHow).to_owned()),
        Kind::Number => Some(words.say(Word::NumberHow).to_owned()),
        Kind::Date => Some(words.fill(Word::DateExample, &["23 11 1980"])),
        Kind::Month => Some(words.fill(Word::DateExample, &["11 1980"])),
        kind if kind.picks_many() => Some(question.count_limits().says(words)),
        _ => None,
    }
}
