//! The surveys of a browser in the order that somebody wants, and only those that they look for.
//!
//! Absent: what each shows of itself.

/// From so many surveys on, it helps to look for one.
pub const MANY: usize = 8;

/// A survey, as far as it is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a> {
    pub title: &'a str,
    /// Milliseconds since 1970.
    pub changed_at: u64,
    pub responses: usize,
}

/// What they are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// What was changed last comes first.
    Changed,
    /// From A to Z.
    Title,
    /// What has most answers comes first.
    Answers,
}

impl Order {
    /// All of them, with what people call them.
    pub const ALL: [(Order, &str); 3] = [
        (Order::Changed, "Last changed"),
        (Order::Title, "Title, A to Z"),
        (Order::Answers, "Most answers"),
    ];
}

/// The places of those whose title has all the wanted words, in this order.
pub fn arranged(all: &[Kept], wanted: &str, order: Order) -> Vec<usize> {
    let wanted = wanted.to_lowercase();
    let has_all = |title: &str| {
        let title = title.to_lowercase();
        wanted.split_whitespace().all(|word| title.contains(word))
    };
    let mut places: Vec<usize> = (0..all.len()).filter(|at| has_all(all[*at].title)).collect();
    match order {
        Order::Changed => places.sort_by_key(|at| core::cmp::Reverse(all[*at].changed_at)),
        Order::Title => places.sort_by_key(|at| all[*at].title.trim().to_lowercase()),
        Order::Answers => places.sort_by_key(|at| core::cmp::Reverse(all[*at].responses)),
    }
    places
}
