//! A card for each topic: rows of people who answered, beside as many of the area.

use super::{Fetched, Screen};
use crate::model::dataset::{held_back, open_sets};
use crate::model::missing::{
    About, Counted, FEWEST, Group, Key, Line, NotCounted, Place, Verdict, compared, counted,
    expected, groups_of, says, share_in_words, shared_counts, why_none,
};
use crate::model::results::chart::Figures as Drawn;
use crate::model::suppress::Shown;
use crate::organiser::results::{Cell, bar, figures};
use crate::organiser::screen::{Part, Screen as Address};
use crate::organiser::words;
use crate::ui::el::{El, button, el};
use leptos::prelude::*;

/// Every topic, once there is something to compare with.
pub(super) fn topics(screen: Screen) -> Vec<El> {
    let desk = screen.desk;
    let Fetched::Here(all) = screen.fetched.get() else { return Vec::new() };
    let nation = screen.nation();
    let Some(place) = all.place(nation) else { return Vec::new() };
    let (is_own, typed) =
        (screen.is_own(), screen.plan.with(|plan| plan.get(&Key::Area).to_owned()));
    let meant = all.meant(nation, &typed);
    if !is_own && meant.areas.is_empty() {
        return Vec::new();
    }
    const OWN: &str = "your register";
    let name = if is_own { OWN } else { &*meant.name };
    let (versions, received, apart) =
        (desk.versions.read(), desk.received.read(), desk.apart.read());
    let mut cards = Vec::new();
    let (mut not_asked, mut other_nation, mut no_figures) = (Vec::new(), false, Vec::new());
    let (mut kept_apart, mut too_few) = (Vec::new(), None);
    for about in About::ALL {
        let groups = groups_of(place, about);
        let own = || {
            let own = screen.plan.with(|plan| plan.own(about, &groups));
            own.filter(|own| own.iter().any(|count| *count > 0)).map(|own| (own, OWN))
        };
        let of_area = || Some((place.counts_of(&meant.areas, about)?, name));
        let people = if is_own { own() } else { of_area().or_else(own) };
        match (counted(&versions, &received, &apart, (nation, about), &groups), people) {
            (Err(NotCounted::KeptApart(why)), _) => {
                kept_apart.push(about.name().to_owned());
                too_few = Some(why);
            }
            (Err(NotCounted::NotAsked), _) => not_asked.push(about.name().to_owned()),
            (Err(NotCounted::OtherNation), _) => other_nation = true,
            (Ok(_), None) => no_figures.push(about),
            (Ok(counted), Some((people, name))) => {
                cards.push(topic(screen, (about, &groups), &counted, (&people, name)));
            }
        }
    }
    let mut all = Vec::new();
    if !cards.is_empty() {
        let legend = "Filled figures are the people who answered. Outlined figures are how many there would be if \
                      they were as the area is.";
        all.push(
            el("div")
                .class("results-part")
                .child(el("h2").text(format!("Beside {name}")))
                .child(el("p").class("soft").text(legend))
                .children(cards),
        );
    }
    let note = |text: String| el("p").text(text);
    let mut notes = Vec::new();
    let open = open_sets(&versions, &apart).len();
    if open > 0 && open < apart.len() {
        notes.push(note(held_back(apart.len() - open)));
    }
    if let Some(why) = too_few {
        notes.push(note(format!("Kept apart: {}. {}", kept_apart.join(", "), why.says())));
    }
    if other_nation {
        notes.push(note(
            "Your survey asks with the list of another nation. Pick that nation to compare."
                .to_owned(),
        ));
    }
    for about in no_figures {
        notes.push(note(match why_none(place, about) {
            Some(why) if !is_own => {
                format!("{why} Write those numbers above, under “{}”, to compare.", about.name())
            }
            _ => format!("{}: you have not written numbers for it.", about.name()),
        }));
    }
    if !not_asked.is_empty() {
        notes.push(note(format!(
            "Your survey does not ask with our equality questions about: {}. So nobody can be counted.",
            not_asked.join(", ")
        )));
        let id = screen.plan.with_untracked(|plan| plan.survey);
        let go = button("button no-print")
            .on("click", move |_| desk.go(Address::Survey(id, Part::Questions)))
            .text("Go to the questions");
        notes.push(el("div").class("button-row").child(go));
    }
    if !notes.is_empty() {
        all.push(el("div").class("card").children(notes));
    }
    if !is_own {
        all.push(source(place));
    }
    all
}

