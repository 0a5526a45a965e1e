//! The button that shows a picture and opens the dialog to pick another; a picture that fits the
//! words, one tap away; and what the picture shows, for people who do not see it.

use super::open_card::{Card, has_words};
use crate::browser::page;
use crate::model::draft::Place;
use crate::model::id::QuestionId;
use crate::model::photo::is_photo;
use crate::organiser::behind::after_pause;
use crate::organiser::field::TextField;
use crate::organiser::ids::field_id;
use crate::organiser::pictures;
use crate::organiser::state::{Desk, Pictured};
use crate::ui::el::{El, button, el, parts};
use crate::ui::picture::small;
use leptos::prelude::*;

/// The id of the button, for the focus.
pub fn button_id(of: Pictured) -> String {
    match of {
        Pictured::Question(id) => format!("picture-{}", id.0),
        Pictured::Choice(id, choice) => format!("picture-{}-{}", id.0, choice.0),
        Pictured::Logo => "picture-logo".to_owned(),
    }
}

/// The id of the first field that asks what a question's picture shows.
pub fn alt_id(question: QuestionId) -> String {
    format!("picture-says-{}", question.0)
}

/// The button.
#[component]
pub fn PictureButton(
    desk: Desk,
    of: Pictured,
    /// What the picture is of: "the question", "choice 2".
    #[prop(into)]
    what: Signal<String>,
) -> impl IntoView {
    let shown = Memo::new(move |_| desk.draft.with(|_| shown(desk, of)));
    let is_lost = move || shown.with(|name| is_photo(name) && desk.pictures.photo(name).is_none());
    let name = move || {
        let code = shown.get();
        let name = match pictures::name(&code) {
            Some(name) => name,
            None if is_lost() => "a photo that is not in this browser",
            None if is_photo(&code) => "your photo",
            None if code.is_empty() => "none yet",
            None => &code,
        };
        format!("Picture of {}: {name}", what.get())
    };
    // Keys get to it in the list of its choice: from a choice they go to the next one.
    let is_passed = matches!(of, Pictured::Choice(..));
    el("button")
        .attr("type", "button")
        .attr_if("tabindex", is_passed.then_some("-1"))
        .id(button_id(of))
        .live_attr("class", move || {
            let empty = if shown.with(String::is_empty) { " empty" } else { "" };
            Some(["picture-button", empty].concat())
        })
        .attr("aria-haspopup", "dialog")
        .live_attr("aria-label", move || Some(name()))
        .live_attr("title", move || Some(name()))
        .on("click", move |_| desk.picking.set(Some(of)))
        .live(move || {
            let said = match () {
                () if shown.with(String::is_empty) => "Picture",
                () if is_lost() => "Photo is not here",
                () => return shown.with(|name| small(desk.pictures, name)).into_iter().collect(),
            };
            vec![el("span").text(said)]
        })
}

/// The code of the picture that people will see: the one that was picked, or the app's own.
fn shown(desk: Desk, of: Pictured) -> String {
    match of {
        Pictured::Question(_) | Pictured::Logo => desk.picture(of),
        Pictured::Choice(id, choice) => desk.draft.with(|draft| {
            let question = draft.content().question(id);
            let shows = question.and_then(|q| Some(q.choice(choice)?.shows(q.kind).to_owned()));
            shows.unwrap_or_default()
        }),
    }
}

/// A picture that fits the words, one press away, while there is none. `then` gets the focus.
pub fn picture_idea(desk: Desk, of: Pictured, then: String) -> El {
    let picture = Memo::new(move |_| desk.picture(of));
    let words = after_pause(Memo::new(move |_| desk.words_beside(of)));
    let fits = Memo::new(move |_| {
        let has_none = picture.with(String::is_empty);
        has_none.then(|| pictures::suggest(&words.read()).into_iter().next()).flatten()
    });
    parts().child(el("div").class("picture-idea").live(move || {
        let then = then.clone();
        let take = move |code: &'static str| {
            desk.set_picture(of, code.to_owned());
            desk.tell_undoable("The question has a picture.".to_owned());
            page::focus_soon(&then);
        };
        let button = |picture: pictures::Picture| {
            button("quiet-link")
                .attr("tabindex", "-1")
                .children(small(desk.pictures, picture.code))
                .child(el("span").text(format!("Use this picture: {}", picture.name)))
                .on("click", move |_| take(picture.code))
        };
        fits.get().map(button).into_iter().collect()
    }))
}

