//! The "About you" pack: equality questions for a nation, with the page that says why we ask. One press adds them.
//!
//! Part of the second part of the program. Absent: the questions and their standards, which are the model's.

use super::controls::tick;
use super::paste_questions::tool_foot;
use super::tools::head;
use crate::model::draft::DraftQuestion;
use crate::model::edit::questions::counted;
use crate::model::phrase;
use crate::model::ready_made::equality::{CHECKED, Nation, Standard, Topic, asked_topics, pack};
use crate::model::ready_made::rest_of_pack;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, el};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What a person picks before the questions are added.
#[derive(Clone, Copy)]
struct Wanted {
    nation: RwSignal<Nation>,
    topics: RwSignal<BTreeSet<Topic>>,
    apart: RwSignal<bool>,
}

/// What stands in the dialog.
pub fn tool(desk: Desk) -> Vec<El> {
    let wanted = Wanted {
        nation: RwSignal::new(Nation::default()),
        topics: RwSignal::new(Topic::ALL.into_iter().collect()),
        apart: RwSignal::new(false),
    };
    let pressed = RwSignal::new(false);
    let rest = Memo::new(move |_| {
        desk.draft.with(|draft| rest_of_pack(draft.content(), wanted.questions()).0)
    });
    let add = move |_| {
        pressed.set(true);
        if rest.with_untracked(|rest| !rest.is_empty()) {
            desk.add_pack(wanted.questions_untracked());
        }
    };
    let says = move || match rest.with(Vec::is_empty) {
        true => "Add questions".to_owned(),
        false => format!("Add {}", rest.with(|rest| counted(rest.iter().map(|q| q.kind)))),
    };
    let missing = move || {
        let says = match (pressed.get(), wanted.topics().is_empty(), rest.with(Vec::is_empty)) {
            (true, true, _) => "Tick at least one topic.",
            (true, false, true) => "All of these are in your survey.",
            _ => "",
        };
        says.to_owned()
    };
    let is_apart = Memo::new(move |_| wanted.apart.get());
    let set_apart = Callback::new(move |on| wanted.apart.set(on));
    let here = move || match wanted.questions().len() - rest.with(Vec::len) {
        0 => String::new(),
        count => format!(
            "{} already in your survey. What is there is not added again.",
            phrase::count(count, "of these is", "of these are")
        ),
    };
    vec![
        head(desk, "About you: equality questions"),
        el("p").class("help").text(
            "Easy-read questions that show who takes part, and who is missing. People can skip each one or say \
             that they prefer not to say. A first page tells them why you ask. They come at the end of your survey.",
        ),
        nations(wanted),
        topics(wanted),
        el("div").class("stack").child(tick(
            words::KEEP_APART,
            words::APART_MEANS,
            is_apart,
            set_apart,
        )),
        standards(wanted),
        el("p").class("help").attr("role", "status").live_text(here),
        tool_foot(missing, says, add),
    ]
}

impl Wanted {
    /// The topics as they are picked now.
    fn topics(self) -> Vec<Topic> {
        asked_topics(self.topics.get())
    }

    /// The questions as they are picked now.
    fn questions(self) -> Vec<DraftQuestion> {
        pack(self.nation.get(), &self.topics(), self.apart.get())
    }

    fn questions_untracked(self) -> Vec<DraftQuestion> {
        untrack(|| self.questions())
    }
}

fn nations(wanted: Wanted) -> El {
    let radio = |nation: Nation| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "pack-nation")
            .checked(move || wanted.nation.get() == nation)
            .on("change", move |_| wanted.nation.set(nation));
        el("label").class("tick").child(input).child(el("span").text(nation.name()))
    };
    el("fieldset")
        .class("pack-part")
        .child(el("legend").text("Which nation’s groups?"))
        .child(
            el("p").class("help").text("The official lists for ethnic group and religion differ."),
        )
        .child(el("div").class("ticks").children(Nation::ALL.map(radio)))
}

fn topics(wanted: Wanted) -> El {
    let item = |topic: Topic| {
        let flip = move |_| {
            wanted.topics.update(|topics| {
                if !topics.remove(&topic) {
                    topics.insert(topic);
                }
            });
        };
        let off = move || {
            topic == Topic::EthnicDetail && !wanted.topics.with(|t| t.contains(&Topic::Ethnic))
        };
        let input = el("input")
            .attr("type", "checkbox")
            .checked(move || wanted.topics.with(|topics| topics.contains(&topic)) && !off())
            .live_attr("disabled", move || off().then(String::new))
            .on("change", flip);
        el("label").class("tick").child(input).child(el("span").text(topic.name()))
    };
    el("fieldset")
        .class("pack-part")
        .child(el("legend").text("What to ask about"))
        .child(el("p").class("help").text(
            "Ask only what you will use. The detail is asked after a main group is picked, and can be skipped.",
        ))
        .child(el("div").class("ticks").children(Topic::ALL.map(item)))
}

/// Which standards the categories are from, when each was published, and which are about to change.
fn standards(wanted: Wanted) -> El {
    let line = move |topic: Topic| {
        let Standard { name, published, has_lists, moving } = topic.standard();
        let list = if has_lists {
            ["List for ", wanted.nation.get().name(), ". "].concat()
        } else {
            String::new()
        };
        let moves = moving.map(|since| {
            el("span")
                .class("pill")
                .text(format!("Changing: work on a new version told in {since}"))
        });
        el("li")
            .child(el("strong").text(topic.name()))
            .child(el("span").text(format!(": {name}, published {published}. {list}")))
            .children(moves)
    };
    let list = el("ul").class("pack-standards").live(move || Topic::ALL.map(line).into());
    el("details")
        .class("ready-group")
        .child(
            el("summary")
                .child(el("span").class("ready-name").text("The standards behind these questions")),
        )
        .child(el("div").class("pack-inside").child(el("p").text(
            "The words are ours, to be easy to read. Each answer counts as a category of the UK harmonised \
             standards (Government Statistical Service), so that you can compare with other figures. The codebook \
             that you download has the categories.",
        ))
        .child(list)
        .child(el("p").class("help").text(format!(
            "Last checked on {CHECKED}. Standards change: look at the Analysis Function website before a large survey."
        ))))
}
