//! What can be shared gives no small count back. The attacker here knows the rules, the survey and every number that
//! is shown, takes people for whole numbers of them, and asks a solver of linear programs (`microlp`) how small and how
//! large each count can be that was hidden. It counts people by what each of them can have answered: so it sees what
//! ticks, totals and questions for some give away together.

use crate::make::{choice, many, one, picking, received, saying, shown, version, when_is, words};
use crate::support::c;
use ask_together::model::answer::Answer;
use ask_together::model::dataset::Dataset;
use ask_together::model::inbox::Received;
use ask_together::model::standard::{HELP, HELP_ANSWERED, help_question};
use ask_together::model::suppress::{Counts, LeftOut, Rule, Shared, Shown, Table, shared};
use ask_together::model::survey::{Choice, Kind, Question, Survey};
use ask_together::model::words::Words;
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome};

/// How many random groups of people the attacker is set on, for each rule. `SUPPRESS_ROUNDS=10000` for as many as were
/// tried when the rules were made; that takes minutes.
const ROUNDS: u32 = 1_000;

/// What a person answers to a question: choices by number, none for a skip.
type Answered = &'static [u32];

const PICKS: [Answered; 4] = [&[], &[1], &[2], &[3]];
/// The third stands alone.
const TICKS: [Answered; 5] = [&[], &[1], &[2], &[1, 2], &[3]];

/// What one sort of person answers to the three questions. `None` where they are not asked.
#[derive(Clone, Copy, Debug)]
struct Sort {
    first: Answered,
    ticks: Option<Answered>,
    last: Answered,
}

fn survey(for_some: bool) -> Survey {
    let alone = Choice { alone: true, ..choice(c(3), "None") };
    let mut ticks = picking(2, Kind::ManyChoices, &[1, 2]);
    ticks.choices.push(alone);
    let ticks = if for_some { shown(when_is(1, 1), ticks) } else { ticks };
    let pick = |number| picking(number, Kind::OneChoice, &[1, 2, 3]);
    version(1, vec![pick(1), ticks, pick(3)])
}

fn person(sort: Sort) -> Received {
    let mut given: Vec<(u32, Answer)> = Vec::new();
    let pick = |answered: Answered| answered.first().map(|number| one(*number));
    given.extend(pick(sort.first).map(|answer| (1, answer)));
    if let Some(ticks) = sort.ticks.filter(|ticks| !ticks.is_empty()) {
        given.push((2, many(ticks)));
    }
    given.extend(pick(sort.last).map(|answer| (3, answer)));
    received(1, &given)
}

/// Every sort of person that there can be, by the first two questions.
fn sorts(for_some: bool) -> Vec<Sort> {
    let mut all = Vec::new();
    let last = &[];
    for first in PICKS {
        match for_some && first != [1] {
            true => all.push(Sort { first, ticks: None, last }),
            false => all.extend(TICKS.map(|ticks| Sort { first, ticks: Some(ticks), last })),
        }
    }
    all
}

/// What a sort of person adds to a count: who picked this in that question, who did not answer it, who was asked.
#[derive(Clone, Copy, Debug)]
enum Cell {
    Picked(usize, u32),
    Silent(usize),
    Asked(usize),
    All,
}

impl Cell {
    fn counts(self, sort: &Sort) -> bool {
        let said = |question| match question {
            0 => Some(sort.first),
            1 => sort.ticks,
            _ => Some(sort.last),
        };
        match self {
            Cell::Picked(question, number) => said(question).is_some_and(|s| s.contains(&number)),
            Cell::Silent(question) => said(question) == Some(&[]),
            Cell::Asked(question) => said(question).is_some(),
            Cell::All => true,
        }
    }
}

/// Every count with what is shown of it. Nothing for one that was left out.
fn cells(shared: &Shared) -> Vec<(Cell, Option<Shown>)> {
    let mut all = vec![(Cell::All, Some(shared.people))];
    for question in 0..3 {
        let counts = shared.tables.get(question).and_then(|table| table.counts.as_ref().ok());
        for number in 1..=3 {
            let shown = counts.map(|counts| counts.choices[number as usize - 1][0]);
            all.push((Cell::Picked(question, number), shown));
        }
        // Rounded ticks come without how many answered.
        let silent = counts.map(|counts| counts.unanswered).filter(|silent| {
            !(question == 1 && *silent == Shown::Hidden && matches!(shared.people, Shown::About(_)))
        });
        all.push((Cell::Silent(question), silent));
        all.push((Cell::Asked(question), counts.map(|counts| counts.asked)));
    }
    all
}

