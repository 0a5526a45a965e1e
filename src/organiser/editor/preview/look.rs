//! How the preview looks: on what, in which language, in which colours, with words how large. The
//! same settings as participants have in their own bar, and nothing of them is kept.

use crate::browser::{fetch, language};
use crate::model::draft::{Draft, Place};
use crate::model::seal::PublicKey;
use crate::model::survey::{Language, Survey};
use crate::model::words::{Word, Words};
use crate::organiser::state::Desk;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What people answer on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// A phone.
    Phone,
    /// A tablet, drawn smaller than it is.
    Tablet,
    /// Sheets of paper.
    Paper,
}

impl Device {
    const ALL: [(Device, &'static str); 3] =
        [(Device::Phone, "Phone"), (Device::Tablet, "Tablet"), (Device::Paper, "Paper")];

    /// What the preview is called while it shows this.
    pub fn title(self) -> &'static str {
        match self {
            Device::Phone => "How it looks on a phone",
            Device::Tablet => "How it looks on a tablet, made smaller to fit",
            Device::Paper => "How it looks on paper, made smaller to fit",
        }
    }
}

/// A setting of the participant's bar: what a page is marked with, its name, and its choices.
type Setting = (&'static str, Word, &'static [Word]);

/// The settings that change how a page looks while it stands still.
const SETTINGS: [Setting; 3] = [
    (
        "data-colours",
        Word::Colours,
        &[Word::ColoursLight, Word::ColoursCream, Word::ColoursDark, Word::ColoursYellow],
    ),
    ("data-size", Word::TextSize, &[Word::Size1, Word::Size2, Word::Size3, Word::Size4]),
    ("data-pictures", Word::Pictures, &[Word::PicturesOn, Word::PicturesOff]),
];

/// What was chosen.
#[derive(Clone, Copy)]
pub struct Look {
    desk: Desk,
    /// What the survey is shown on.
    pub device: RwSignal<Device>,
    /// A language that was picked from the list, whether the survey still has it or not.
    picked: RwSignal<Option<Language>>,
    /// The language that is shown.
    pub language: Memo<Language>,
    /// The app's own words in that language.
    pub words: Memo<Words>,
    /// True when those could not be fetched.
    words_failed: RwSignal<bool>,
    /// The place of each setting's choice.
    set: RwSignal<[usize; SETTINGS.len()]>,
}

impl Look {
    /// A phone with the usual settings, in the survey's own language.
    pub fn new(desk: Desk) -> Self {
        let picked = RwSignal::new(None::<Language>);
        let language = Memo::new(move |_| {
            let has = |language: &Language| {
                desk.draft.with(|draft| draft.content().translations.contains_key(language))
            };
            let own = || desk.draft.with(|draft| draft.content().language);
            picked.get().filter(has).unwrap_or_else(own)
        });
        // The words of one language as they came, and of which.
        let came = RwSignal::new((Language::ENGLISH, ""));
        let words_failed = RwSignal::new(false);
        Effect::new(move |_| {
            let wanted = language.get();
            words_failed.set(false);
            let address = language::words_address(wanted.tag());
            let Some(address) = address.filter(|_| wanted != Language::ENGLISH) else {
                return came.set((wanted, ""));
            };
            spawn_local(async move {
                let file = fetch::text(&address).await;
                // Somebody who is quick has picked another by now, or left.
                if language.try_get_untracked() == Some(wanted) {
                    words_failed.set(file.is_none());
                    came.set((wanted, file.unwrap_or_default().leak()));
                }
            });
        });
        let supplied = Memo::new(move |_| supplied(desk, language.get()));
        let words = Memo::new(move |_| {
            let (of, file) = came.get();
            supplied.with(|supplied| match of == language.get() {
                false => desk.words,
                true if file.is_empty() && supplied.is_empty() => desk.words,
                true => Words::of(file, supplied),
            })
        });
        let set = RwSignal::new([0; SETTINGS.len()]);
        let device = RwSignal::new(Device::Phone);
        Self { desk, device, picked, language, words, words_failed, set }
    }

    /// True when the survey is shown in another language than its own.
    pub fn is_translated(&self) -> bool {
        let own = self.desk.draft.with(|draft| draft.content().language);
        self.language.get() != own
    }

    /// The survey as it stands in the language that is shown, checked or not. Nobody answers it, so
    /// it has no key.
    pub fn survey(&self, draft: &Draft) -> Survey {
        draft.as_survey(0, PublicKey([0; 32])).in_language(self.language.get())
    }

