//! What of the answers the screen shows: everything for the team, or what can be shared; some people only, or groups
//! beside each other.

use crate::browser::page;
use crate::model::compare::{By, Side, both, names, sides, ways};
use crate::model::dataset::Dataset;
use crate::model::suppress::Rule;
use crate::organiser::state::Desk;
use crate::organiser::words;
use crate::ui::el::{El, button, el, parts};
use leptos::prelude::*;

/// What a person picked. It holds for as long as the screen is open.
#[derive(Clone, Copy)]
pub struct Look {
    /// True for what can be shared.
    pub shares: RwSignal<bool>,
    /// Which counts are small.
    pub rule: RwSignal<Rule>,
    /// What groups are told apart by.
    pub by: RwSignal<Option<By>>,
    /// Only these people: what tells them apart, and the name of their group.
    pub only: RwSignal<Option<(By, String)>>,
}

impl Look {
    pub fn new() -> Self {
        Self {
            shares: RwSignal::new(false),
            rule: RwSignal::new(Rule::default()),
            by: RwSignal::new(None),
            only: RwSignal::new(None),
        }
    }

    /// The people who are looked at. `None` for everybody. Too few are refused with a sentence.
    pub fn rows(self, data: &Dataset) -> Option<Result<Vec<usize>, String>> {
        let (by, name) = self.only.get()?;
        let side = sides(data, by).into_iter().find(|side| side.name == name);
        let side = side.unwrap_or(Side { name, rows: Vec::new() });
        Some(if side.is_small() { Err(too_few(&side)) } else { Ok(side.rows) })
    }

    /// The groups beside each other, and a sentence about each that is refused. `None` when nothing is compared.
    /// Of the `picked` people alone where there are some.
    pub fn sides(
        self,
        data: &Dataset,
        picked: Option<&Result<Vec<usize>, String>>,
    ) -> Option<(Vec<Side>, Vec<String>)> {
        let mut all = sides(data, self.by.get()?);
        if let Some(Ok(rows)) = picked {
            for side in &mut all {
                side.rows = both(&side.rows, rows);
            }
        }
        let (small, shown): (Vec<Side>, Vec<Side>) = all.into_iter().partition(Side::is_small);
        Some((shown, small.iter().map(too_few).collect()))
    }
}

/// What tells groups apart, in words: paper has no list to look at.
pub fn name_of(data: &Dataset, by: By) -> String {
    let name = ways(data).into_iter().find(|(way, _)| *way == by).map(|(_, name)| name);
    words::quoted(&name.unwrap_or_default())
}

fn too_few(side: &Side) -> String {
    let people = words::count(side.rows.len(), "person", "people");
    format!(
        "{} has {people}. That is too few to show alone: a group has 5 people or more.",
        words::quoted(&side.name)
    )
}

/// Each rule, with its name.
pub const RULES: [(Rule, &str); 3] = [
    (Rule::Under(5), "Hide counts under 5"),
    (Rule::Under(10), "Hide counts under 10"),
    (Rule::Rounded, "Round to the nearest 5, as the NHS does"),
];

/// The card with the controls.
pub fn card(desk: Desk, look: Look, save_counts: fn(Desk, Rule)) -> El {
    let pick = move |shares: bool, id: &'static str, name: &'static str| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "who-for")
            .id(id)
            .checked(move || look.shares.get() == shares)
            .on("change", move |_| look.shares.set(shares));
        el("label").class("tick").attr("for", id).child(input).child(el("span").text(name))
    };
    let who = el("fieldset")
        .class("who-for")
        .child(el("legend").class("label").text("Who is this for?"))
        .child(pick(false, "for-team", "My team: every count"))
        .child(pick(true, "for-sharing", "To share: small counts hidden"));
    let about = move || match look.shares.get() {
        false => "This shows every count. Do not share it: a small count can show who someone is.",
        true => {
            "Small counts are hidden, and so is what would give them back. Of what people wrote, only your tags and the quotes that \
             you marked are shown. You can print this, or download the counts."
        }
    };
    el("section")
        .class("card look")
        .attr("aria-labelledby", "look-heading")
        .child(el("h2").id("look-heading").text("What to show"))
        .child(who)
        .child(el("p").class("help").attr("role", "status").live_text(move || about().to_owned()))
        .show(move || !look.shares.get(), move || parts().child(for_team(desk, look)))
        .show(move || look.shares.get(), move || parts().child(to_share(desk, look, save_counts)))
}

