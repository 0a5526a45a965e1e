//! What the organiser's program knows, and what can be done to it. The model and the browser meet
//! here.
//!
//! What a press means is decided in the model; the press itself is in `edits`, typing and undo in `editing`,
//! several questions at once in `arranging`, advice in `advice`, photos in `photos`, publishing in
//! `publishing`, making and deleting surveys in `surveys`, starting again from what was published in `damaged`, the
//! way to each screen in `routing`, going back in `history`, taking in answers in `answers`, reading many in `many`, the device beside this one
//! in `live`, and who else may be typing in `beside`.

mod advice;
mod answers;
pub mod arranging;
mod beside;
mod damaged;
mod editing;
mod edits;
mod following;
mod history;
pub mod live;
mod many;
mod media;
pub mod photos;
pub mod publishing;
mod reports;
mod routing;
mod running;
mod sealed;
mod surveys;
mod tab;
mod templates;
mod together;
mod trailing;
mod working;

pub use advice::{Advice, Seen};
pub use answers::{Line, NotKept, Taken, Taking, Trouble, opened_waiting};
pub use many::Reading;
pub use together::{Brings, Came, CameNot, Offered};

pub use super::ids::HEADING;
pub use crate::model::edit::Card as Spot;
pub use crate::model::edit::pictures::Pictured;

use super::buttons::Works;
use super::later::{Later, Second, Wait};
use super::library::{self, Summary, Unread};
use super::pictures::FOLDER;
use super::screen::{Lost, Screen};
use super::store::{self, Opened};
use super::tool::{Tool, Unused};
use crate::browser::{clock, json_storage, page, random};
use crate::model::company::Company;
use crate::model::dataset::Grid;
use crate::model::draft::{CameIn, Draft, Left, Place, Problem};
use crate::model::edit::undoing;
use crate::model::glossary::TermId;
use crate::model::id::{Author, Edition, ResponseId, SurveyId};
use crate::model::inbox::Received;
use crate::model::media::Media;
use crate::model::own_template::OwnTemplate;
use crate::model::photo::Photo;
use crate::model::report::Edits;
use crate::model::results::Results;
use crate::model::site::Site;
use crate::model::survey::{Language, Survey};
use crate::model::trail::Trail;
use crate::model::words::Words;
use crate::ui::chunk::Chunk;
use crate::ui::picture::Pictures;
use leptos::prelude::*;
use many::Many;
use std::sync::Arc;

/// Whether the draft on the screen is the one in storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// It is.
    Saved,
    /// It is on its way there.
    Writing,
    /// The browser refused. What was typed is only on the screen.
    Failed,
}

/// When the browser deleted our records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emptied {
    /// While the page was open. So many answers were not in memory and are lost, and so many photos that
    /// surveys name are not here.
    UnderThePage { lost: usize, photos: usize },
    /// Before it was opened. Drafts are back from text storage.
    SinceTheLastVisit,
}

/// Something to tell, by eye and by screen reader. The number tells two like messages apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    /// What Undo takes back.
    pub undo: Option<Undo>,
}

/// What the Undo beside a message takes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    /// The last step in the draft.
    Step,
    /// That these answers to this survey were removed.
    Answers(SurveyId, Vec<ResponseId>),
    /// That this template was removed.
    Template(Box<OwnTemplate>),
    /// That a report was made otherwise than so.
    Report(Box<Edits>),
}

