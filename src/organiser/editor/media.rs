//! A question's own sound or video, in the card of the question: choosing a file, playing it, and writing what it says.
//!
//! Part of the second part of the program. Absent: recording one, which every phone and computer does better, and
//! making one smaller, which browsers can't do.

use super::open_card::Card;
use crate::browser::file::{self, Given, Unread};
use crate::browser::page;
use crate::model::draft::Place;
use crate::model::id::QuestionId;
use crate::model::media::{LARGEST_MEDIA, MOST_MEDIA, Media, MediaKind, NoMedia, kind_of};
use crate::organiser::field::TextField;
use crate::organiser::ids::field_id;
use crate::organiser::state::Desk;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a file may be: what all browsers play, as pickers of files name it.
const TAKES: &str = "audio/mpeg,audio/mp4,audio/x-m4a,audio/wav,audio/ogg,audio/webm,video/mp4,video/webm,\
                     .mp3,.m4a,.wav,.ogg,.webm,.mp4";

/// The id of the field for a file.
pub fn choose_id(question: QuestionId) -> String {
    format!("media-{}", question.0)
}

/// All about it, where there is one or somebody is about to add one.
pub fn about_media(card: Card) -> El {
    let Card { desk, id, .. } = card;
    let name = Memo::new(move |_| desk.media(id));
    // It stays open when it is removed, for another.
    Effect::new(move |_| {
        if name.with(|name| !name.is_empty()) {
            card.media.set(true);
        }
    });
    parts().show(move || card.media.get(), move || parts().child(panel(desk, id, name)))
}

fn panel(desk: Desk, id: QuestionId, name: Memo<String>) -> El {
    // What goes on or went wrong.
    let said = RwSignal::new("");
    let has_one = move || name.with(|name| !name.is_empty());
    let help_id = choose_id(id) + "-help";
    let input = el("input")
        .attr("type", "file")
        .id(choose_id(id))
        .attr("accept", TAKES)
        .attr("aria-describedby", help_id.clone())
        .on("change", move |event| {
            if let Some(file) = file::given(&event).into_iter().next() {
                said.set("Adding it…");
                spawn_local(async move {
                    let wrong = take(desk, id, file).await;
                    // The card may be closed by now.
                    said.try_set(wrong);
                });
            }
        });
    let choose = el("label").class("button file-button");
    let choose = choose
        .live_text(move || {
            let what = if has_one() { "Choose another file" } else { "Choose a sound or video" };
            what.to_owned()
        })
        .child(input);
    let remove = move |_| {
        desk.set_media(id, String::new());
        desk.tell_undoable("The sound or video is removed.".to_owned());
        page::focus_soon(&choose_id(id));
    };
    let ways = el("div").class("button-row").child(choose).show(has_one, move || {
        parts().child(button("button").text("Remove the sound or video").on("click", remove))
    });
    let status = el("p").class("problem").live_text(move || said.get().to_owned());
    let status = status.hidden(move || said.get().is_empty());
    let words = move || {
        let label = "What it says";
        let help = "For people who cannot hear or see it. Write down all that is said or signed.";
        parts().view(view! { <TextField desk place=Place::MediaWords(id) label help rows=3 /> })
    };
    el("fieldset")
        .class("media-field")
        .child(el("legend").text("Sound or video"))
        .child(el("p").class("help").id(help_id).text(
            "Such as the question read out, or signed. Use MP3, M4A, WAV, OGG, WebM or MP4. One file can have 5 MB, \
             and all of a survey 15 MB. A link cannot carry it, so you send the survey as a file.",
        ))
        .live(move || shown(desk, &name.read()).into_iter().collect())
        .child(ways)
        .child(el("div").attr("role", "status").child(status))
        .show(has_one, words)
}

/// The player, or that what it would play is not here.
fn shown(desk: Desk, name: &str) -> Option<El> {
    let tag = match kind_of(name)? {
        MediaKind::Sound => "audio",
        MediaKind::Video => "video",
    };
    Some(match desk.pictures.photo(name) {
        Some(address) => el(tag)
            .attr("controls", "")
            .attr("preload", "metadata")
            .attr("aria-label", "The sound or video of this question")
            .attr("src", address),
        None => el("p").class("problem").text(
            "The sound or video is not in this browser. Open a backup that has it. Or choose the file again.",
        ),
    })
}

/// Takes a file in, and puts the focus where its words are written. Comes back with what went wrong, in words.
async fn take(desk: Desk, id: QuestionId, file: Given) -> &'static str {
    let bytes = match file.bytes(LARGEST_MEDIA).await {
        Ok(bytes) => bytes,
        Err(Unread::TooLarge) => return TOO_LARGE,
        Err(Unread::Failed) => return "The browser could not read this file. Try again.",
    };
    let media = match Media::of_file(bytes) {
        Ok(media) => media,
        Err(NoMedia::TooLarge) => return TOO_LARGE,
        Err(NoMedia::Format) if file.name().to_lowercase().ends_with(".mov") => {
            return "This is a MOV film, which many phones cannot play. Save it as MP4. Then choose that.";
        }
        Err(NoMedia::Format) => {
            return "Not all phones can play this file. Choose an MP3, M4A, WAV, OGG, WebM or MP4 file.";
        }
    };
    if desk.media_size_but(id) + media.bytes().len() > MOST_MEDIA {
        return "All sounds and videos of this survey would have more than 15 MB. Remove one. Or make this one shorter.";
    }
    if desk.keep_media(std::slice::from_ref(&media)).await.is_err() {
        return "This browser did not let us keep the file. It may be full or private. Delete a survey you do not \
                need. Then try again.";
    }
    // The person may have deleted the question meanwhile, or gone to another survey.
    if desk.draft.with_untracked(|draft| draft.content().question(id).is_some()) {
        desk.set_media(id, media.name());
        page::focus_soon(&field_id(None, Place::MediaWords(id)));
    }
    ""
}

const TOO_LARGE: &str =
    "This file has more than 5 MB. Make it shorter, or save it smaller. Then choose it again.";
