//! What the group compares with: a nation and one of its areas, or numbers of its own. And for whom it is shown.

use super::{Fetched, Screen};
use crate::browser::page;
use crate::model::missing::{
    About, Group, Key, LONGEST_TEXT, Meant, Offer, Place, Unknown, groups_of, why_none, with_name,
};
use crate::model::ready_made::equality::Nation;
use crate::model::suppress::Rule;
use crate::organiser::results::RULES;
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

const AREA: &str = "missing-area";
const HELP: &str = "missing-area-help";

/// The card.
pub(super) fn card(screen: Screen) -> El {
    let way = |is_own: bool, name: &'static str| {
        let pick = move |_| screen.set(Key::Register, if is_own { "yes" } else { "" });
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "missing-with")
            .checked(move || screen.is_own() == is_own)
            .on("change", pick);
        el("label").class("tick").child(input).child(el("span").text(name))
    };
    let ways = el("fieldset")
        .class("who-for")
        .child(el("legend").class("label").text("Compare with"))
        .child(way(false, "The people who live in an area, by the census"))
        .child(way(true, "Our own numbers, such as a register"));
    let is_own = Memo::new(move |_| screen.is_own());
    let nation = Memo::new(move |_| screen.nation());
    el("section")
        .class("card look no-print")
        .attr("aria-labelledby", "missing-with-heading")
        .child(el("h2").id("missing-with-heading").text("What to compare with"))
        .child(ways)
        .child(
            el("div")
                .class("look-fields")
                .child(nations(screen))
                .show(move || !is_own.get(), move || parts().child(area(screen))),
        )
        .live(move || own_numbers(screen, is_own.get(), nation.get()))
        .child(for_whom(screen))
}

fn nations(screen: Screen) -> El {
    let option = move |nation: Nation| {
        el("option")
            .attr("value", nation.name())
            .text(nation.name())
            .selected(move || screen.nation() == nation)
    };
    let pick = move |event| {
        let author = screen.desk.author();
        screen.change(None, |plan| {
            plan.set(Key::Nation, &event_target_value(&event), author);
            plan.set(Key::Area, "", author);
        });
    };
    let select = el("select").class("text-field").id("missing-nation").on("change", pick);
    el("div")
        .class("labelled")
        .child(el("label").attr("for", "missing-nation").text("Nation"))
        .child(select.children(Nation::ALL.map(option)))
}

/// The areas, as they are typed, and what may be meant by what is no name of one.
fn area(screen: Screen) -> El {
    let typed = Memo::new(move |_| screen.plan.with(|plan| plan.get(&Key::Area).to_owned()));
    let read = Memo::new(move |_| match screen.fetched.get() {
        Fetched::Here(figures) => Some(Read::of(&figures.meant(screen.nation(), &typed.get()))),
        Fetched::Coming | Fetched::Failed => None,
    });
    let told = move || match screen.fetched.get() {
        Fetched::Coming => "The figures are on their way.".to_owned(),
        Fetched::Failed => "The figures did not come.".to_owned(),
        Fetched::Here(_) => {
            read.with(|read| read.as_ref().map_or_else(String::new, |read| read.says(screen)))
        }
    };
    let again = move || {
        let again = button("button").on("click", move |_| screen.fetch()).text("Try again");
        parts().child(again)
    };
    let offers = move || {
        let Some(Read { unknown: Some(unknown), .. }) = read.get() else { return Vec::new() };
        let Unknown { typed, offers } = unknown;
        let offer = |offer| offered(screen, &typed, offer);
        vec![
            el("ul")
                .class("area-offers")
                .attr("role", "list")
                .children(offers.into_iter().map(offer)),
        ]
    };
    let is_some = move || read.with(|read| read.as_ref().is_some_and(Read::is_whole));
    let more = move || {
        let add = move |_| {
            screen.set(
                Key::Area,
                &format!("{}; ", typed.get_untracked().trim_end_matches([';', ' '])),
            );
            page::focus_soon(AREA);
        };
        let add = button("button plain").on("click", add).text("Add another area");
        parts().child(add)
    };
    el("div")
        .class("labelled area-field")
        .child(el("label").attr("for", AREA).text("Local authority or county"))
        .child(
            el("input")
                .attr("type", "text")
                .class("text-field")
                .id(AREA)
                .attr("autocomplete", "off")
                .attr("maxlength", LONGEST_TEXT.to_string())
                .attr("aria-describedby", HELP)
                .value(move || typed.get())
                .on("input", move |event| {
                    screen.write(AREA, Key::Area, &event_target_value(&event))
                })
                .on("blur", move |_| screen.desk.stop_typing_here()),
        )
        .child(el("p").class("help").id(HELP).attr("role", "status").live_text(told))
        .live(offers)
        .show(is_some, more)
        .show(move || screen.fetched.get() == Fetched::Failed, again)
}

/// What was typed as it is told.
#[derive(Clone, Debug, PartialEq)]
struct Read {
    name: String,
    areas: Vec<String>,
    unknown: Option<Unknown>,
}

impl Read {
    fn of(meant: &Meant) -> Self {
        let areas = meant.areas.iter().map(|area| area.name.clone()).collect();
        Self { name: meant.name.clone(), areas, unknown: meant.unknown.clone() }
    }

    /// True where all of it is known.
    fn is_whole(&self) -> bool {
        self.unknown.is_none() && !self.areas.is_empty()
    }