/// The least and the most that the attacker finds for a count.
fn bounds(sorts: &[Sort], cells: &[(Cell, Option<Shown>)], of: Cell) -> (i64, i64) {
    let solve = |direction| {
        let mut problem = Problem::new(direction);
        let vars: Vec<_> = sorts
            .iter()
            .map(|sort| problem.add_var(f64::from(u8::from(of.counts(sort))), (0.0, 1_000.0)))
            .collect();
        for (cell, shown) in cells {
            let sum: Vec<_> = sorts
                .iter()
                .zip(&vars)
                .filter(|(sort, _)| cell.counts(sort))
                .map(|(_, var)| (*var, 1.0))
                .collect();
            if sum.is_empty() {
                continue;
            }
            let mut is = |op, number: usize| problem.add_constraint(&sum, op, number as f64);
            match shown {
                None => {}
                Some(Shown::Count(count)) => is(ComparisonOp::Eq, *count),
                Some(Shown::Hidden) => is(ComparisonOp::Ge, 1),
                Some(Shown::About(0)) => is(ComparisonOp::Eq, 0),
                Some(Shown::About(5)) => {
                    is(ComparisonOp::Ge, 1);
                    is(ComparisonOp::Le, 7);
                }
                Some(Shown::About(about)) => {
                    is(ComparisonOp::Ge, about - 2);
                    is(ComparisonOp::Le, about + 2);
                }
            }
        }
        match problem.solve().expect("what is shown is true of somebody") {
            SolveOutcome::Solution(solution) => solution.objective(),
            SolveOutcome::Interrupted(_) => panic!("the solver gave up"),
        }
    };
    let least = (solve(OptimizationDirection::Minimize) - 1e-6).ceil() as i64;
    (least, (solve(OptimizationDirection::Maximize) + 1e-6).floor() as i64)
}

/// Numbers that look drawn, the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }

    /// Mostly the first, as answers are.
    fn skewed<T: Copy>(&mut self, of: &[T], bias: usize) -> T {
        if self.below(10) < bias { of[0] } else { of[self.below(of.len())] }
    }
}

/// A random group of people.
fn people(dice: &mut Dice, for_some: bool) -> Vec<Sort> {
    let most = [8, 14, 25, 60][dice.below(4)];
    let (count, bias) = (dice.below(most), dice.below(10));
    let mut firsts = PICKS;
    let turn = dice.below(4);
    firsts.rotate_left(turn);
    let mut ticks = TICKS;
    let turn = dice.below(5);
    ticks.rotate_left(turn);
    let sort = |dice: &mut Dice| {
        let first = dice.skewed(&firsts, bias);
        let tick = dice.skewed(&ticks, bias);
        let is_asked = !for_some || first == [1];
        Sort { first, ticks: is_asked.then_some(tick), last: dice.skewed(&firsts, bias) }
    };
    (0..count).map(|_| sort(dice)).collect()
}

fn attack(rule: Rule) {
    let english = Words::english();
    let surveys = [survey(false), survey(true)];
    let of_last = PICKS.map(|last| Sort { first: &[], ticks: None, last }).to_vec();
    let all_sorts = [sorts(false), sorts(true), of_last];
    let mut dice = Dice(7);
    let (mut hidden, mut shown_counts) = (0, 0);
    let rounds = std::env::var("SUPPRESS_ROUNDS").ok().and_then(|rounds| rounds.parse().ok());
    for round in 0..rounds.unwrap_or(ROUNDS) {
        let some = usize::from(round % 2 == 1);
        let sorts_here = people(&mut dice, some == 1);
        let received: Vec<Received> = sorts_here.iter().map(|sort| person(*sort)).collect();
        let data = Dataset::of(std::slice::from_ref(&surveys[some]), &received, &english);
        let shared = shared(&data, rule);
        if shared.tables.is_empty() {
            continue;
        }
        let cells = cells(&shared);
        let truth = |cell: Cell| sorts_here.iter().filter(|sort| cell.counts(sort)).count();
        for (cell, shown) in &cells {
            let is_choice = matches!(cell, Cell::Picked(..) | Cell::Silent(_));
            shown_counts +=
                u32::from(is_choice && matches!(shown, Some(Shown::Count(_) | Shown::About(_))));
            if !is_choice || !(rule.is_small(truth(*cell)) || *shown == Some(Shown::Hidden)) {
                continue;
            }
            hidden += 1;
            // What the last question tells of the others is how many people there are, which is one of the counts.
            let is_of_last =
                |cell: &Cell| matches!(cell, Cell::Picked(2, _) | Cell::Silent(2) | Cell::Asked(2));
            let (last, others): (Vec<_>, Vec<_>) =
                cells.iter().copied().partition(|(cell, _)| is_of_last(cell));
            let near = if is_of_last(cell) { [last, vec![cells[0]]].concat() } else { others };
            let sorts = &all_sorts[if is_of_last(cell) { 2 } else { some }];
            let (least, most) = bounds(sorts, &near, *cell);
            let true_count = truth(*cell) as i64;
            assert!((least..=most).contains(&true_count), "the attacker reads what is shown");
            assert!(least < most, "{cell:?} is {true_count}: {sorts_here:?}\n{cells:?}");
        }
    }
    assert!(hidden > 500 && shown_counts > 500, "{hidden} {shown_counts}");
}

#[test]
fn no_attacker_recovers_a_count_under_5() {
    attack(Rule::Under(5));
}

