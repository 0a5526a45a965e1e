//! What the surveys of this browser say of the words: where a word is used, where a survey says something else, and
//! which of its words are not here. Nothing goes either way until somebody presses.

use super::book::{Book, New, title};
use crate::browser::page;
use crate::model::draft::{Draft, DraftMeaning};
use crate::model::glossary::{Other, TermId, others, strays, uses};
use crate::model::id::SurveyId;
use crate::organiser::buttons::button;
use crate::organiser::screen::{Part, Screen};
use crate::organiser::state::HEADING;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// The card above the list, while there is something to decide.
pub fn surveys(book: Book) -> El {
    let found = Memo::new(move |_| {
        book.content.with(|content| {
            book.drafts.with(|all| {
                let of = |draft: &Draft| {
                    let said = draft.content();
                    let strays: Vec<DraftMeaning> = strays(content, said).cloned().collect();
                    (draft.id(), title(draft), others(content, said), strays)
                };
                let all = all.iter().map(of);
                all.filter(|(_, _, others, strays)| !others.is_empty() || !strays.is_empty())
                    .collect::<Vec<_>>()
            })
        })
    });
    let draw = move || {
        let all = found.get();
        if all.is_empty() {
            return Vec::new();
        }
        let many: usize = all.iter().map(|(.., others, strays)| others.len() + strays.len()).sum();
        let of_survey = |(id, title, others, strays): (SurveyId, String, Vec<Other>, Vec<_>)| {
            let heading = el("h3").attr("dir", "auto").text(title);
            let others = others.into_iter().map(|other| differs(book, id, other));
            let strays = strays.into_iter().map(|stray| not_here(book, stray));
            let list = el("ul").class("word-settles").attr("role", "list");
            parts().child(heading).child(list.children(others).children(strays))
        };
        let text = "Your surveys explain these words in another way, or explain words that are not here. Nothing \
                    changes until you decide.";
        let says = words::count(many, "word to decide about", "words to decide about");
        let fold = el("details")
            .class("card fold no-print")
            .child(el("summary").child(el("h2").text(format!("In your surveys: {says}"))));
        let inside = all.into_iter().fold(parts(), |inside, one| inside.and(of_survey(one)));
        vec![fold.child(el("p").class("help").text(text)).and(inside)]
    };
    el("div").live(draw)
}

/// Two meanings for one word, side by side.
fn differs(book: Book, survey: SurveyId, other: Other) -> El {
    let Other { meaning, term, word, says } = other;
    let ours = move || {
        let ours = book.content.with(|content| {
            content.term(term).map(|term| (term.word().to_owned(), term.meaning().to_owned()))
        });
        let (name, text) = ours.unwrap_or_default();
        format!("Words we agree, {}: {}", words::quoted(&name), words::quoted(&text))
    };
    let theirs = format!("This survey: {}", words::quoted(&says));
    let bring = button("button", "Use our meaning in this survey", move || {
        book.bring(survey, meaning, term);
        page::focus_soon(HEADING);
    });
    let take = button("button", "Use the survey’s meaning here", move || {
        book.take(term, &says);
        page::focus_soon(HEADING);
    });
    let label = |button: El, what: &str| {
        let name = format!("{}: {what}", words::own(&word));
        button.attr("aria-label", name)
    };
    let bring = label(bring, "use our meaning in this survey");
    let take = label(take, "use the survey’s meaning here");
    el("li")
        .child(el("h4").attr("dir", "auto").text(word))
        .child(el("p").attr("dir", "auto").live_text(ours))
        .child(el("p").attr("dir", "auto").text(theirs))
        .child(el("div").class("button-row").children([bring, take]))
}

/// A word that a survey explains and that is not here.
fn not_here(book: Book, meaning: DraftMeaning) -> El {
    let word = words::quoted(meaning.word.trim());
    let says = words::quoted(meaning.text.trim());
    let name = meaning.word.trim().to_owned();
    let add = button("button", format!("Put {word} in {}", words::WORDS), move || {
        if book.add(vec![New::of(&meaning)]).is_some() {
            book.desk.tell("The word is added.");
        }
        page::focus_soon(HEADING);
    });
    el("li")
        .child(el("h4").attr("dir", "auto").text(name))
        .child(el("p").attr("dir", "auto").text(says))
        .child(el("div").class("button-row").child(add))
}

/// In the form of a word: the surveys that explain it, with the way there.
pub fn of_term(book: Book, of: TermId) -> El {
    let used = move || {
        let all: Vec<(SurveyId, String, Option<Other>)> = book.content.with(|content| {
            book.drafts.with(|all| {
                let of_draft = |draft: &Draft| {
                    let said = draft.content();
                    let other = others(content, said).into_iter().find(|other| other.term == of);
                    uses(content, of, said).then(|| (draft.id(), title(draft), other))
                };
                all.iter().filter_map(of_draft).collect()
            })
        });
        if all.is_empty() {
            return vec![el("p").class("soft").text("No survey explains this word yet.")];
        }
        let line = |(id, title, other): (SurveyId, String, Option<Other>)| {
            let screen = Screen::Survey(id, Part::Questions);
            let link = el("a")
                .attr("href", format!("#{}", screen.fragment()))
                .attr("dir", "auto")
                .on_follow(move || book.desk.go(screen))
                .text(title);
            let item = el("li").child(el("p").child(link));
            match other {
                Some(other) => item.child(
                    el("ul")
                        .class("word-settles")
                        .attr("role", "list")
                        .child(differs(book, id, other)),
                ),
                None => item,
            }
        };
        vec![el("ul").class("word-uses").attr("role", "list").children(all.into_iter().map(line))]
    };
    el("section").class("change-group").child(el("h3").text("Surveys that explain it")).live(used)
}