/// The organiser's desk: the screen, and the survey that lies on it.
#[derive(Clone, Copy)]
pub struct Desk {
    author: Author,
    /// What the app itself says, for what an organiser leaves empty.
    pub words: Words,
    /// A draft that a link brought, until the person says what to do with it.
    pub offered: RwSignal<Option<Offered>>,
    /// What the last draft brought that came in.
    pub came_in: RwSignal<Option<CameIn>>,
    /// What is shown.
    pub screen: RwSignal<Screen>,
    /// Every survey, for the home screen.
    pub summaries: RwSignal<Vec<Summary>>,
    /// The organiser's own templates, for the home screen.
    pub templates: RwSignal<Vec<OwnTemplate>>,
    /// What storage holds that can't be read.
    pub unread: RwSignal<Vec<Unread>>,
    /// When the last copy was saved.
    pub copied_at: RwSignal<Option<u64>>,
    /// Why the copy that was opened last did not open, until another is.
    pub bad_copy: RwSignal<Option<&'static str>>,
    /// The draft on the desk. An empty one while there is none.
    pub draft: RwSignal<Draft>,
    /// True while that only stands for a draft that can't be read: see [`Draft::stand_in`].
    pub is_stand_in: RwSignal<bool>,
    /// Whether it is kept.
    pub saving: RwSignal<Saving>,
    /// Whether the last change was not made because the survey has no room for it.
    pub is_full: RwSignal<bool>,
    /// What is folded, selected and being moved in the editor.
    pub arranging: arranging::Arranging,
    /// Which card of the editor is open.
    pub spot: RwSignal<Spot>,
    /// Where pictures are: ours, and the photos of this browser.
    pub pictures: Pictures,
    /// The photos of this browser that were shown, to put them back when it deletes them.
    shown_photos: StoredValue<Vec<Photo>>,
    /// The same for its sounds and videos.
    shown_media: StoredValue<Vec<Media>>,
    /// What a picture is being picked for, while the dialog is open.
    pub picking: RwSignal<Option<Pictured>>,
    /// What could be easier to read in it.
    pub advice: Advice,
    /// Where the second part of the program is.
    pub second: Chunk<Later>,
    /// What waits for it.
    pub(super) waits: StoredValue<Vec<Wait>>,
    /// The tool of the editor that is open.
    pub tool: RwSignal<Option<Tool>>,
    /// What is typed in tools, and not used yet.
    pub unused: Unused,
    /// True once a person tried to publish: from then on problems show until they are mended.
    pub checked: RwSignal<bool>,
    /// What stands in the way of publishing, as far as it shows. Empty until `checked`.
    pub problems: Memo<Vec<Problem>>,
    /// True while nothing stands in the way any more. False until `checked`.
    pub mended: Memo<bool>,
    /// Whose problems show.
    left: RwSignal<Left>,
    /// Published versions of the survey on the desk, oldest first.
    pub versions: RwSignal<Vec<Survey>>,
    /// Responses to it.
    pub received: RwSignal<Arc<Vec<Received>>>,
    /// The answers that are kept apart from their people's others, in an order that tells nothing.
    pub apart: RwSignal<Arc<Vec<Received>>>,
    /// What came of each question with each of them, where they are many: see [`Desk::laid`].
    pub grid: RwSignal<Option<Arc<Grid>>>,
    /// All of it added up, where they are many. While they are read, that of the first of them.
    pub added_up: RwSignal<Option<Arc<Results>>>,
    /// How far the reading of many is. None of them counts as read until that is over.
    pub reading: RwSignal<Option<Reading>>,
    /// What was read of many, until something changes.
    many: StoredValue<Many>,
    /// How many of its answers are here and can't be read.
    pub unread_answers: RwSignal<usize>,
    /// Told whenever what was done with written answers may have changed by no press of this tab.
    pub(super) work_news: RwSignal<u32>,
    /// False when the browser did not read them: then nobody knows how many there are.
    pub is_received_read: RwSignal<bool>,
    /// Answers that came in and are not kept.
    pub not_kept: RwSignal<NotKept>,
    /// What became of the answers that were last taken in.
    pub taken: RwSignal<Option<Taken>>,
    /// How far the taking in of answers is, while there is some.
    pub taking: RwSignal<Option<Taking>>,
    /// What waits to be taken in after that.
    line: StoredValue<Line>,
    /// What the browser deleted of our records, until the person closes that notice.
    pub emptied: RwSignal<Option<Emptied>>,
    /// The device that works beside this one.
    pub live: live::Live,
    /// The other tabs that have the same survey open.
    company: StoredValue<Company>,
    /// Why the page's address led to the first screen, when it should have led elsewhere.
    pub lost: RwSignal<Option<Lost>>,
    /// Counts the times that another tab wrote down what changed.
    pub changes_heard: RwSignal<u32>,
    /// Whether it says what the open screen is for.
    pub help: RwSignal<bool>,
    /// Counts the times that another tab wrote in Words we agree.
    pub words_heard: RwSignal<u32>,
    /// The word that somebody wants to see there.
    pub wanted_word: StoredValue<Option<TermId>>,
    /// What the host says about itself.
    pub site: RwSignal<Site>,
    /// What the organiser made of the report on the desk.
    pub report: RwSignal<Edits>,
    /// What was done on the open screen, where that keeps data of its own.
    trail: RwSignal<Trail<trailing::Way>>,
    /// What was just done.
    pub message: RwSignal<Option<Message>>,
    /// What buttons began, and is not done yet.
    pub works: Works,
    /// Where a person is typing, so that one stretch of it is one step of undo.
    typing: StoredValue<Option<(Option<Language>, Place)>>,
    /// What was about to be published when the person was last told of clashes.
    told_of_clashes: StoredValue<Option<Edition>>,
    /// The words before whose publishing the person was told that a day in them is odd.
    told_of_days: StoredValue<Option<Edition>>,
    /// The words before whose publishing the person was asked where answers go, or shown what is not translated.
    told_before: StoredValue<Option<Edition>>,
    /// True from when a person tried to publish without saying where answers go.
    pub asks_where: RwSignal<bool>,
    /// The field that has the focus, if it is one of the draft's. It may be gone by now.
    pub(super) field: StoredValue<Option<undoing::Field>>,
}

