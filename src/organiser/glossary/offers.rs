//! What Words we agree offers the word list of a survey, and the notes about words that people do not know: one tap
//! explains a word as it was agreed.

use super::book::{New, act_elsewhere, agreed};
use crate::model::draft::DraftMeaning;
use crate::model::glossary::{Content, Field, Glossary, Offer, Term, offers, others, strays};
use crate::model::id::MeaningId;
use crate::organiser::buttons::button;
use crate::organiser::screen::Screen;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el, parts};
use leptos::prelude::*;

/// Most words that are offered at once.
const MOST_OFFERED: usize = 12;

/// The way to a word in Words we agree.
fn way(desk: Desk, term: &Term) -> El {
    let (id, word) = (term.id, words::quoted(term.word()));
    el("a")
        .attr("href", format!("#{}", Screen::Words.fragment()))
        .on_follow(move || {
            desk.wanted_word.set_value(Some(id));
            desk.go(Screen::Words);
        })
        .text(format!("See {word} in {}", words::WORDS))
}

/// Below a word of the word list: what was agreed about it.
pub fn word_ways(desk: Desk, id: MeaningId) -> El {
    let content = agreed(desk);
    // Both in one: what is drawn from two memos, of which one follows the other, may miss a change.
    let found = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let meaning = draft.content().meanings.iter().find(|meaning| meaning.id == id)?;
            let term = content.with(|content| content.term_of(meaning).cloned());
            Some((meaning.clone(), term))
        })
    });
    let draw = move || match found.get() {
        Some((meaning, Some(term))) => of_term(desk, term, &meaning),
        Some((meaning, None)) => not_here(desk, meaning),
        None => parts(),
    };
    parts().live_parts(draw)
}

fn of_term(desk: Desk, term: Term, meaning: &DraftMeaning) -> El {
    let link = el("p").child(way(desk, &term));
    let is_same = term.meaning().is_empty() || term.meaning() == meaning.text.trim();
    if is_same {
        return parts().child(link);
    }
    let id = meaning.id;
    let says = format!("Words we agree: {}", words::quoted(term.meaning()));
    let name = format!("Use our meaning of {}", words::quoted(term.word()));
    let take = button("button", name, move || desk.say_as(id, &term));
    let offer = el("div").class("notice with-action").child(el("p").attr("dir", "auto").text(says));
    parts().child(offer.child(take)).child(link)
}

/// A word that the survey explains, and that is not agreed yet.
fn not_here(desk: Desk, meaning: DraftMeaning) -> El {
    if meaning.word.trim().is_empty() || meaning.text.trim().is_empty() {
        return parts();
    }
    let name = format!("Put {} in {}", words::quoted(meaning.word.trim()), words::WORDS);
    let put = button("button plain", name, move || put_in(desk, New::of(&meaning)));
    parts().child(put)
}

/// Puts a word in Words we agree from elsewhere.
fn put_in(desk: Desk, new: New) {
    let told = "The word is in Words we agree. Next, ask people if they agree.";
    act_elsewhere(desk, |record| new.ops(record).1, told);
}

/// Puts what somebody says that a word means in Words we agree: as a new word, or in place of what it says there.
pub fn put_meaning(desk: Desk, word: &str, text: &str) {
    let told = "The meaning is in Words we agree. Next, ask people if they agree.";
    let ops = |record: &Glossary| match record.content().named(word) {
        Some(term) => vec![record.content().set(term.id, Field::Meaning, text.to_owned())],
        None => {
            let texts = vec![(Field::Word, word.to_owned()), (Field::Meaning, text.to_owned())];
            New { texts, ..New::default() }.ops(record).1
        }
    };
    act_elsewhere(desk, ops, told);
}

/// Where drafts come in: that the survey explains words in another way than we agreed, or words that are not here.
pub fn news(desk: Desk) -> El {
    let content = agreed(desk);
    let many = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let said = draft.content();
            content.with(|content| others(content, said).len() + strays(content, said).count())
        })
    });
    let draw = move || {
        let many = many.get();
        let says = words::count(many, "word of this survey is", "words of this survey are");
        let says = el("p").child(el("strong").text(format!("{says} not as in {}.", words::WORDS)));
        let link = el("a")
            .class("button")
            .attr("href", format!("#{}", Screen::Words.fragment()))
            .on_follow(move || desk.go(Screen::Words))
            .text("Decide what they mean");
        let notice = || el("div").class("notice with-action").child(says).child(link);
        (many > 0).then(notice).into_iter().collect()
    };
    el("div").live(draw)
}

/// Words that the survey uses, that we agreed, and that it does not explain yet.
pub fn word_offers(desk: Desk) -> El {
    let content = agreed(desk);
    let all = Memo::new(move |_| {
        desk.draft.with(|draft| content.with(|content| offers(content, draft.content())))
    });
    let one = move |Offer { term, word }: Offer| {
        let name = format!("Explain {}", words::quoted(&word));
        let term = content.with_untracked(|content| content.term(term).cloned());
        term.map(|term| {
            let says = term.meaning().to_owned();
            let press = button("button", name, move || desk.explain_as(&term, &word));
            el("li").child(press).child(el("span").attr("dir", "auto").text(says))
        })
    };
    let draw = move || {
        let all = all.get();
        if all.is_empty() {
            return parts();
        }
        let text = "These words are in your survey. Words we agree says what they mean:";
        let items = all.into_iter().take(MOST_OFFERED).filter_map(one);
        let list = el("ul").class("word-offers").attr("role", "list").children(items);
        parts().child(el("p").text(text)).child(list)
    };
    parts().live_parts(draw)
}

/// What was agreed about a word that people do not know, and the press that explains it so. `None` where nothing
/// was.
pub fn explain_agreed(desk: Desk, content: &Content, word: &str) -> Option<(String, El)> {
    let term = content.named(word).filter(|term| !term.meaning().is_empty())?.clone();
    let says = format!("Words we agree: {}", words::quoted(term.meaning()));
    let word = word.to_owned();
    let name = format!("Explain {} as we agreed", words::quoted(&word));
    let press = button("button", name, move || desk.explain_as(&term, &word));
    Some((says, press))
}
