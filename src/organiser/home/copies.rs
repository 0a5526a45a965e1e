//! The copy of everything: a reminder to save one, saving it, and opening it.

use crate::browser::file::{self, Given};
use crate::browser::{clock, page};
use crate::model::copied::{Restored, saved_at};
use crate::model::wire::{Backup, LARGEST_BACKUP};
use crate::organiser::state::Desk;
use crate::organiser::{library, words};
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is said of a copy that did not open.
const BAD_COPY: &str = "bad-copy";

/// Browser storage can vanish, and the keys are nowhere else. So the app keeps asking.
pub(super) fn copy_reminder(desk: Desk) -> El {
    let last = move || match desk.copied_at.get() {
        None => "You have not saved a backup yet.".to_owned(),
        Some(at) => format!("You last saved a backup {}.", words::days(clock::days_ago(at))),
    };
    let words = el("p")
        .child(el("strong").text("Your work is only on this computer. "))
        .child(el("span").live_text(last));
    let save = copy_button(desk, "Save a backup");
    el("div").class("notice with-action").child(words).child(save)
}

/// The button that saves everything as one file.
pub fn copy_button(desk: Desk, name: &'static str) -> El {
    let name = (move || name.into(), "Saving the backup…");
    let save = move || desk.with_second(move |later| (later.save_copy)(desk));
    desk.works.copying.button("button", name, save)
}

/// Saves everything as one file.
pub fn save_copy(desk: Desk) {
    desk.works.copying.start(async move {
        match desk.backup_with_photos().await {
            Ok((backup, missing)) => save_backup(desk, &backup, missing),
            Err(_) => desk.tell(
                "The browser could not read all your answers, so no backup was made. Reload the page. Then try again.",
            ),
        }
    });
}

fn save_backup(desk: Desk, backup: &Backup, missing_photos: usize) {
    let name = format!("ask-together-backup-{}.json", clock::day(clock::now()));
    let text = backup.to_json();
    if text.len() > LARGEST_BACKUP {
        desk.tell(
            "The backup would be too large to open again, so it was not saved. Remove sounds or videos that you do \
             not need. Then try again.",
        );
        return;
    }
    match file::save(&name, "application/json", text.as_bytes()) {
        Ok(()) => {
            library::note_copied(clock::now());
            desk.copied_at.set(Some(clock::now()));
            let left_out = if desk.unread.with_untracked(Vec::is_empty) {
                ""
            } else {
                " The work that cannot be read is not in it. Save that as a file too."
            };
            let no_photos = match missing_photos {
                0 => String::new(),
                some => format!(
                    " {} of your own could not be found in this browser. The backup goes without.",
                    words::count(some, "photo, sound or video", "photos, sounds or videos"),
                ),
            };
            let names = match backup.invited.is_empty() {
                true => "",
                false => " It holds the names of people who you invited, too.",
            };
            desk.tell(&format!(
                "A backup is saved as {name}. Keep it safe: it can open people's answers.{names}{left_out}{no_photos}",
            ));
        }
        Err(_) => desk.tell("The backup was not saved. Please try again."),
    }
}

/// Puts a copy back.
pub(super) fn open_copy(desk: Desk) -> El {
    let open = move |event| {
        let given = file::given(&event);
        desk.with_second(move |later| (later.open_copies)(desk, given));
    };
    let choose = el("input")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .attr("aria-describedby", "open-copy-help")
        .on("change", open);
    el("section")
        .class("open-copy")
        .child(el("h2").text("Open a backup"))
        .child(el("p").class("soft").id("open-copy-help").text(
            "Did you save a backup before, here or on another computer? Open it to carry on. Nothing here is replaced.",
        ))
        .live(move || desk.bad_copy.get().map(did_not_open).into_iter().collect())
        .child(el("label").class("button file-button").text("Choose a backup").child(choose))
}

/// Puts back what is in these files.
pub fn open_copies(desk: Desk, given: Vec<Given>) {
    desk.bad_copy.set(None);
    spawn_local(async move {
        for file in given {
            let was_empty = library::is_empty();
            match open_one(desk, &file).await {
                Err(why) => desk.bad_copy.set(Some(why)),
                Ok(restored) => {
                    desk.tell(&restored.says());
                    let now = clock::now();
                    let new = saved_at(library::copied_at(), was_empty, file.saved_at(), now);
                    new.into_iter().for_each(library::note_copied);
                }
            }
        }
        desk.load_home();
        if desk.bad_copy.with_untracked(Option::is_some) {
            desk.message.set(None);
            page::focus_soon(BAD_COPY);
        }
    });
}

/// Puts back one of them. Otherwise why not, and what to do.
async fn open_one(desk: Desk, file: &Given) -> Result<Restored, &'static str> {
    let text = file.text(LARGEST_BACKUP).await;
    let text = text.map_err(|_| "We could not read this file. Choose another file.")?;
    let backup = Backup::from_json(&text).map_err(words::bad_copy)?;
    desk.restore(backup).await.map_err(|why| match why.is_full() {
        true => {
            "Not all of the backup fits in this browser. Delete a survey you do not need. Then try again."
        }
        false => {
            "This browser did not keep all of the backup just now. Reload this page. Then open the backup again."
        }
    })
}

/// That a copy did not open. It stays until another is chosen.
fn did_not_open(why: &'static str) -> El {
    el("div")
        .class("notice bad")
        .id(BAD_COPY)
        .attr("tabindex", "-1")
        .attr("role", "alert")
        .child(el("p").child(el("strong").text("The backup did not open. ")).text(why))
}
