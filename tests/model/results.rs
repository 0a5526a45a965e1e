//! Results: counts, words, numbers, and who was asked at all.

use crate::make::{
    answers_in_rounds, many, one, other, picking, question, ranked, received, received_all,
    repeated, saying, shown, sorted, version, when_is, words,
};
use ask_together::model::answer::Answer;
use ask_together::model::dataset::Dataset;
use ask_together::model::inbox::Received;
use ask_together::model::limit::{Hundredths, Limit};
use ask_together::model::results::chart::Figures;
use ask_together::model::results::summary::{Summary, summary};
use ask_together::model::results::{Results, Tally};
use ask_together::model::standard::{self, HELP, HELP_ANSWERED, NO, YES};
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::words::Words;

fn results(versions: &[Survey], received: &[Received], words: &Words) -> Results {
    ask_together::model::results::results(&Dataset::of(versions, received, words))
}

fn all(versions: &[Survey], received: &[Received]) -> Vec<Tally> {
    let found = results(versions, received, &Words::english());
    assert_eq!(found.for_them.people, 0);
    found.own.tallies
}

/// The tally of the one question in these versions.
fn tally(versions: &[Survey], received: &[Received]) -> Tally {
    let mut all = all(versions, received);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// What people said to one question.
fn said(question: Question, answers: &[Option<Answer>]) -> Tally {
    let number = question.id.0.number;
    let answer = |answer: &Option<Answer>| {
        received(1, &answer.clone().map(|answer| (number, answer)).into_iter().collect::<Vec<_>>())
    };
    let received: Vec<_> = answers.iter().map(answer).collect();
    let tally = tally(&[version(1, vec![question])], &received);
    let asked = tally.answered + tally.skipped + tally.preferred_not + tally.unfit;
    assert_eq!(asked, received.len());
    tally
}

/// Counts, how many answered, and how many skipped.
fn check(question: Question, answers: &[Option<Answer>], expected: (&[usize], usize, usize)) {
    let tally = said(question, answers);
    assert_eq!((&*tally.counts, tally.answered, tally.skipped), expected);
}

/// Counts, how many answered, and how many sent something that is no answer to this question. Nobody
/// skipped it.
fn check_unfit(question: Question, answers: &[Option<Answer>], expected: (&[usize], usize, usize)) {
    let tally = said(question, answers);
    assert_eq!((&*tally.counts, tally.answered, tally.unfit), expected);
    assert_eq!(tally.skipped, 0);
}

fn which(kind: Kind, numbers: &[u32]) -> Question {
    picking(1, kind, numbers)
}

fn first(kind: Kind) -> Question {
    question(1, kind)
}

fn why() -> Question {
    question(2, Kind::LongText)
}

#[test]
fn nobody_answered_yet() {
    check(which(Kind::OneChoice, &[1, 2]), &[], (&[0, 0], 0, 0));
}

#[test]
fn picked_choices_are_counted() {
    let question = which(Kind::OneChoice, &[1, 2, 3]);
    check(question, &[Some(one(3)), Some(one(1)), Some(one(3)), None], (&[1, 0, 2], 3, 1));
    let yes_or_no = [Some(Answer::OneChoice(NO)), Some(Answer::OneChoice(YES))];
    check(first(Kind::YesNo), &yes_or_no, (&[1, 1, 0], 2, 0));
}

#[test]
fn each_tick_counts_and_each_person_once() {
    let question = which(Kind::ManyChoices, &[1, 2, 3]);
    check(question, &[Some(many(&[1, 2])), Some(many(&[2])), None], (&[1, 2, 0], 2, 1));
}

#[test]
fn one_choice_ticked_twice_is_no_answer_that_a_page_makes() {
    check_unfit(which(Kind::ManyChoices, &[1, 2]), &[Some(many(&[2, 2, 2]))], (&[0, 0], 0, 1));
}

#[test]
fn a_choice_that_is_none_is_no_answer() {
    check_unfit(which(Kind::OneChoice, &[1, 2]), &[Some(one(9))], (&[0, 0], 0, 1));
    check_unfit(which(Kind::ManyChoices, &[1, 2]), &[Some(many(&[1, 9]))], (&[0, 0], 0, 1));
}

#[test]
fn an_answer_of_another_kind_is_no_answer() {
    check_unfit(which(Kind::OneChoice, &[1, 2]), &[Some(words("1"))], (&[0, 0], 0, 1));
    check_unfit(which(Kind::ManyChoices, &[1, 2]), &[Some(one(1))], (&[0, 0], 0, 1));
    check_unfit(first(Kind::LongText), &[Some(one(1))], (&[], 0, 1));
}

#[test]
fn a_wrong_answer_is_no_answer() {
    let most = Question { most: Some(Limit(1)), ..which(Kind::ManyChoices, &[1, 2]) };
    check_unfit(most, &[Some(many(&[1, 2])), Some(many(&[1]))], (&[1, 0], 1, 1));
    check_unfit(first(Kind::Date), &[Some(words("31/4/2020"))], (&[], 0, 1));
}

#[test]
fn something_else_counts_and_its_words_are_kept() {
    let question = Question { other: true, ..which(Kind::ManyChoices, &[1, 2]) };
    let answers =
        [Some(other(&[1], "Tea")), Some(other(&[], " ")), Some(many(&[2])), Some(other(&[9], ""))];
    let tally = said(question, &answers);
    assert_eq!(tally.counts, [1, 1, 2], "two said something else");
    assert_eq!(tally.written, ["Tea"], "no words are no words");
    assert_eq!((tally.answered, tally.unfit), (3, 1));
}

#[test]
fn words_come_in_their_order() {
    let tally = said(saying(1, "Why?"), &["b", "a", "b"].map(|text| Some(words(text))));
    assert_eq!(tally.written, ["b", "a", "b"]);
    assert_eq!((tally.answered, tally.skipped), (3, 0));
}

#[test]
fn a_ranking_counts_who_came_first_and_who_came_at_all() {
    let answers = [Some(ranked(&[2, 1, 3])), Some(ranked(&[2, 3])), Some(ranked(&[3, 2])), None];
    let tally = said(which(Kind::Ranking, &[1, 2, 3]), &answers);
    assert_eq!(tally.counts, [0, 2, 1]);
    assert_eq!(tally.ranked, [1, 3, 3]);
    assert_eq!((tally.answered, tally.skipped), (3, 1));
}

#[test]
fn sorted_cards_are_counted_for_each_place() {
    let answers =
        [Some(sorted(&[(1, 0), (2, 2)])), Some(sorted(&[(2, 2)])), Some(sorted(&[(1, 3)]))];
    let tally = said(which(Kind::Sorting, &[1, 2]), &answers);
    assert_eq!(tally.sorted, [[1, 0, 0], [0, 0, 2]]);
    assert_eq!((tally.answered, tally.unfit), (2, 1), "there is no fourth place");
}

/// The number in the middle of these.
fn check_middle(typed: &[&str], expected: Option<i64>) {
    let answers: Vec<_> = typed.iter().map(|text| Some(words(text))).collect();
    let tally = said(first(Kind::Number), &answers);
    assert_eq!(tally.middle(), expected.map(Hundredths), "{typed:?}");
    assert!(tally.numbers.is_sorted());
}

#[test]
fn the_middle_of_the_numbers() {
    check_middle(&[], None);
    check_middle(&["3"], Some(300));
    check_middle(&["1", "4"], Some(250));
    check_middle(&["9", "1", "4"], Some(400));
    check_middle(&["-1", "-2"], Some(-150));
    check_middle(&["10", "2", "0.5", "3"], Some(250));
    check_middle(&["٣", "three", "1"], Some(200));
}

#[test]
fn who_prefers_not_to_say_did_not_skip_and_did_not_answer() {
    let personal = Question { personal: true, ..which(Kind::OneChoice, &[1, 2]) };
    let tally = said(personal, &[Some(Answer::PreferNotToSay), Some(one(1)), None]);
    assert_eq!((tally.preferred_not, tally.answered, tally.skipped), (1, 1, 1));
    let tally = said(which(Kind::OneChoice, &[1, 2]), &[Some(Answer::PreferNotToSay)]);
    assert_eq!((tally.preferred_not, tally.answered, tally.unfit), (0, 0, 1));
}

#[test]
fn who_was_not_asked_did_not_skip() {
    let versions = [version(1, vec![saying(1, "Old?")]), version(2, vec![saying(2, "New?")])];
    let received = [received(1, &[]), received(1, &[(1, words("x"))]), received(2, &[])];
    let all = all(&versions, &received);
    let counts: Vec<_> = all.iter().map(|tally| (tally.answered, tally.skipped)).collect();
    assert_eq!(counts, [(0, 1), (1, 1)], "the new question first, then the deleted one");
}

#[test]
fn an_answer_to_a_hidden_question_is_not_counted_however_it_came() {
    let second = shown(when_is(1, 1), why());
    let versions = [version(1, vec![which(Kind::OneChoice, &[1, 2]), second])];
    let hostile = received(1, &[(1, one(2)), (2, words("Not asked"))]);
    let honest = received(1, &[(1, one(1)), (2, words("Asked"))]);
    let all = all(&versions, &[hostile, honest]);
    assert_eq!(all[1].written, ["Asked"]);
    assert_eq!((all[1].answered, all[1].skipped), (1, 0));
}

#[test]
fn nothing_counts_behind_a_consent_page_without_a_yes() {
    let versions = [version(1, vec![question(1, Kind::Consent), why()])];
    let said = |consent: Option<Answer>| {
        let consent = consent.map(|answer| (1, answer));
        let given: Vec<_> = consent.into_iter().chain([(2, words("x"))]).collect();
        let all = all(&versions, &[received(1, &given)]);
        (all[0].answered, all[1].answered, all[1].skipped)
    };
    assert_eq!(said(Some(Answer::OneChoice(YES))), (1, 1, 0));
    assert_eq!(said(Some(Answer::OneChoice(NO))), (1, 0, 0));
    assert_eq!(said(None), (0, 0, 0));
}

#[test]
fn a_question_that_was_asked_many_times_counts_each_time() {
    let versions =
        [version(1, vec![question(1, Kind::Number), repeated(2, 1), question(3, Kind::LongText)])];
    let answers = answers_in_rounds(&[
        (1, 0, words("3")),
        (3, 0, words("a")),
        (3, 2, words("c")),
        (3, 3, words("never asked")),
    ]);
    let all = all(&versions, &[received_all(1, answers)]);
    assert_eq!(all[1].written, ["a", "c"]);
    assert_eq!((all[1].answered, all[1].skipped), (2, 1));
}

#[test]
fn answers_of_all_versions_are_added_up() {
    let which = |numbers: &[u32]| vec![which(Kind::OneChoice, numbers)];
    let versions = [version(1, which(&[1, 2])), version(2, which(&[3, 1]))];
    let received =
        [received(1, &[(1, one(2))]), received(1, &[(1, one(1))]), received(2, &[(1, one(1))])];
    let tally = tally(&versions, &received);
    assert_eq!(tally.counts, [0, 2, 1], "choices 3, 1 and the deleted 2");
}

#[test]
fn a_choice_that_was_not_offered_yet_is_no_answer_to_the_old_version() {
    let which = |numbers: &[u32]| vec![which(Kind::OneChoice, numbers)];
    let versions = [version(1, which(&[1, 2])), version(2, which(&[1, 2, 3]))];
    let tally = tally(&versions, &[received(1, &[(1, one(3))])]);
    assert_eq!((tally.answered, tally.skipped, tally.unfit), (0, 0, 1));
}

#[test]
fn a_question_that_changed_its_kind_is_added_up_for_each_kind_alone() {
    let versions = [
        version(1, vec![which(Kind::OneChoice, &[1, 2])]),
        version(2, vec![first(Kind::LongText)]),
    ];
    let received = [received(1, &[(1, one(1))]), received(2, &[(1, words("x"))]), received(2, &[])];
    let all = all(&versions, &received);
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].written.len(), all[0].answered, all[0].skipped), (1, 1, 1));
    assert_eq!((&*all[1].counts, all[1].answered, all[1].skipped), (&[1, 0][..], 1, 0));
}