#[test]
fn no_attacker_recovers_a_count_under_10() {
    attack(Rule::Under(10));
}

#[test]
fn no_attacker_recovers_a_rounded_count() {
    attack(Rule::Rounded);
}

/// What is shown of one question, with so many people for each choice, and so many who skip.
fn check(counts: [usize; 3], skips: usize, rule: Rule, expected: Result<[Shown; 4], LeftOut>) {
    let versions = [version(1, vec![picking(1, Kind::OneChoice, &[1, 2, 3])])];
    let picked = (1..).zip(counts).flat_map(|(n, count)| vec![received(1, &[(1, one(n))]); count]);
    let people: Vec<Received> = picked.chain(vec![received(1, &[]); skips]).collect();
    let english = Words::english();
    let found = shared(&Dataset::of(&versions, &people, &english), rule);
    let found = found.tables[0].counts.clone().map(|counts: Counts| {
        let all = counts.choices.iter().map(|shown| shown[0]).chain([counts.unanswered]);
        all.collect::<Vec<_>>()
    });
    let expected = expected.map(|expected| expected.to_vec());
    assert_eq!(found, expected, "{counts:?} {skips}");
}

#[test]
fn small_counts_are_hidden_and_one_more_that_would_give_them_back() {
    use Shown::{Count, Hidden};
    let rule = Rule::default();
    check([6, 7, 8], 5, rule, Ok([Count(6), Count(7), Count(8), Count(5)]));
    check([3, 7, 8], 0, rule, Ok([Hidden, Hidden, Count(8), Count(0)]));
    check([3, 4, 8], 9, rule, Ok([Hidden, Hidden, Count(8), Count(9)]));
    // 1 and 1 add up to 2: both would be plain.
    check([1, 1, 8], 9, rule, Ok([Hidden, Hidden, Hidden, Count(9)]));
    check([5, 0, 0], 0, rule, Ok([Count(5), Count(0), Count(0), Count(0)]));
    check([1, 1, 1], 2, rule, Err(LeftOut::Small));
}

#[test]
fn rounded_counts_are_to_the_nearest_5_and_small_ones_are_5() {
    use Shown::About;
    check([3, 12, 13], 20, Rule::Rounded, Ok([About(5), About(10), About(15), About(20)]));
    // Four times 7 are 28 of about 30: each would have to be 7.
    check([7, 7, 7], 7, Rule::Rounded, Err(LeftOut::Small));
}

fn one_question(question: Question, answers: &[Answer]) -> Table {
    let people: Vec<Received> = answers
        .iter()
        .map(|answer| received(1, &[(question.id.0.number, answer.clone())]))
        .collect();
    let english = Words::english();
    let versions = [version(1, vec![question])];
    shared(&Dataset::of(&versions, &people, &english), Rule::default()).tables.remove(0)
}

#[test]
fn what_people_wrote_is_left_out() {
    let table = one_question(saying(1, "Why?"), &vec![words("x"); 9]);
    assert_eq!(table.counts, Err(LeftOut::Words));
}

#[test]
fn a_question_for_some_is_left_out_where_it_gives_back_who_they_are() {
    let versions = [survey(true)];
    let english = Words::english();
    let sort = |first, ticks| person(Sort { first, ticks, last: &[1] });
    let some = |count, first, ticks| vec![sort(first, ticks); count];
    let few = [some(8, &[1], Some(&[1])), some(9, &[2], None), some(2, &[3], None)].concat();
    let found = shared(&Dataset::of(&versions, &few, &english), Rule::default());
    assert_eq!(found.tables[1].counts, Err(LeftOut::Depends));
    let enough = [some(8, &[1], Some(&[1])), some(9, &[2], None)].concat();
    let found = shared(&Dataset::of(&versions, &enough, &english), Rule::default());
    assert_eq!(found.tables[1].counts.as_ref().map(|counts| counts.asked), Ok(Shown::Count(8)));
}

#[test]
fn nothing_is_shared_of_too_few_and_nothing_that_somebody_else_answered() {
    let question = picking(1, Kind::OneChoice, &[1, 2]);
    let versions = [version(1, vec![question, help_question()])];
    let mut people = vec![received(1, &[(1, one(1))]); 6];
    let english = Words::english();
    let of =
        |people: &[Received]| shared(&Dataset::of(&versions, people, &english), Rule::default());
    assert_eq!(of(&people).tables[0].counts.as_ref().map(|c| c.choices[0][0]), Ok(Shown::Count(6)));
    assert_eq!(of(&people[..4]), Shared { people: Shown::Hidden, tables: vec![] });
    people[0].response.answers.set(HELP, Some(Answer::ManyChoices(vec![HELP_ANSWERED])));
    assert_eq!(of(&people).people, Shown::Count(5));
    people[1].response.answers.set(HELP, Some(Answer::ManyChoices(vec![HELP_ANSWERED])));
    assert!(of(&people).tables.is_empty());
}
