//! The page of one question: how far along, the question, and the ways on.

use super::el::{El, el};
use super::icon::{BACK, drawing};
use super::question::{Form, count_id, question_form};
use crate::model::answer::Answer;
use crate::model::path::Count;
use crate::model::survey::Kind;
use crate::model::words::{Word, Words};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;

/// Which way a person goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the page before.
    Back,
    /// To the next page, with the answer.
    Next,
    /// To the next page, without.
    Skip,
    /// To the next page, with "I prefer not to say".
    PreferNot,
    /// To the field that has to be mended.
    Mend,
}

/// The id of the summary of what is wrong.
pub const WRONG: &str = "wrong";
/// The ids of its title and of what it says.
const WRONG_TITLE: &str = "wrong-title";
const WRONG_WORDS: &str = "wrong-words";

/// A question with all that is round it: where it stands, the section it is in, if any, and the ways on. The
/// main button says `next`: "Next", or "Save" when one answer is being changed.
pub fn survey_page(form: Form, at: (Count, String), on_way: Callback<Way>, next: Word) -> Vec<El> {
    let Form { words, answer, wrong, .. } = form;
    let (kind, personal) = (form.question.kind, form.question.personal);
    let button = |class: &'static str, way: Way| {
        let button = el("button").attr("type", "button").class(class);
        button.on("click", move |_| on_way.run(way))
    };
    let mut page = vec![progress(at, kind, count_id(&form.stand), &words)];
    if let Some(wrong) = wrong {
        let mend = button("button plain", Way::Mend).text(wrong.says(&words));
        // It gets the focus, and is said with that. As an alert it would be said twice.
        let summary = el("div").class("notice bad summary").id(WRONG).attr("tabindex", "-1");
        let summary = summary.attr("role", "group").attr("aria-labelledby", WRONG_TITLE);
        let title = el("h2").id(WRONG_TITLE).text(words.say(Word::WrongTitle));
        let summary = summary.attr("aria-describedby", WRONG_WORDS).child(title);
        page.push(summary.child(mend.id(WRONG_WORDS)));
    }
    // Enter goes on from a line. A key that is held, and one that picks among a keyboard's offers, do not.
    let goes_on = matches!(kind, Kind::ShortText | Kind::Number);
    let field = form.stand.field;
    let form = question_form(form);
    page.push(if goes_on {
        form.on("keydown", move |event| {
            let event: KeyboardEvent = event.into();
            let is_enter = event.key() == "Enter" && !event.repeat() && !event.is_composing();
            let on: Element = event_target(&event);
            if is_enter && on.id() == field {
                on_way.run(Way::Next);
            }
        })
    } else {
        form
    });
    if personal {
        let said = el("p").class("notice").text(words.say(Word::SaidPreferNot));
        page.push(said.hidden(move || answer.run(()) != Some(Answer::PreferNotToSay)));
    }
    let back = button("button", Way::Back).child(drawing(BACK)).text(words.say(Word::Back));
    let on = button("button primary", Way::Next).text(words.say(next));
    page.push(el("div").class("steps").child(back).child(on));
    if kind.can_skip() {
        let mut ways = el("p").class("skip");
        if personal {
            ways =
                ways.child(button("button plain", Way::PreferNot).text(words.say(Word::PreferNot)));
        }
        page.push(ways.child(button("button plain", Way::Skip).text(words.say(Word::Skip))));
    }
    page
}

/// How far along a person is, in words and as a bar, and the section they are in.
fn progress((count, section): (Count, String), kind: Kind, id: String, words: &Words) -> El {
    let Count { number, of, .. } = count;
    let at = if kind.asks() { count_in_words(count, words) } else { String::new() };
    let section = el("span").class("section-name").attr("dir", "auto").text(section);
    let in_words = el("p").class("progress-words");
    let in_words = match count.again {
        true => in_words.child(section.id(id)),
        false => in_words.child(el("span").id(id).text(at)).child(section),
    };
    let width = (number * 100 / of.max(1)).to_string();
    let done = el("rect").attr("width", width).attr("height", "1");
    let bar = el("svg").attr("viewBox", "0 0 100 1").attr("preserveAspectRatio", "none");
    let bar = el("div").class("progress-bar").attr("aria-hidden", "true").child(bar.child(done));
    el("div").class("progress").child(in_words).child(bar)
}

/// Such as "Question 3 of 18", or "of about 18". Empty where it is asked more than once.
pub fn count_in_words(Count { number, of, about, again }: Count, words: &Words) -> String {
    if again {
        return String::new();
    }
    let word = if about { Word::QuestionOfAbout } else { Word::QuestionOf };
    words.fill(word, &[&number.to_string(), &of.to_string()])
}
