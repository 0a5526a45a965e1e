//! The second part of the program: what nobody needs to open a survey and write in it. It comes as a
//! file of its own, right after the first part has started.
//!
//! This is the way to it: [`Later`] says what there is, and `table` has it.
//!
//! **Invariant:** the first part names nothing of it but [`Second`]. Whatever else the first part names comes
//! along with it, and the page gets slower to open: the sizes that `cargo xtask build` prints tell.

use super::editor::choice_line::ChoiceLine;
use super::editor::lines::Lines;
use super::editor::open_card::Card;
use super::field::Insert;
use super::library::Summary;
use super::screen::{Part, Screen};
use super::state::{Came, Desk, HEADING, Taken};
use super::words;
use crate::browser::file::Given;
use crate::browser::{later, page, wait};
use crate::model::advice::Adviser;
use crate::model::chips::Chip;
use crate::model::draft::{Draft, Place};
use crate::model::id::{ChoiceId, MeaningId, QuestionId, ResponseId, SurveyId};
use crate::model::own_template::OwnTemplate;
use crate::model::report::Edits;
use crate::ui::chunk::{Stage, Try};
use crate::ui::el::{El, Event, button, el, parts};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// All ways into the second part.
pub struct Later {
    /// A screen other than the first one and the editor.
    pub(super) screen: fn(Desk, SurveyId, Part) -> El,
    /// Where two devices become a pair.
    pub(super) pair: fn(Desk) -> El,
    /// The guides, or practice.
    pub(super) learn: fn(Desk, Screen) -> El,
    /// What the open screen is for.
    pub(super) help: fn(Desk) -> El,
    /// The words that all surveys share.
    pub(super) words: fn(Desk) -> El,
    /// What was agreed about a word of the word list, and words that it could have.
    pub word_ways: fn(Desk, MeaningId) -> El,
    pub word_offers: fn(Desk) -> El,
    /// Finds advice on the draft.
    pub adviser: Adviser,
    /// The list of kinds of the open card.
    pub kind_list: fn(Card) -> El,
    /// What can be done with the open question, and with one of its choices.
    pub card_menu: fn(Card) -> El,
    pub choice_menu: fn(ChoiceLine) -> El,
    /// What a chip of the open card opens.
    pub chip_panel: fn(Card, Chip) -> El,
    /// Ways to a picture and its words, and the words.
    pub picture_links: fn(Card) -> El,
    pub about_picture: fn(Card) -> El,
    /// Advice on the words in a place of the open card.
    pub about_words: fn(Desk, Place) -> El,
    /// Advice on the open question as a whole.
    pub about_question: fn(Desk, QuestionId) -> El,
    /// Earlier answers to insert in a field.
    pub put_in: fn(Desk, Insert, Callback<QuestionId>) -> El,
    /// All kinds of question, to add below another.
    pub more_kinds: fn(Desk, Lines, Option<QuestionId>) -> El,
    /// The dialogs of the editor.
    pub dialogs: fn(Desk, Lines) -> El,
    /// What the survey looks like to a participant, beside the editor.
    pub(super) preview: fn(Desk, Lines, RwSignal<bool>) -> El,
    /// Takes in what an address brings that somebody sent.
    pub take_link: fn(Desk, String),
    /// How many things two people changed apart are to be decided, in the survey on the desk.
    pub clashes: fn(Desk) -> usize,
    /// What became of notes and drafts that were taken in, in words.
    pub came_words: fn(&[Came]) -> String,
    /// The reminder to delete the answers to some surveys.
    pub due: fn(Desk) -> El,
    /// What became of the answers that were taken in.
    pub taken_report: fn(Desk, Taken) -> El,
    /// The answers that the browser did not keep.
    pub(super) not_kept: fn(Desk) -> El,
    /// Follows the device beside this one and the other tabs, from then on.
    pub(super) follow_others: fn(Desk),
    /// Publishes this survey, if it is still on the desk.
    pub publish: fn(Desk, SurveyId),
    /// A draft that a link brought, and the press that takes it in.
    pub offered: fn(Desk) -> El,
    /// Has answers that were removed count again.
    pub put_back: fn(Desk, SurveyId, Vec<ResponseId>),
    /// Reads and adds up the answers to a survey that has many.
    pub(super) read_many: fn(Desk, SurveyId),
    /// Reads what the host says about itself.
    pub(super) read_site: fn(Desk),
    /// A new survey as it begins on this host.
    pub begun: fn(Desk, Draft) -> Draft,
    /// Whose copy this is, and what they do with what people say.
    pub site: [fn(Desk) -> El; 2],
    /// What is left of a survey whose draft can't be read.
    pub damaged: fn(Desk, Summary) -> El,
    /// Above the screens of such a survey.
    pub stand_in: fn(Desk) -> El,
    /// Where a list of choices is pasted.
    pub paste_list: fn(Desk, QuestionId, Memo<Vec<ChoiceId>>) -> El,
    /// Takes a list that is pasted into a choice.
    pub paste_into_choice: fn(Desk, QuestionId, ChoiceId, Event),
    /// Saves a copy of everything as a file.
    pub save_copy: fn(Desk),
    /// Forgets the photos that no survey names any more.
    pub forget_photos: fn(Desk),
    /// Makes a survey with the questions of another.
    pub make_from: fn(Desk, SurveyId),
    /// Keeps what a survey says as a template.
    pub save_as_template: fn(Desk, SurveyId),
    /// Has a template back that was removed.
    pub put_back_template: fn(Desk, OwnTemplate),
    /// The organiser's own templates, to start from.
    pub own_templates: fn(Desk) -> El,
    /// The equality questions, to start from.
    pub about_you_start: fn(Desk) -> El,
    /// Puts back copies of everything.
    pub open_copies: fn(Desk, Vec<Given>),
    /// Has the words of a report back as they were.
    pub put_back_report: fn(Desk, Edits),
}