fn for_team(desk: Desk, look: Look) -> El {
    // With many answers the charts come first, and then what they can be shown by.
    let is_painted = RwSignal::new(false);
    page::after_painting(move || _ = is_painted.try_set(true));
    let all = Memo::new(move |_| {
        if !is_painted.get() {
            return Vec::new();
        }
        let (versions, received) = (desk.versions.read(), desk.received.read());
        let data = desk.laid(&versions, &received);
        let with_sides = |(by, name): (By, String)| (by, name, names(&data, by));
        ways(&data).into_iter().map(with_sides).collect::<Vec<_>>()
    });
    let option = |value: String, name: String| {
        el("option").attr("value", value).attr("dir", "auto").text(name)
    };
    let compare = move || {
        let all = all.get();
        let ways = all.into_iter().enumerate().map(|(at, (by, name, _))| {
            let name = words::short(&name, LONGEST);
            option(at.to_string(), name).selected(move || look.by.get_untracked() == Some(by))
        });
        [option(String::new(), "Do not compare".into())].into_iter().chain(ways).collect()
    };
    let filter = move || {
        let all = all.get();
        let groups = all.into_iter().enumerate().map(|(at, (by, name, sides))| {
            let options = sides.into_iter().enumerate().map(move |(side, name)| {
                let picked = Some((by, name.clone()));
                option(format!("{at}/{side}"), words::short(&name, LONGEST))
                    .selected(move || look.only.get_untracked() == picked)
            });
            el("optgroup").attr("label", words::short(&name, LONGEST)).children(options)
        });
        [option(String::new(), "Everyone".into())].into_iter().chain(groups).collect()
    };
    let pick_by = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        look.by.set(place.and_then(|place| all.with_untracked(|all| Some(all.get(place)?.0))));
    };
    let pick_only = move |event| {
        let value = event_target_value(&event);
        let found = value.split_once('/').and_then(|(at, side)| {
            let (at, side): (usize, usize) = (at.parse().ok()?, side.parse().ok()?);
            all.with_untracked(|all| {
                let (by, _, sides) = all.get(at)?;
                Some((*by, sides.get(side)?.clone()))
            })
        });
        look.only.set(found);
    };
    el("div")
        .class("look-fields")
        .child(labelled(
            "look-compare",
            "Compare groups by",
            el("select").class("text-field").id("look-compare").on("change", pick_by).live(compare),
        ))
        .child(labelled(
            "look-only",
            "Show only these people",
            el("select").class("text-field").id("look-only").on("change", pick_only).live(filter),
        ))
}

/// The longest name in a list, in letters.
const LONGEST: usize = 80;

fn to_share(desk: Desk, look: Look, save_counts: fn(Desk, Rule)) -> El {
    let option = move |(at, (rule, name)): (usize, (Rule, &'static str))| {
        let option = el("option").attr("value", at.to_string()).text(name);
        option.selected(move || look.rule.get() == rule)
    };
    let pick = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        let rule = place.and_then(|place| RULES.get(place));
        look.rule.set(rule.map_or_else(Rule::default, |(rule, _)| *rule));
    };
    let rules = el("select").class("text-field").id("look-rule").on("change", pick);
    let rules = rules.children(RULES.into_iter().enumerate().map(option));
    let save = button("button primary")
        .on("click", move |_| save_counts(desk, look.rule.get_untracked()))
        .text("Download counts to share");
    el("div")
        .class("look-fields")
        .child(labelled("look-rule", "Small counts", rules))
        .child(el("div").class("button-row").child(save))
}

fn labelled(id: &'static str, name: &'static str, field: El) -> El {
    el("div").class("labelled").child(el("label").attr("for", id).text(name)).child(field)
}