impl Desk {
    /// A desk as the page's address asks for it, once the records are open.
    pub fn new(second: Second, opened: Opened) -> Self {
        let draft = RwSignal::new(Draft::new(SurveyId(0)));
        let checked = RwSignal::new(false);
        let left = RwSignal::new(Left::default());
        let all = Memo::new(move |_| checked.get().then(|| draft.with(Draft::problems)));
        let shown = move |all: &Option<Vec<Problem>>| match all {
            Some(all) => left.with(|left| left.shown(all)),
            None => Vec::new(),
        };
        let (screen, spot) = (RwSignal::new(Screen::Home), RwSignal::new(Spot::Welcome));
        let author = tab::this_tab();
        let second = Chunk::new(second);
        let adviser = Signal::derive(move || match second.get() {
            Second::Here(later) => Some(later.adviser),
            Second::Away(_) | Second::Failed(_) => None,
        });
        let desk = Self {
            author,
            words: Words::english(),
            offered: RwSignal::new(None),
            came_in: RwSignal::new(None),
            screen,
            summaries: RwSignal::new(Vec::new()),
            templates: RwSignal::new(Vec::new()),
            unread: RwSignal::new(Vec::new()),
            copied_at: RwSignal::new(None),
            bad_copy: RwSignal::new(None),
            draft,
            is_stand_in: RwSignal::new(false),
            saving: RwSignal::new(Saving::Saved),
            is_full: RwSignal::new(false),
            arranging: arranging::Arranging::new(),
            spot,
            pictures: Pictures { folder: FOLDER, photos: RwSignal::new(Vec::new()), fetched: None },
            shown_photos: StoredValue::new(Vec::new()),
            shown_media: StoredValue::new(Vec::new()),
            picking: RwSignal::new(None),
            advice: Advice::new(draft, spot, screen, adviser),
            second,
            waits: StoredValue::new(Vec::new()),
            tool: RwSignal::new(None),
            unused: Unused::new(),
            checked,
            problems: Memo::new(move |_| all.with(shown)),
            mended: Memo::new(move |_| all.with(|all| all.as_ref().is_some_and(Vec::is_empty))),
            left,
            versions: RwSignal::new(Vec::new()),
            received: RwSignal::new(Arc::default()),
            apart: RwSignal::new(Arc::default()),
            grid: RwSignal::new(None),
            added_up: RwSignal::new(None),
            reading: RwSignal::new(None),
            many: StoredValue::new(Many::default()),
            unread_answers: RwSignal::new(0),
            work_news: RwSignal::new(0),
            is_received_read: RwSignal::new(true),
            not_kept: RwSignal::new(NotKept::default()),
            taken: RwSignal::new(None),
            taking: RwSignal::new(None),
            line: StoredValue::new(Line::default()),
            emptied: RwSignal::new(opened.was_emptied.then_some(Emptied::SinceTheLastVisit)),
            live: live::Live::new(),
            company: StoredValue::new(Company::of(author)),
            lost: RwSignal::new(None),
            changes_heard: RwSignal::new(0),
            help: RwSignal::new(false),
            words_heard: RwSignal::new(0),
            wanted_word: StoredValue::new(None),
            site: RwSignal::new(Site::default()),
            report: RwSignal::new(Edits::new(SurveyId(0))),
            trail: RwSignal::new(Trail::default()),
            message: RwSignal::new(None),
            works: Works::new(),
            typing: StoredValue::new(None),
            told_of_clashes: StoredValue::new(None),
            told_of_days: StoredValue::new(None),
            told_before: StoredValue::new(None),
            asks_where: RwSignal::new(false),
            field: StoredValue::new(None),
        };
        desk.note_saving(store::state());
        desk.route();
        desk.follow_photos();
        page::ask_before_leaving(move || {
            let would_be_lost = desk.not_kept.with_untracked(NotKept::would_be_lost);
            would_be_lost || store::state() != store::State::Settled
        });
        page::on_step(move |_| desk.route());
        store::follow(move |news| desk.note_news(news), move |state| desk.note_saving(state));
        desk
    }

    /// True where the browser keeps surveys at all.
    pub fn keeps_anything(&self) -> bool {
        json_storage::is_there()
    }

    /// Reads the list of surveys anew.
    pub fn load_home(&self) {
        self.summaries.set(library::summaries(clock::today()));
        self.templates.set(library::templates());
        self.unread.set(library::unread());
        self.copied_at.set(library::copied_at());
    }

    /// Says something, by eye and by screen reader.
    pub fn tell(&self, text: &str) {
        self.message.set(Some(Message { text: text.to_owned(), undo: None }));
    }
}

/// An id for a survey that is new.
pub(in crate::organiser) fn new_id() -> SurveyId {
    SurveyId(u64::from_be_bytes(random::bytes()))
}
