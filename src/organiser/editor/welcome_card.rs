//! The card of the first page: title, whose it is, what it is for, who sees the answers and how these are
//! looked after. And what happens once they are sent.

use super::picture::PictureButton;
use super::sentences::sentences;
use crate::browser::clock;
use crate::model::draft::{Change, Place};
use crate::organiser::beside::here;
use crate::organiser::day_field::{DayField, day_field};
use crate::organiser::field::TextField;
use crate::organiser::ids::card_id;
use crate::organiser::state::{Desk, Pictured, Spot};
use crate::organiser::title::title;
use crate::organiser::words::{self, of_first_page};
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// Closed, it shows the title. Open, its fields.
pub fn welcome_card(desk: Desk) -> El {
    let open = Memo::new(move |_| desk.spot.get() == Spot::Welcome);
    let closed = move || {
        let title = el("span").class("card-text").attr("dir", "auto");
        let opener = button("card-opener")
            .on("click", move |_| desk.open(Spot::Welcome))
            .child(el("span").class("card-kind").text("Welcome page"))
            .child(title.live_text(move || self::title(desk)));
        parts().child(opener)
    };
    el("section")
        .class("card editor-card")
        .class_while("open", move || open.get())
        .id(card_id(Spot::Welcome))
        .attr("aria-label", "Welcome page")
        .child(here(desk, Spot::Welcome))
        .show(move || open.get(), move || open_card(desk))
        .show(move || !open.get(), closed)
}

fn open_card(desk: Desk) -> El {
    let field = move |place: Place, label: &'static str, help: &'static str, rows: u32| {
        view! { <TextField desk place label help rows /> }
    };
    parts()
        .child(el("h2").class("card-kind").text("Welcome page"))
        .view(field(Place::Title, "Title", "", 1))
        .view(field(
            Place::Organisation,
            "Who is asking?",
            "The name of your group or team. People want to know whose survey it is.",
            1,
        ))
        .view(field(
            Place::Welcome,
            "What is it for?",
            "Say why you ask, and what you will do with the answers.",
            3,
        ))
        .view(field(Place::WhoSees, "Who will see the answers?", "", 2))
        .view(field(
            Place::After,
            "What happens next?",
            "People read this once they have sent their answers.",
            2,
        ))
        .child(logo(desk))
        .child(privacy(desk))
        .child(sentences(desk))
}

/// The logo of who asks, and what it shows.
fn logo(desk: Desk) -> El {
    let has_one = Memo::new(move |_| !desk.picture(Pictured::Logo).is_empty());
    let alt = move || {
        let (place, label) = (Place::LogoAlt, of_first_page(Place::LogoAlt));
        let help = "For people who do not see it: “Logo of the day centre”.";
        parts().view(view! { <TextField desk place label help rows=1 /> })
    };
    let help = "A logo at the top, if you like. Your own picture goes along with the file of a survey, not \
                with its link.";
    el("div")
        .class("logo-field")
        .view(view! { <PictureButton desk of=Pictured::Logo what="the welcome page" /> })
        .child(el("div").child(el("p").class("help").text(help)).show(move || has_one.get(), alt))
}

/// How answers are looked after: what a council or a health trust has to tell.
fn privacy(desk: Desk) -> El {
    const HEAD: &str = "privacy-head";
    let field = move |place: Place, help: &'static str, rows: u32| {
        view! { <TextField desk place label=of_first_page(place) help rows /> }
    };
    let keep = DayField {
        id: "keep-until",
        label: words::KEEP_UNTIL,
        stored: |content| content.notice.keep_until,
        change: Change::SetKeepUntil,
    };
    let keep = day_field(desk, keep, |until| match until {
        Some(until) if until <= clock::today() => {
            "This day has come. People read that you keep their answers until then.".to_owned()
        }
        _ => "People read this day. We remind you to delete the answers when it comes.".to_owned(),
    });
    let is_used = desk.draft.with_untracked(|draft| {
        let notice = &draft.content().notice;
        notice.keep_until.is_some()
            || [&notice.privacy, &notice.privacy_link, &notice.ask].iter().any(|t| !t.is_empty())
    });
    let fields = el("div")
        .child(
            el("p")
                .class("help")
                .text("You can leave these empty. People read them before they start."),
        )
        .view(field(
            Place::Privacy,
            "Your privacy notice in easy words. Say what you do with the answers.",
            3,
        ))
        .view(field(
            Place::PrivacyLink,
            "The address of a longer notice. It starts with https://",
            1,
        ))
        .view(field(
            Place::AskWho,
            "A name, and how to reach them: “Jo at the day centre, 01632 960123”.",
            1,
        ))
        .child(keep);
    folded((HEAD, "Privacy"), fields, is_used)
}

/// Fields that most surveys do without, under their heading. They are open where they are used, so that whoever
/// is led to one of them finds it.
pub(super) fn folded((id, name): (&'static str, &'static str), fields: El, is_open: bool) -> El {
    let fields = fields.class("folded-fields").attr("role", "group").attr("aria-labelledby", id);
    el("details")
        .class("fold")
        .attr_if("open", is_open.then_some(""))
        .child(el("summary").child(el("h3").id(id).text(name)))
        .child(fields)
}