#[test]
fn a_response_to_a_version_that_is_not_here_counts_nowhere() {
    let versions = [version(1, vec![saying(1, "Why?")])];
    let lost = received(9, &[(1, words("x"))]);
    let tally = tally(&versions, std::slice::from_ref(&lost));
    assert_eq!((tally.answered, tally.skipped, tally.written.len()), (0, 0, 0));
    let found = results(&versions, &[lost], &Words::english());
    assert_eq!((found.unknown, found.own.people), (1, 0), "and that is told");
}

/// What two people say of whom one says about help that somebody answered for them, and what a third
/// says who had help and answered for themselves.
fn told_apart(question: Question, answers: [Answer; 3]) -> Results {
    let number = question.id.0.number;
    let versions = [version(1, vec![question, standard::help_question()])];
    let helped = |choices: &[ask_together::model::id::ChoiceId], answer: &Answer| {
        let mut person = received(1, &[(number, answer.clone())]);
        if !choices.is_empty() {
            person.response.answers.set(HELP, Some(Answer::ManyChoices(choices.to_vec())));
        }
        person
    };
    let help: Vec<_> = standard::help_question().choices.iter().map(|choice| choice.id).collect();
    assert_eq!(help[4], HELP_ANSWERED);
    let people = [
        helped(&[], &answers[0]),
        helped(&[help[1], HELP_ANSWERED], &answers[1]),
        helped(&[help[2], help[3]], &answers[2]),
    ];
    results(&versions, &people, &Words::english())
}

