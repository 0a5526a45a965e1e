//! What the group compares with: a nation and one of its areas, or numbers of its own. And for whom it is shown.

use super::{Fetched, Screen};
use crate::model::missing::{About, Group, Key, Place, groups_of};
use crate::model::ready_made::equality::Nation;
use crate::model::suppress::Rule;
use crate::organiser::results::RULES;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

const AREA: &str = "missing-area";
const LIST: &str = "missing-areas";
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
        screen.change(|plan| {
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

/// The area, typed or picked from a list that the browser narrows down.
fn area(screen: Screen) -> El {
    let options = move || {
        let Fetched::Here(figures) = screen.fetched.get() else { return Vec::new() };
        let areas = figures.place(screen.nation()).map(|place| place.areas.clone());
        let option = |area: crate::model::missing::Area| el("option").attr("value", area.name);
        areas.unwrap_or_default().into_iter().map(option).collect()
    };
    let typed = Memo::new(move |_| screen.plan.with(|plan| plan.get(&Key::Area).to_owned()));
    let told = move || match screen.fetched.get() {
        Fetched::Coming => "The figures are on their way.".to_owned(),
        Fetched::Failed => "The figures did not come.".to_owned(),
        Fetched::Here(figures) => {
            let typed = typed.get();
            match figures.area(screen.nation(), &typed) {
                Some(area) => format!("Compared with {}.", area.name),
                None if typed.trim().is_empty() => {
                    "Type the start of your council’s name, then pick it from the list.".to_owned()
                }
                None => "We have no area of this name. Pick one from the list.".to_owned(),
            }
        }
    };
    let again = move || {
        let again = button("button").on("click", move |_| screen.fetch()).text("Try again");
        parts().child(again)
    };
    el("div")
        .class("labelled")
        .child(el("label").attr("for", AREA).text("Local authority"))
        .child(
            el("input")
                .attr("type", "text")
                .class("text-field")
                .id(AREA)
                .attr("list", LIST)
                .attr("autocomplete", "off")
                .attr("aria-describedby", HELP)
                .value(move || typed.get())
                .on("input", move |event| screen.set(Key::Area, &event_target_value(&event))),
        )
        .child(el("datalist").id(LIST).live(options))
        .child(el("p").class("help").id(HELP).attr("role", "status").live_text(told))
        .show(move || screen.fetched.get() == Fetched::Failed, again)
}

/// Boxes for the numbers of the group's own register.
fn own_numbers(screen: Screen, is_own: bool, nation: Nation) -> Vec<El> {
    if !is_own {
        return Vec::new();
    }
    let Fetched::Here(figures) = screen.fetched.get() else { return Vec::new() };
    let Some(place) = figures.place(nation) else { return Vec::new() };
    let about = "Write how many people of your register are in each group. Leave a topic empty to leave it out.";
    let topics = About::ALL.into_iter().map(|about| topic(screen, place, about));
    vec![el("p").class("help").text(about), el("div").class("missing-own").children(topics)]
}

fn topic(screen: Screen, place: &Place, about: About) -> El {
    let groups = groups_of(place, about);
    let field = |(at, group): (usize, &Group)| {
        let key = Key::Own(about, group.code.clone());
        let (shown, id) = (key.clone(), format!("own-{}-{at}", about.name().replace(' ', "-")));
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
                        screen.set(key.clone(), &event_target_value(&event));
                    }),
            )
    };
    let fields: Vec<El> = groups.iter().enumerate().map(field).collect();
    let wrong = move || {
        screen.plan.with(|plan| {
            let is_begun = groups
                .iter()
                .any(|group| !plan.get(&Key::Own(about, group.code.clone())).trim().is_empty());
            let is_right = plan.own(about, &groups).is_some();
            match is_begun && !is_right {
                true => "Write a whole number in each box, such as 0 or 120.".to_owned(),
                false => String::new(),
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
