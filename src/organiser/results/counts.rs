//! Counts of choices: bars where a person picks, and a table where each choice has more than one
//! count. The numbers stand beside the bars, so that nobody has to measure.

use super::tally::Asked;
use crate::model::codebook::CodedChoice;
use crate::organiser::pictures::FOLDER;
use crate::ui::picture;
use leptos::prelude::*;

/// A count, and what would fill its bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub count: usize,
    pub most: usize,
}

/// A bar for each choice, as long as the share of those who answered.
#[component]
pub fn Bars(bars: Vec<(CodedChoice, usize)>, most: usize, asked: Asked) -> impl IntoView {
    let line = |(choice, count): (CodedChoice, usize)| {
        view! {
            <li>
                <span class="bar-name">{named(&choice)}</span>
                {bar(Cell { count, most })}
                <span class="bar-count">{asked.count(count)}</span>
            </li>
        }
    };
    view! {
        <ul class="bars" role="list">
            {bars.into_iter().map(line).collect_view()}
        </ul>
    }
}

/// A row for each choice, with a count in each column.
#[component]
pub fn Table(
    /// What the rows are: choices or cards.
    what: &'static str,
    columns: Vec<String>,
    rows: Vec<(CodedChoice, Vec<Cell>)>,
    asked: Asked,
) -> impl IntoView {
    let head = |name: String| {
        view! {
            <th scope="col" dir="auto">
                {name}
            </th>
        }
    };
    let cell = |cell: Cell| view! { <td>{cell.count} {bar(cell)}</td> };
    let row = |(choice, cells): (CodedChoice, Vec<Cell>)| {
        view! {
            <tr>
                <th scope="row">
                    <span class="bar-name">{named(&choice)}</span>
                </th>
                {cells.into_iter().map(cell).collect_view()}
            </tr>
        }
    };
    let caption = match asked {
        Asked::People { .. } => "Each number is how many people.",
        Asked::Times => "Each number is how many times.",
    };
    view! {
        <table class="counts">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{what}</th>
                    {columns.into_iter().map(head).collect_view()}
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

/// A choice by its picture and its words.
fn named(choice: &CodedChoice) -> impl IntoView + use<> {
    view! {
        {picture::small(FOLDER, &choice.picture)}
        <span dir="auto">{choice.text.clone()}</span>
    }
}

fn bar(Cell { count, most }: Cell) -> impl IntoView {
    view! {
        <svg class="count-bar" viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width=count * 1000 / most.max(1) height="1" />
        </svg>
    }
}