/// What the question's picture shows, where it is said or somebody is about to say it. Of a person's
/// own photo it is asked at once.
pub fn description(card: Card) -> El {
    let Card { desk, id, .. } = card;
    let picture = Memo::new(move |_| desk.picture(Pictured::Question(id)));
    let place = Place::PictureAlt(id);
    let is_asked = Memo::new(move |_| {
        picture.with(|name| is_photo(name))
            && desk.draft.with(|draft| draft.content().text(place).is_none_or(str::is_empty))
    });
    let is_said = Memo::new(move |_| is_asked.get() || has_words(desk, place));
    // It stays when somebody takes the words away or says that the picture only decorates.
    Effect::new(move |_| {
        if is_said.get() {
            card.describes.set(true);
        }
    });
    let is_open =
        move || (card.describes.get() || is_said.get()) && !picture.with(String::is_empty);
    parts().show(is_open, move || parts().child(alt(desk, id, picture)))
}

/// What the picture shows: words, or that it only decorates. Nothing is ticked for a person's own
/// photo until they say which.
fn alt(desk: Desk, question: QuestionId, picture: Memo<String>) -> El {
    let place = Place::PictureAlt(question);
    let text = Memo::new(move |_| {
        desk.draft.with(|draft| draft.content().text(place).unwrap_or_default().to_owned())
    });
    // They write, or are about to. The field stays when they empty it.
    let writes = RwSignal::new(false);
    let has_words = move || text.with(|text| !text.trim().is_empty());
    Effect::new(move |_| {
        if has_words() {
            writes.set(true);
        }
    });
    let says = Memo::new(move |_| writes.get() || has_words());
    let decorates = move || {
        let is_said = text.with(|text| text == DECORATES) || !picture.with(|name| is_photo(name));
        !says.get() && is_said
    };
    let is_asked = move || !says.get() && !decorates();
    let say = move || {
        writes.set(true);
        if text.with_untracked(|text| text == DECORATES) {
            desk.write(None, place, String::new());
        }
        page::focus_soon(&field_id(None, place));
    };
    let decorate = move || {
        writes.set(false);
        desk.write(None, place, DECORATES.to_owned());
        desk.stop_typing();
    };
    let radio = move |name: &'static str, id: Option<String>, on: Box<dyn Fn() -> bool + Send>| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", alt_id(question) + "-how")
            .attr_if("id", id)
            .checked(on);
        move |press: Box<dyn Fn() + Send>| {
            let input = input.on("change", move |_| press());
            el("label").class("tick").child(input).child(el("span").text(name))
        }
    };
    let saying = radio("Say what it shows", Some(alt_id(question)), Box::new(move || says.get()));
    let decorating = radio("Just for decoration", None, Box::new(decorates));
    let ask = el("p").class("help").hidden(move || !is_asked());
    let ask = ask.text("Who or what is in your photo? Say it for people who cannot see it.");
    let field = move || {
        parts().view(view! { <TextField desk place label="What does the picture show?" /> })
    };
    el("fieldset")
        .class("picture-says")
        .child(el("legend").text("Picture description"))
        .child(ask)
        .child(saying(Box::new(say)))
        .show(move || says.get(), field)
        .child(decorating(Box::new(decorate)))
}

/// What stands in a draft where a person said that the picture only decorates. Publishing takes the
/// space away.
const DECORATES: &str = " ";
