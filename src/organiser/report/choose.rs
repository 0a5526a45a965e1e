//! What is in the report: which questions, how small numbers are hidden, and quotes.

use super::Screen;
use crate::browser::page;
use crate::model::csv::left_out_says;
use crate::model::report::{Is, Key, LONGEST_QUOTE, MOST_QUOTES, Offered};
use crate::model::suppress::{shared, shared_words};
use crate::model::written::{is_withheld, withheld};
use crate::organiser::results::RULES;
use crate::organiser::words;
use crate::ui::el::{El, announced, button, el, parts};
use leptos::prelude::*;

/// The id of the button that adds a quote: the focus goes there once one is removed.
const ADD: &str = "report-add-quote";

/// The card. It is folded: most reports do as they are.
pub fn choose(screen: Screen) -> El {
    el("details")
        .class("card report-choose")
        .child(el("summary").live_text(move || name(screen)))
        .child(rule(screen))
        .live_parts(move || questions(screen))
        .child(quotes(screen))
}

/// With how many of the questions that can be shown are in it: all of them fit in few surveys.
fn name(screen: Screen) -> String {
    let (shown, all) = screen.made.with(|report| {
        let all = report.questions.iter().filter(|one| !matches!(one.is, Is::LeftOut(_)));
        (report.questions.iter().filter(|one| one.is == Is::In).count(), all.count())
    });
    match shown < all {
        true => {
            format!("Choose questions and quotes ({shown} of {all} questions are in the report)")
        }
        false => "Choose questions and quotes".to_owned(),
    }
}

fn rule(screen: Screen) -> El {
    let desk = screen.desk;
    let option = |(at, (rule, name)): (usize, (_, &'static str))| {
        let option = el("option").attr("value", at.to_string()).text(name);
        option.selected(move || desk.report.with(|edits| edits.rule == rule))
    };
    let pick = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        if let Some((rule, _)) = place.and_then(|place| RULES.get(place)) {
            desk.change_report("Small numbers are hidden in another way.", |edits| {
                edits.rule = *rule
            });
        }
    };
    let select = el("select").class("text-field").id("report-rule").on("change", pick);
    let label = el("label").attr("for", "report-rule").text("Small numbers");
    let select = select.children(RULES.into_iter().enumerate().map(option));
    el("div").class("labelled").child(label).child(select)
}

fn questions(screen: Screen) -> El {
    let offered = Memo::new(move |_| screen.made.with(|report| report.questions.clone()));
    let list = move || {
        let offered = offered.get();
        if offered.is_empty() {
            let none = "There are no questions to choose from until enough people have answered.";
            return vec![el("p").class("help").text(none)];
        }
        let now: Vec<Key> =
            offered.iter().filter(|one| is_ticked(one)).map(|one| one.key).collect();
        offered.iter().map(|one| tick(screen, one, &now)).collect()
    };
    parts().child(
        el("fieldset")
            .class("report-questions")
            .child(el("legend").class("label").text("Questions in the report"))
            .live(list),
    )
}

fn is_ticked(one: &Offered) -> bool {
    matches!(one.is, Is::In | Is::NoRoom)
}

fn tick(screen: Screen, one: &Offered, now: &[Key]) -> El {
    let (key, now) = (one.key, now.to_vec());
    let id = format!("report-tick-{}-{}", key.question.0, key.nth);
    let about = match one.is {
        Is::In | Is::Unticked => None,
        Is::NoRoom => Some("Does not fit on 5 pages. Clear another question to make room."),
        Is::LeftOut(why) => Some(left_out_says(why)),
    };
    let about_id = format!("{id}-about");
    let again = id.clone();
    let change = move |event| {
        let is_in = event_target_checked(&event);
        let done = if is_in {
            "The question is in the report."
        } else {
            "The question is not in the report now."
        };
        screen.desk.change_report(done, |edits| edits.tick(key, is_in, &now));
        // The list is drawn again.
        page::focus_soon(&again);
    };
    let is_on = is_ticked(one);
    let input = el("input")
        .attr("type", "checkbox")
        .id(id.clone())
        .attr_if("disabled", matches!(one.is, Is::LeftOut(_)).then_some(""))
        .attr_if("aria-describedby", about.map(|_| about_id.clone()))
        .checked(move || is_on)
        .on("change", move |event| change(event.into()));
    let text = el("span").attr("dir", "auto").text(words::or(&one.text, words::NO_WORDS));
    let label = el("label").class("tick").attr("for", id).child(input).child(text);
    let about = about.map(|about| el("p").class("help").id(about_id).text(about));
    el("div").child(label).children(about)
}

/// What the team marked as quotes and may be shown, and what nobody may quote.
fn words_of_people(screen: Screen) -> (Vec<String>, Vec<String>) {
    let desk = screen.desk;
    let work = desk.work().0;
    let (versions, received) = (desk.versions.read(), desk.received.read());
    let data = desk.laid(&versions, &received);
    let rule = desk.report.with(|edits| edits.rule);
    let told = shared_words(&data, &work, rule, &shared(&data, rule));
    let quotes = told.into_iter().filter_map(|one| one.quotes.ok()).flatten();
    let mut marked: Vec<String> = quotes.map(|quote| quote.words.trim().to_owned()).collect();
    marked.dedup();
    (marked, withheld(&data, &work))
}