#[test]
fn what_someone_answered_for_a_person_is_never_added_to_what_people_said() {
    for (question, answers) in [
        (
            first(Kind::YesNo),
            [Answer::OneChoice(YES), Answer::OneChoice(NO), Answer::OneChoice(YES)],
        ),
        (which(Kind::OnePicture, &[1, 2]), [one(1), one(2), one(1)]),
        (which(Kind::ManyChoices, &[1, 2]), [many(&[1]), many(&[2]), many(&[1])]),
        (which(Kind::Ranking, &[1, 2]), [ranked(&[1, 2]), ranked(&[2, 1]), ranked(&[1])]),
        (which(Kind::Sorting, &[1, 2]), [sorted(&[(1, 0)]), sorted(&[(2, 0)]), sorted(&[(1, 1)])]),
        (first(Kind::Number), [words("1"), words("2"), words("1")]),
        (first(Kind::Date), [words("1/1/2020"), words("2/2/2020"), words("1/1/2020")]),
        (first(Kind::Month), [words("1/2020"), words("2/2020"), words("1/2020")]),
        (
            first(Kind::About),
            standard::choices_of(Kind::About)[..3]
                .iter()
                .map(|id| Answer::OneChoice(*id))
                .collect::<Vec<_>>()
                .try_into()
                .expect("three"),
        ),
        (first(Kind::LongText), [words("Mine"), words("Theirs"), words("Mine too")]),
    ] {
        let kind = question.kind;
        let alone = |answers: &[&Answer]| {
            let answers: Vec<_> = answers.iter().map(|answer| Some((*answer).clone())).collect();
            said(question.clone(), &answers)
        };
        let (own, theirs) = (alone(&[&answers[0], &answers[2]]), alone(&[&answers[1]]));
        let found = told_apart(question.clone(), answers);
        assert_eq!((found.own.people, found.for_them.people), (2, 1), "{kind:?}");
        assert_eq!(found.own.tallies, [own], "{kind:?}");
        assert_eq!(found.for_them.tallies, [theirs], "{kind:?}");
    }
}