/// Where the figures are from.
fn source(place: &Place) -> El {
    el("p").class("soft").text(format!(
        "Area figures: Census {}, counted up on 29 November 2026, so a sum can be a few people off. Contains public \
         sector information licensed under the Open Government Licence v3.0. Source: Office for National Statistics, \
         National Records of Scotland, NISRA.",
        place.year
    ))
}

fn topic(
    screen: Screen,
    (about, groups): (About, &[Group]),
    counted: &Counted,
    (people, name): (&[u64], &str),
) -> El {
    let heading = el("h3").class("words").text(about.name());
    let card = el("section").class("card tally").child(heading);
    let sentence = |text: &str| el("p").text(text.to_owned());
    let Some(lines) = compared(counted, people) else {
        return card.child(sentence("The figures do not fit these groups."));
    };
    let every = (
        Shown::Count(counted.known()),
        counted.groups.iter().map(|count| Shown::Count(*count)).collect(),
    );
    let shown = match screen.shares.get() {
        false => Some(every),
        true => shared_counts(counted, screen.rule.get()),
    };
    let Some((of, shown)) = shown else {
        return card.child(sentence("The counts are too small to share."));
    };
    if counted.known() < FEWEST {
        let answered = words::count(counted.known(), "person", "people");
        let text = match of {
            Shown::Count(_) => {
                format!("Too few to tell: {answered} answered this. It takes {FEWEST}.")
            }
            _ => format!("Too few to tell. It takes {FEWEST} people who answered this."),
        };
        let shares = groups.iter().zip(&lines).map(|(group, line)| {
            let share = share_in_words(line.share);
            el("li").text(format!("{}: {share}", group.name))
        });
        return card
            .child(el("p").class("finding").child(el("strong").text(text)))
            .child(el("p").text(format!("In {name}:")))
            .child(el("ul").class("pack-standards").children(shares));
    }
    let expects: Vec<usize> =
        lines.iter().map(|line| expected(counted.known(), line.share)).collect();
    let largest = lines.iter().map(|line| line.count).chain(expects.iter().copied()).max();
    let drawn = Drawn::of(largest.unwrap_or_default());
    let row = |count: usize| match drawn {
        Some(drawn) => figures(count, drawn),
        None => bar(Cell { count, most: counted.known() }),
    };
    let one = |((group, line), (shown, expected)): ((&Group, &Line), (&Shown, &usize))| {
        let hides = *shown == Shown::Hidden || of == Shown::Hidden;
        let verdict = (*shown != Shown::Hidden).then(|| {
            let class = match line.verdict {
                Verdict::Fewer => "pill fewer",
                _ => "pill",
            };
            el("span").class(class).text(line.verdict.name())
        });
        let count = match shown {
            Shown::Count(count) | Shown::About(count) => Some(*count),
            Shown::Hidden => None,
        };
        // Nobody is no row: an empty one looks like something that did not come.
        let here = count
            .filter(|count| *count > 0)
            .map(|count| el("div").class("missing-row").child(row(count)));
        let there = (!hides && *expected > 0)
            .then(|| el("div").class("missing-row area").child(row(*expected)));
        el("li")
            .child(
                el("p")
                    .class("missing-name")
                    .child(el("strong").text(group.name.clone()))
                    .text(" ")
                    .children(verdict),
            )
            .children(here)
            .children(there)
            .child(el("p").text(says(line, (&group.name, name), of, *shown)))
    };
    let all = groups.iter().zip(&lines).zip(shown.iter().zip(&expects));
    let base = match of {
        Shown::Count(count) => {
            let unknown = match (screen.shares.get(), counted.unknown) {
                (true, _) | (_, 0) => String::new(),
                (_, unknown) => format!(
                    " {} not say, or {} not sure.",
                    match unknown {
                        1 => "1 person did".to_owned(),
                        more => format!("{} people did", words::number(more)),
                    },
                    if unknown == 1 { "was" } else { "were" }
                ),
            };
            format!("From {} who said.{unknown}", words::count(count, "person", "people"))
        }
        Shown::About(count) => format!("From about {} people who said.", words::number(count)),
        Shown::Hidden => "How many people said is hidden.".to_owned(),
    };
    let each = drawn.filter(|drawn| drawn.each > 1);
    let legend = each.map(|drawn| {
        el("p").class("soft").text(format!("Each figure stands for {} people.", drawn.each))
    });
    card.child(el("p").class("soft").text(base))
        .child(el("ul").class("missing-groups").attr("role", "list").children(all.map(one)))
        .children(legend)
}