/// The quotes that the team marked in the written answers, to tick.
fn marked(screen: Screen, marked: &[String]) -> Vec<El> {
    let desk = screen.desk;
    let tick = |(at, words): (usize, &String)| {
        let id = format!("report-marked-{at}");
        let (has, own) = (words.clone(), words.clone());
        let is_in = move || desk.report.with(|edits| edits.quotes.contains(&has));
        let change = move |event| {
            let is_in = event_target_checked(&event);
            let is_full = desk.report.with_untracked(|edits| edits.quotes.len() >= MOST_QUOTES);
            if is_in && is_full {
                desk.report.notify();
                return desk
                    .tell(&format!("There is room for {MOST_QUOTES} quotes. Clear one first."));
            }
            let done = if is_in { "The quote is in the report." } else { "The quote is removed." };
            desk.change_report(done, |edits| {
                edits.quotes.retain(|other| *other != own);
                if is_in {
                    edits.quotes.push(own.clone());
                }
            });
        };
        let input = el("input")
            .attr("type", "checkbox")
            .id(id.clone())
            .checked(is_in)
            .on("change", move |event| change(event.into()));
        let text = el("span").attr("dir", "auto").text(words::quoted(words));
        el("label").class("tick").attr("for", id).child(input).child(text)
    };
    marked.iter().enumerate().map(tick).collect()
}

fn quotes(screen: Screen) -> El {
    let desk = screen.desk;
    let people = Memo::new(move |_| words_of_people(screen));
    let offered = move || people.with(|(quotes, _)| marked(screen, quotes));
    let none = move || {
        let is_none = people.with(|(quotes, _)| quotes.is_empty());
        let text = "Mark answers as quotes in Written answers, and they show here to tick.";
        is_none.then(|| el("p").class("help").text(text)).into_iter().collect::<Vec<_>>()
    };
    let count = Memo::new(move |_| desk.report.with(|edits| edits.quotes.len()));
    let about =
        "Only quote people who said that you may. Leave out names, and what shows who someone is.";
    let add = move |_| {
        let at = count.get_untracked();
        desk.report.update(|edits| edits.quotes.push(String::new()));
        page::focus_soon(&quote_id(at));
    };
    // What is ticked above is no field.
    let is_own = move |at: &usize| {
        let text = desk.report.with_untracked(|edits| edits.quotes.get(*at).cloned());
        text.is_some_and(|text| people.with(|(quotes, _)| !quotes.contains(&text)))
    };
    let all = move || (0..count.get()).filter(is_own).map(|at| quote(screen, at, people)).collect();
    let add = button("button").id(ADD).on("click", add).text("Add a quote");
    el("fieldset")
        .class("report-quotes")
        .child(el("legend").class("label").text("Quotes"))
        .child(el("p").class("help").text(about))
        .live(none)
        .live(offered)
        .live(all)
        .child(add.hidden(move || count.get() >= MOST_QUOTES))
}

fn quote(screen: Screen, at: usize, people: Memo<(Vec<String>, Vec<String>)>) -> El {
    let desk = screen.desk;
    let text =
        desk.report.with_untracked(|edits| edits.quotes.get(at).cloned().unwrap_or_default());
    let typed = RwSignal::new(text.clone());
    let warned = announced("status", move || {
        let is = people.with(|(_, withheld)| typed.with(|text| is_withheld(text, withheld)));
        let text = "Do not use these words: the person did not say that you may quote them, or you keep them \
                    private.";
        is.then(|| el("p").class("report-advice-box").text(text)).into_iter().collect()
    });
    let id = quote_id(at);
    let input = move |event| {
        let text = event_target_value(&event);
        desk.report.update(|edits| {
            if let Some(quote) = edits.quotes.get_mut(at) {
                quote.clone_from(&text);
            }
        });
        desk.keep_report();
        typed.set(text);
    };
    let remove = move |_| {
        desk.change_report("The quote is removed.", |edits| _ = edits.quotes.remove(at));
        page::focus_soon(ADD);
    };
    let name = format!("Quote {}", at + 1);
    let field = el("textarea")
        .class("text-field")
        .id(id.clone())
        .attr("rows", "2")
        .attr("maxlength", LONGEST_QUOTE.to_string())
        .attr("dir", "auto")
        .value(move || text.clone())
        .on("input", input);
    let remove = button("button quiet").on("click", remove).text("Remove");
    let remove = remove.attr("aria-label", format!("Remove: {name}"));
    el("div")
        .class("labelled")
        .child(el("label").attr("for", id).text(name))
        .child(field)
        .child(warned)
        .child(el("div").child(remove))
}

fn quote_id(at: usize) -> String {
    format!("report-quote-{at}")
}