    /// Marks the element that holds a participant's page, as their own bar marks the page.
    pub fn mark(self, mut page: El) -> El {
        for (place, (name, ..)) in SETTINGS.iter().enumerate() {
            page = page.live_attr(name, move || Some(self.set.get()[place].to_string()));
        }
        page
    }

    /// Says of an element which language its words are in, and which way that runs.
    pub fn speak(self, page: El) -> El {
        page.live_attr("lang", move || Some(self.language.get().tag().to_owned()))
            .live_attr("dir", move || Some(self.language.get().direction().to_owned()))
    }

    /// What the survey is shown on: one of 3, as buttons side by side.
    pub fn devices(self) -> El {
        let choice = |(device, name): (Device, &'static str)| {
            let radio = el("input").attr("type", "radio").attr("name", "preview-device");
            let radio = radio.checked(move || self.device.get() == device);
            let radio = radio.on("change", move |_| self.device.set(device));
            el("label").class("segment").child(radio).child(el("span").text(name))
        };
        let legend = el("legend").class("unseen").text("Show it on");
        el("fieldset").class("segments").child(legend).children(Device::ALL.map(choice))
    }

    /// The language and the settings. Closed at first: most people look at the words.
    pub fn settings(self) -> El {
        let setting = |(place, (_, name, choices)): (usize, &Setting)| {
            let words = self.desk.words;
            let option = |(number, word): (usize, &Word)| {
                el("option").attr("value", number.to_string()).text(words.say(*word))
            };
            let options = choices.iter().enumerate().map(option).collect();
            let choose = move |value: String| {
                self.set.update(|set| set[place] = value.parse().unwrap_or_default());
            };
            let select = select(options, choose);
            labelled(words.say(*name), select.value(move || self.set.get()[place].to_string()))
        };
        let languages = Memo::new(move |_| {
            self.desk.draft.with(|draft| {
                let content = draft.content();
                let others = content.translations.keys().filter(|tag| **tag != content.language);
                core::iter::once(content.language).chain(others.copied()).collect::<Vec<_>>()
            })
        });
        let language = move || {
            let all = languages.get();
            (all.len() > 1).then(|| self.language_field(&all)).into_iter().collect()
        };
        let name = move || match languages.with(Vec::len) {
            0 | 1 => "Colours and size".to_owned(),
            _ => "Language, colours and size".to_owned(),
        };
        let failed = el("p").class("problem").attr("role", "status").live_text(move || {
            let text = "Some words are not there yet. Check your internet. Then pick it again.";
            if self.words_failed.get() { text.to_owned() } else { String::new() }
        });
        let fields = el("div").class("preview-fields").live(language);
        let fields = fields.children(SETTINGS.iter().enumerate().map(setting)).child(failed);
        let summary = el("summary").live_text(name);
        el("details").class("preview-settings").child(summary).child(fields)
    }

    fn language_field(self, all: &[Language]) -> El {
        let shown = self.language.get_untracked();
        let option = |each: &Language| {
            el("option")
                .attr("value", each.tag().to_owned())
                .attr("lang", each.tag().to_owned())
                .attr_if("selected", (*each == shown).then_some(""))
                .text(language::name(each.tag()))
        };
        let choose = move |tag: String| self.picked.set(Language::parse(&tag));
        labelled(
            self.desk.words.say(Word::Language),
            select(all.iter().map(option).collect(), choose),
        )
    }
}

fn select(options: Vec<El>, choose: impl Fn(String) + Send + 'static) -> El {
    let select = el("select").class("text-field").children(options);
    select.on("change", move |event| choose(event_target_value(&event)))
}

fn labelled(name: &'static str, field: El) -> El {
    el("label").class("preview-field").child(el("span").text(name)).child(field)
}

/// The app's own words that the organiser supplied in a language.
fn supplied(desk: Desk, language: Language) -> Vec<(u8, String)> {
    desk.draft.with(|draft| {
        let texts = draft.content().translations.get(&language);
        let own = |(place, text): (&Place, &String)| match place {
            Place::Own(word) if !text.trim().is_empty() => {
                Some((*word as u8, text.trim().to_owned()))
            }
            _ => None,
        };
        let said = draft.content().words_in(language);
        said.into_iter().chain(texts.into_iter().flatten().filter_map(own)).collect()
    })
}