    fn says(&self, screen: Screen) -> String {
        let Some(unknown) = &self.unknown else {
            return match &self.areas[..] {
                [] => {
                    "Type the name of your council or county, or part of it. For all of a nation, type its name."
                        .to_owned()
                }
                [_] => format!("Compared with {}.", self.name),
                some => format!("Compared with {}: {} together.", self.name, words::and(some)),
            };
        };
        let typed = words::quoted(&unknown.typed);
        match &unknown.offers[..] {
            [] => format!(
                "We have no area called {typed}. Our figures are for councils, as they were in the census. For a \
                 town, a neighbourhood or a region, choose the councils that it is in, with “;” between them. Or \
                 choose “Our own numbers” above."
            ),
            [first, ..] if first.nation != screen.nation() => {
                format!("We found {typed} in {}. Choose it:", first.nation.name())
            }
            _ => format!("No council is called just {typed}. Choose one:"),
        }
    }
}

/// An area that may be meant, and the press that takes it, with its nation.
fn offered(screen: Screen, unknown: &str, offer: Offer) -> El {
    let Offer { nation, name, areas } = offer;
    let mut says = name.clone();
    if areas > 1 {
        says.push_str(&format!(", {} areas", words::number(areas)));
    }
    if nation != screen.nation() {
        says.push_str(&format!(" ({})", nation.name()));
    }
    let unknown = unknown.to_owned();
    let take = move |_| {
        let author = screen.desk.author();
        let is_here = screen.nation_untracked() == nation;
        screen.change(None, |plan| {
            let text = match is_here {
                true => with_name(plan.get(&Key::Area), &unknown, &name),
                // The areas of two nations have no groups in common.
                false => name.clone(),
            };
            plan.set(Key::Nation, nation.name(), author);
            plan.set(Key::Area, &text, author);
        });
        page::focus_soon(AREA);
    };
    el("li").child(button("button").on("click", take).text(says))
}

/// Boxes for the numbers of the group's own register, or for those topics of which the census figures say nothing.
fn own_numbers(screen: Screen, is_own: bool, nation: Nation) -> Vec<El> {
    let Fetched::Here(figures) = screen.fetched.get() else { return Vec::new() };
    let Some(place) = figures.place(nation) else { return Vec::new() };
    let about = match is_own {
        true => {
            "Write how many people of your register are in each group. 0 is a number too. Leave a topic empty to \
             leave it out."
        }
        false => "Have you got numbers for what is not in our figures? Write them here.",
    };
    let is_asked = |about: &About| is_own || why_none(place, *about).is_some();
    let topics: Vec<El> =
        About::ALL.into_iter().filter(is_asked).map(|about| topic(screen, place, about)).collect();
    if topics.is_empty() {
        return Vec::new();
    }
    vec![el("p").class("help").text(about), el("div").class("missing-own").children(topics)]
}

fn topic(screen: Screen, place: &Place, about: About) -> El {
    let groups = groups_of(place, about);
    let field = |(at, group): (usize, &Group)| {
        let key = Key::Own(about, group.code.clone());
        let (shown, id) = (key.clone(), format!("own-{}-{at}", about.name().replace(' ', "-")));
        let field = id.clone();
        el("div")
            .class("labelled")
            .child(el("label").attr("for", id.clone()).text(group.name.clone()))
            .child(
                el("input")
                    .attr("type", "text")
                    .attr("inputmode", "numeric")
                    .attr("autocomplete", "off")
                    .class("text-field")
                    .id(id)
                    .value(move || screen.plan.with(|plan| plan.get(&shown).to_owned()))
                    .on("input", move |event| {
                        screen.write(&field, key.clone(), &event_target_value(&event));
                    })
                    .on("blur", move |_| screen.desk.stop_typing_here()),
            )
    };
    let fields: Vec<El> = groups.iter().enumerate().map(field).collect();
    let wrong = move || {
        screen.plan.with(|plan| {
            let is_begun = groups
                .iter()
                .any(|group| !plan.get(&Key::Own(about, group.code.clone())).trim().is_empty());
            match plan.own(about, &groups) {
                None if is_begun => {
                    "Write a whole number in each box, such as 0 or 120.".to_owned()
                }
                Some(own) if own.iter().all(|count| *count == 0) => {
                    "Nobody is in any of these groups, so there is nothing to compare with."
                        .to_owned()
                }
                _ => String::new(),
            }
        })
    };
    el("details")
        .class("ready-group")
        .child(el("summary").child(el("span").class("ready-name").text(about.name())))
        .child(
            el("fieldset")
                .class("pack-inside")
                .child(el("legend").class("unseen").text(about.name()))
                .children(fields)
                .child(el("p").class("problem").attr("role", "status").live_text(wrong)),
        )
}

fn for_whom(screen: Screen) -> El {
    let pick = move |shares: bool, name: &'static str| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "missing-for")
            .checked(move || screen.shares.get() == shares)
            .on("change", move |_| screen.shares.set(shares));
        el("label").class("tick").child(input).child(el("span").text(name))
    };
    let option = move |(at, (rule, name)): (usize, (Rule, &'static str))| {
        let option = el("option").attr("value", at.to_string()).text(name);
        option.selected(move || screen.rule.get() == rule)
    };
    let set_rule = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        let rule = place.and_then(|place| RULES.get(place));
        screen.rule.set(rule.map_or_else(Rule::default, |(rule, _)| *rule));
    };
    let rules = move || {
        let select = el("select").class("text-field").id("missing-rule").on("change", set_rule);
        parts().child(
            el("div")
                .class("labelled")
                .child(el("label").attr("for", "missing-rule").text("Small counts"))
                .child(select.children(RULES.into_iter().enumerate().map(option))),
        )
    };
    el("div")
        .class("stack")
        .child(
            el("fieldset")
                .class("who-for")
                .child(el("legend").class("label").text("Who is this for?"))
                .child(pick(false, "My team: every count"))
                .child(pick(true, "To share: small counts hidden")),
        )
        .show(move || screen.shares.get(), rules)
}