#[test]
fn what_was_said_about_help_is_told_once_of_all() {
    let found = told_apart(first(Kind::LongText), ["a", "b", "c"].map(words));
    let help = found.help.expect("the question about help");
    assert_eq!(help.counts, [0, 1, 1, 1, 1]);
    assert_eq!((help.answered, help.skipped, found.help_unsaid), (2, 1, 1));
}

#[test]
fn a_question_is_summed_up_by_what_leads() {
    let sum = |counts: &[usize]| {
        let question = which(Kind::OneChoice, &[1, 2, 3]);
        let picked = |(place, count): (usize, &usize)| vec![Some(one(place as u32 + 1)); *count];
        let answers: Vec<_> = counts.iter().enumerate().flat_map(picked).collect();
        summary(&said(question, &answers))
    };
    assert_eq!(sum(&[0, 0, 0]), None);
    assert_eq!(sum(&[0, 5, 0]), Some(Summary::Everyone { choice: 1 }));
    assert_eq!(sum(&[1, 2, 0]), Some(Summary::Most { choice: 1, count: 2 }));
    // Half of them are not most of them.
    assert_eq!(sum(&[2, 1, 1]), Some(Summary::Often { choices: vec![0], count: 2 }));
    assert_eq!(sum(&[2, 2, 1]), Some(Summary::Often { choices: vec![0, 1], count: 2 }));
    assert_eq!(sum(&[2, 2, 2]), None);
}

#[test]
fn of_many_ticks_each_person_counts_once_in_the_summary() {
    let ticks = [Some(many(&[1, 2])), Some(many(&[2])), Some(many(&[2, 3])), None];
    let tally = said(which(Kind::ManyChoices, &[1, 2, 3]), &ticks);
    assert_eq!(summary(&tally), Some(Summary::Everyone { choice: 1 }));
    assert_eq!(summary(&said(first(Kind::LongText), &[Some(Answer::Text("Tea".into()))])), None);
}

#[test]
fn people_are_drawn_until_a_row_is_full() {
    let check = |largest, expected: Option<(usize, usize)>| {
        assert_eq!(Figures::of(largest), expected.map(|(each, room)| Figures { each, room }));
    };
    check(0, Some((1, 10)));
    check(10, Some((1, 10)));
    check(11, Some((1, 20)));
    check(20, Some((1, 20)));
    check(21, Some((2, 20)));
    check(41, Some((5, 10)));
    check(101, Some((10, 20)));
    check(200, Some((10, 20)));
    check(201, None);
}