/// What is to be done once the second part is in.
pub struct Wait {
    /// True for taking in what an address brings.
    is_link: bool,
    act: Box<dyn FnOnce(&'static Later) + Send + Sync>,
}

/// What stands where something of the second part will be.
pub const OPENING: &str = "Opening…";

/// Milliseconds that people wait before they think that it is broken.
const PATIENCE: i32 = 20_000;

/// The button that tries again.
const AGAIN: &str = "fetch-again";

/// Where the second part is.
pub type Second = Stage<Later>;

/// A screen of the second part, or its heading until that is in.
pub fn show(desk: Desk, id: SurveyId, part: Part) -> El {
    under_heading(desk, part.name(), |later| (later.screen)(desk, id, part))
}

/// The same for the screen where two devices become a pair.
pub fn show_pair(desk: Desk) -> El {
    under_heading(desk, "Make it together", |later| parts().child((later.pair)(desk)))
}

/// The same for a screen that teaches.
pub fn show_learning(desk: Desk, screen: Screen) -> El {
    under_heading(desk, learning_name(screen), |later| (later.learn)(desk, screen))
}

/// What such a screen is called.
pub fn learning_name(screen: Screen) -> &'static str {
    match screen {
        Screen::Guide(guide) => guide.title(),
        Screen::Practice(_) => "Practise",
        _ => "Guides",
    }
}

/// The same for the words that all surveys share.
pub fn show_words(desk: Desk) -> El {
    under_heading(desk, words::WORDS, |later| parts().child((later.words)(desk)))
}

fn under_heading(desk: Desk, name: &'static str, draw: impl Fn(&'static Later) -> El) -> El {
    let second = desk.second.get();
    if let Second::Here(later) = second {
        return untrack(|| draw(later));
    }
    let heading = el("h1").id(HEADING).attr("tabindex", "-1").text(name);
    let opening = el("p").class("soft").attr("role", "status").text(OPENING);
    let is_coming = matches!(second, Second::Away(_));
    let main = el("main").class("column").child(heading).children(is_coming.then_some(opening));
    parts().child(main)
}

/// Has the device beside this one and the other tabs followed, and what the host says read, once the second
/// part is in.
pub fn follow_others(desk: Desk) {
    Effect::new(move |_| {
        if let Second::Here(later) = desk.second.get() {
            untrack(|| {
                (later.follow_others)(desk);
                (later.read_site)(desk);
            });
        }
    });
}

/// The preview, or its place until it is in.
pub fn preview(desk: Desk, lines: Lines, on: RwSignal<bool>) -> El {
    match desk.second.get() {
        Second::Here(later) => untrack(|| parts().child((later.preview)(desk, lines, on))),
        Second::Away(_) | Second::Failed(_) => {
            let opening = el("p").class("soft").text(OPENING);
            parts().child(el("div").class("preview").child(opening))
        }
    }
}

/// What opens only when it is asked for, and so nothing until the second part is in.
pub fn once_here(desk: Desk, draw: impl FnOnce(&'static Later) -> El) -> El {
    match desk.second.get() {
        Second::Here(later) => untrack(|| draw(later)),
        Second::Away(_) | Second::Failed(_) => parts(),
    }
}

/// True while somebody waits for a dialog, and the second part that has it is on its way.
pub fn is_dialog_coming(desk: Desk) -> bool {
    let is_asked = desk.tool.with(Option::is_some)
        || desk.picking.with(Option::is_some)
        || desk.arranging.moving.with(Option::is_some);
    is_asked && matches!(desk.second.get(), Second::Away(_))
}

/// Above every screen: that the second part did not come.
pub fn trouble(desk: Desk) -> El {
    let Second::Failed(_) = desk.second.get() else { return parts() };
    let text = "Not all of this page came. Check your internet. Then try again.";
    let again = button("button").id(AGAIN).text("Try again").on("click", move |_| {
        desk.fetch_second();
        // The button goes away with what it stands in.
        page::focus_soon(HEADING);
    });
    let notice = el("div").class("notice bad with-action").attr("role", "alert");
    parts().child(notice.child(el("p").text(text)).child(again))
}

/// Above every screen: the answers that the browser did not keep. They go nowhere until they are kept or
/// somebody lets them go.
pub fn not_kept(desk: Desk) -> Option<El> {
    let is_some = desk.not_kept.with(|not_kept| !not_kept.sealed.is_empty());
    is_some.then(|| once_here(desk, |later| parts().child((later.not_kept)(desk))))
}

impl Desk {
    /// Fetches the second part, unless it is here. Whoever waits for it sees it come.
    pub fn fetch_second(self) {
        let Some(this) = self.second.begin() else { return };
        spawn_local(async move {
            match later::fetch().await {
                Ok(()) => self.second_came(this),
                Err(_) => self.second_failed(this),
            }
        });
        // Some connections neither bring a file nor fail.
        spawn_local(async move {
            wait::pause(PATIENCE).await;
            self.second_failed(this);
        });
    }

    fn second_failed(self, this: Try<Later>) {
        if !this.failed() {
            return;
        }
        // What waited is not done without a word, long after it was asked for.
        let waits = self.waits.try_update_value(core::mem::take);
        if waits.is_some_and(|waits| !waits.is_empty()) {
            self.tell("This did not work. Check your internet. Then try again.");
        }
    }

    fn second_came(self, this: Try<Later>) {
        let had_focus = page::has_focus(HEADING) || page::has_focus(AGAIN);
        let Some(later) = this.came() else { return };
        let waits = self.waits.try_update_value(core::mem::take).unwrap_or_default();
        if !waits.is_empty() {
            self.message.set(None);
        }
        let has_link = waits.iter().any(|wait| wait.is_link);
        for wait in waits {
            (wait.act)(later);
        }
        if !has_link {
            self.route_again();
        }
        if had_focus {
            page::focus_soon(HEADING);
        }
    }

    /// Does something with the second part: now, or once it is in.
    pub fn with_second(self, act: impl FnOnce(&'static Later) + Send + Sync + 'static) {
        self.do_or_wait(false, act);
    }

    /// Takes in what the page's address brings that somebody sent: now, or once the second part is in.
    pub fn take_link_later(self, fragment: String) {
        self.do_or_wait(true, move |later| (later.take_link)(self, fragment));
    }

    fn do_or_wait(self, is_link: bool, act: impl FnOnce(&'static Later) + Send + Sync + 'static) {
        match self.second.get_untracked() {
            Second::Here(later) => act(later),
            second => {
                let act = Box::new(act);
                self.waits.update_value(|waits| waits.push(Wait { is_link, act }));
                self.tell(OPENING);
                if let Second::Failed(_) = second {
                    self.fetch_second();
                }
            }
        }
    }
}
