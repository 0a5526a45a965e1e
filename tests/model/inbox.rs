//! The inbox: every sealed response counts once.

use crate::samples;
use crate::support::{SURVEY, q};
use ask_together::model::answer::Answer;
use ask_together::model::id::{ResponseId, SurveyId};
use ask_together::model::inbox::{
    Arrival, BadCode, By, Coded, Inbox, Known, MOST_WAITING, Misfit, Noted, Received, Set, Store,
    Waiting, with_code,
};
use ask_together::model::link::answer_fragment;
use ask_together::model::response::Response;
use ask_together::model::seal::{SealedResponse, key_pair, seal};
use ask_together::model::survey::Survey;
use ask_together::model::wire::{Packet, Unreadable};
use core::cell::Cell;

fn sealed(response: &Response) -> SealedResponse {
    sealed_bytes(&response.to_plain())
}

fn sealed_bytes(plain: &[u8]) -> SealedResponse {
    seal(plain, &samples::survey(), [3; 32]).expect("a sound key")
}

fn revision(revision: u32) -> Response {
    Response { revision, ..samples::person() }
}

/// What a computer holds: the golden survey with its key, and some answers.
#[derive(Default)]
struct Shelf {
    held: Option<Received>,
    withdrawn: Vec<ResponseId>,
    removed: Vec<ResponseId>,
    versions: Vec<Survey>,
    has_no_key: bool,
    has_unread_key: bool,
    waiting: Vec<SealedResponse>,
    /// How many others wait too.
    wait_too: usize,
    asked: Cell<usize>,
}

impl Store for &Shelf {
    fn known(&self, survey: SurveyId) -> Option<Known> {
        self.asked.set(self.asked.get() + 1);
        let keys = if self.has_no_key { Vec::new() } else { vec![samples::keys().0] };
        let has_unread_key = self.has_unread_key;
        let known = || Known { keys, has_unread_key, versions: self.versions.clone() };
        (survey == SURVEY).then(known)
    }

    fn held(&self, _: SurveyId, response: ResponseId) -> Option<Received> {
        self.held.clone().filter(|held| held.response.id == response)
    }

    fn is_withdrawn(&self, _: SurveyId, response: ResponseId) -> bool {
        self.withdrawn.contains(&response)
    }

    fn is_removed(&self, _: SurveyId, response: ResponseId) -> bool {
        self.removed.contains(&response)
    }

    fn is_waiting(&self, sealed: &SealedResponse) -> bool {
        self.waiting.contains(sealed)
    }

    fn count_waiting(&self, _: SurveyId) -> usize {
        self.waiting.len() + self.wait_too
    }
}

fn shelf() -> Shelf {
    Shelf { versions: vec![samples::survey()], ..Shelf::default() }
}

fn arrival(shelf: &Shelf, arriving: &SealedResponse) -> Arrival {
    Inbox::over(shelf).take(arriving, (5, By::Link))
}

/// What becomes of a sealed response to words that are not here, when it comes at time 5 by a link.
fn waits(sealed: &SealedResponse, id: ResponseId) -> Arrival {
    let noted = Some(Noted { at: 5, by: By::Link, id });
    Arrival::Waits(Waiting { sealed: sealed.clone(), noted })
}

/// Takes the response in while the inbox holds another one at time 1.
fn check(arriving: &SealedResponse, held: Option<Response>, expected: Arrival) {
    let held = held.map(|response| Received { at: 1, by: By::Pasted, response });
    assert_eq!(arrival(&Shelf { held, ..shelf() }, arriving), expected);
}

#[test]
fn an_answer_to_other_words_under_the_same_number_waits_and_counts_nowhere() {
    let reworded = Survey { title: "Should the café close?".into(), ..samples::survey() }.frozen();
    let mine = samples::survey();
    assert_eq!((reworded.id, reworded.version), (mine.id, mine.version));
    let plain = Response { edition: reworded.edition, ..revision(1) }.to_plain();
    let arriving = seal(&plain, &reworded, [3; 32]).expect("a sound key");
    assert_eq!(arrival(&shelf(), &arriving), waits(&arriving, revision(1).id));
    let both = vec![mine, reworded.clone()];
    let counted = arrival(&Shelf { versions: both, ..shelf() }, &arriving);
    assert!(
        matches!(counted, Arrival::New(received) if received.response.edition == reworded.edition)
    );
}

#[test]
fn an_answer_that_waits_already_is_told_from_a_new_one() {
    let arriving = sealed(&revision(1));
    let none = Shelf { versions: Vec::new(), ..shelf() };
    assert_eq!(arrival(&none, &arriving), waits(&arriving, revision(1).id));
    let waiting = vec![arriving.clone()];
    assert_eq!(arrival(&Shelf { waiting, ..none }, &arriving), Arrival::WaitsAlready);
}

/// Whoever has the link can seal answers to words that nobody published, as many as they like.
#[test]
fn only_so_many_answers_wait_and_those_that_count_still_come_in() {
    let arriving = sealed(&revision(1));
    let none = || Shelf { versions: Vec::new(), ..shelf() };
    let almost = Shelf { wait_too: MOST_WAITING - 1, ..none() };
    assert_eq!(arrival(&almost, &arriving), waits(&arriving, revision(1).id));
    let full = Shelf { wait_too: MOST_WAITING, ..none() };
    assert_eq!(arrival(&full, &arriving), Arrival::TooManyWait);
    let waiting = vec![arriving.clone()];
    assert_eq!(arrival(&Shelf { waiting, ..full }, &arriving), Arrival::WaitsAlready);
    let counts = Shelf { wait_too: MOST_WAITING, ..shelf() };
    assert!(matches!(arrival(&counts, &arriving), Arrival::New(_)));
}

#[test]
fn an_answer_that_waits_and_was_removed_stays_out() {
    let removed = vec![samples::response().id];
    let none = Shelf { versions: Vec::new(), removed, ..shelf() };
    assert_eq!(arrival(&none, &sealed(&revision(1))), Arrival::Removed);
}

#[test]
fn where_the_key_can_not_be_read_nobody_else_is_blamed_for_it() {
    let arriving = sealed(&revision(1));
    let damaged = Shelf { has_no_key: true, has_unread_key: true, ..shelf() };
    assert_eq!(arrival(&damaged, &arriving), Arrival::KeyUnread);
    let other = Survey { key: key_pair(&[1; 32]).1, ..samples::survey() };
    let to_other = seal(&revision(1).to_plain(), &other, [3; 32]).expect("a sound key");
    let one_of_two = Shelf { has_unread_key: true, ..shelf() };
    assert_eq!(arrival(&one_of_two, &to_other), Arrival::KeyUnread);
    assert!(matches!(arrival(&one_of_two, &arriving), Arrival::New(_)), "the other key opens it");
}

#[test]
fn a_code_finds_answers_that_came_in_and_answers_that_wait() {
    let (one, two) = (ResponseId(0x1a2b_3c4d_0000_0001), ResponseId(0x1a2b_3c4d_0000_0002));
    let response = |id| Response { id, ..revision(1) };
    let came = |id| Received { at: 5, by: By::Link, response: response(id) };
    let (both, none) = ([response(one)], [response(two)]);
    let find = |typed, received: &[Received], waiting: &[Response], gone: &[ResponseId]| {
        with_code(typed, received, waiting, gone)
    };
    let of = |at| Coded { sets: vec![Set { id: one, apart: false, at }], other: None };
    let (is_in, waits) = (|| of(Some(5)), of(None));
    assert_eq!(find(" 1A2B 3c4d", &[came(one)], &[], &[]), Ok(is_in()));
    assert_eq!(find("1a2b-3c4d", &[], &both, &[]), Ok(waits));
    assert_eq!(find("1a2b-3c4d", &[came(one)], &both, &[]), Ok(is_in()), "one person");
    assert_eq!(find("1a2b-3c4d", &[came(one)], &none, &[]), Err(BadCode::Shared));
    assert_eq!(find("1a2b-3c4d", &[], &[], &[two]), Err(BadCode::TakenBack));
    assert_eq!(find("1a2b-3c4e", &[came(one)], &both, &[]), Err(BadCode::Unknown));
    assert_eq!(find("1a2b-3c4", &[came(one)], &both, &[]), Err(BadCode::NoCode));
}

#[test]
fn what_a_phone_shows_takes_out_both_sets_however_it_is_typed() {
    let main = Response { id: ResponseId(0x1a2b_3c4d_0000_0001), ..revision(1) };
    let mut apart = Response { id: ResponseId(0x5e6f_7a8b_0000_0002), ..revision(1) };
    apart.given.apart = true;
    let came = |response: &Response, at| Received { at, by: By::Link, response: response.clone() };
    let received = [came(&main, 5), came(&apart, 0)];
    let find = |typed: &str| with_code(typed, &received, &[], &[]);
    let sets = vec![
        Set { id: main.id, apart: false, at: Some(5) },
        Set { id: apart.id, apart: true, at: None },
    ];
    let both = Coded { sets: sets.clone(), other: None };
    for typed in [
        "1a2b-3c4d + 5e6f-7a8b",
        "1A2B-3C4D+5E6F-7A8B",
        "1a2b3c4d5e6f7a8b",
        "1a2b 3c4d\n5e6f 7a8b",
        "5e6f-7a8b, 1a2b-3c4d",
        "1a2b 3c4d and 5e6f 7a8b",
        "Your code: 1a2b-3c4d + 5e6f-7a8b",
        "la2b-3c4d + 5e6f-7a8b",
    ] {
        assert_eq!(find(typed), Ok(both.clone()), "{typed}");
    }
    let alone = |at: usize| Ok(Coded { sets: vec![sets[at]], other: None });
    assert_eq!(find("1a2b-3c4d"), alone(0));
    assert_eq!(find("5e6f-7a8b + 5e6f-7a8b"), alone(1));
    let half = Coded { sets: vec![sets[0]], other: Some(BadCode::Unknown) };
    assert_eq!(find("1a2b-3c4d + 5e6f-7a8c"), Ok(half));
    let gone = with_code("1a2b-3c4d + 5e6f-7a8b", &received[..1], &[], &[apart.id]);
    assert_eq!(gone.map(|coded| coded.other), Ok(Some(BadCode::TakenBack)));
    for typed in ["", "1a2b-3c4d + 5e6f", "1a2b-3c4d + 5e6f-7a8b + 1a2b-3c4d", "code of Ana"] {
        assert_eq!(find(typed), Err(BadCode::NoCode), "{typed}");
    }
    let other = came(&Response { id: ResponseId(0x9999_0000_0000_0003), ..revision(1) }, 6);
    let two = with_code("1a2b-3c4d + 9999-0000", &[came(&main, 5), other], &[], &[]);
    assert_eq!(two, Err(BadCode::TwoPeople));
}

#[test]
fn before_answers_go_it_is_said_which_sets_do_and_which_stay() {
    let set =
        |apart: bool| Set { id: ResponseId(u64::from(apart)), apart, at: (!apart).then_some(5) };
    let says = |sets: &[Set], other, keeps_apart| {
        Coded { sets: sets.to_vec(), other }.says(keeps_apart, |_| "3 May".to_owned())
    };
    let end = " You cannot get them back. They cannot be added again.";
    let (main, apart) = (set(false), set(true));
    let waits = Set { at: None, ..main };
    assert_eq!(says(&[main], None, false), ["They were added on 3 May.", end].concat());
    assert_eq!(says(&[waits], None, false), ["They wait, and are not counted yet.", end].concat());
    let both = says(&[main, apart], None, true);
    assert!(both.contains("What is kept apart for this person is deleted too."), "{both}");
    let one = says(&[main], None, true);
    assert!(one.contains("has the code after it, and stays until you delete that too."), "{one}");
    let other = says(&[apart], None, true);
    assert!(other.contains("have the code before the +, and stay"), "{other}");
    assert!(!other.contains("1970") && !other.contains("3 May"), "of those nobody knows the day");
    let gone = says(&[main], Some(BadCode::TakenBack), true);
    assert!(gone.contains("with the other code are deleted already"), "{gone}");
    let unknown = says(&[main], Some(BadCode::Unknown), true);
    assert!(unknown.contains("No answers here have the other code"), "{unknown}");
}

#[test]
fn an_answer_that_says_it_is_to_our_words_and_was_sealed_to_others_does_not_open() {
    let reworded = Survey { title: "Should the café close?".into(), ..samples::survey() }.frozen();
    let arriving = seal(&revision(1).to_plain(), &reworded, [3; 32]).expect("a sound key");
    let changed = SealedResponse { edition: samples::survey().edition, ..arriving };
    assert_eq!(arrival(&shelf(), &changed), Arrival::WrongKey);
}

#[test]
fn a_survey_that_is_not_here() {
    let other = SealedResponse { survey: SurveyId(1), ..samples::sealed() };
    assert_eq!(arrival(&shelf(), &other), Arrival::UnknownSurvey);
}

#[test]
fn answers_that_were_taken_back_stay_out() {
    let withdrawn = vec![revision(1).id];
    let shelf = Shelf { withdrawn, ..shelf() };
    assert_eq!(arrival(&shelf, &sealed(&revision(1))), Arrival::TakenBack);
    let mut apart = revision(1);
    apart.given.apart = true;
    assert_eq!(arrival(&shelf, &sealed(&apart)), Arrival::ApartSeenBefore, "told once a person");
}

#[test]
fn answers_that_were_removed_stay_out_until_they_are_put_back_also_newer_ones() {
    let mut shelf = shelf();
    shelf.removed = vec![samples::response().id];
    assert_eq!(arrival(&shelf, &samples::sealed()), Arrival::Removed);
    assert_eq!(arrival(&shelf, &sealed(&revision(9))), Arrival::Removed);
    shelf.removed.clear();
    assert!(matches!(arrival(&shelf, &samples::sealed()), Arrival::New(_)));
}

#[test]
fn an_answer_that_no_page_makes_of_these_words_is_turned_away_at_the_door() {
    let mut strange = revision(1);
    strange.answers.set(q(99_999), Some(Answer::Text("Buy now".into())));
    check(&sealed(&strange), None, Arrival::Misfit(Misfit::Names));
    check(&sealed(&strange), Some(revision(1)), Arrival::Misfit(Misfit::Names));
    let none = Shelf { versions: Vec::new(), ..shelf() };
    assert_eq!(
        arrival(&none, &sealed(&strange)),
        waits(&sealed(&strange), strange.id),
        "nobody can tell yet"
    );
}

/// Whoever has the survey's link can seal answers to it. To replace those of a person they would have to know
/// that person's id, which is drawn at random and stands nowhere but inside the seal. The code that people
/// are shown and send along is half of it.
#[test]
fn a_stranger_with_the_link_can_not_replace_what_somebody_else_said() {
    let id = ResponseId(0x1a2b_3c4d_5e6f_7081);
    let theirs = Response { id, ..revision(1) };
    let packet = sealed(&theirs).to_packet();
    let holds = |bytes: &[u8]| packet.windows(bytes.len()).any(|window| window == bytes);
    assert!(!holds(&id.0.to_be_bytes()) && !holds(&id.0.to_le_bytes()));
    let other = Response { id: ResponseId(!id.0), ..theirs.clone() };
    let fragment = answer_fragment(&sealed(&theirs));
    assert_eq!(fragment.len(), answer_fragment(&sealed(&other)).len());
    assert!(!fragment.contains(&id.to_string()) && !fragment.contains(&id.code()));
    assert!(!id.code().contains("5e6f") && !id.code().contains("7081"));
    let guessed = Response { id: ResponseId(id.0 & !0xffff_ffff), ..revision(9) };
    assert_eq!(guessed.id.code(), id.code(), "the code is all that was seen");
    check(
        &sealed(&guessed),
        Some(theirs),
        Arrival::New(Received { at: 5, by: By::Link, response: guessed }),
    );
}

#[test]
fn what_is_known_of_a_survey_is_read_once_for_many_answers() {
    let shelf = shelf();
    let mut inbox = Inbox::over(&shelf);
    for _ in 0..20 {
        inbox.take(&samples::sealed(), (5, By::File));
    }
    assert_eq!(shelf.asked.get(), 1);
}

#[test]
fn the_first_is_new() {
    let response = revision(1);
    check(&sealed(&response), None, Arrival::New(Received { at: 5, by: By::Link, response }));
}

#[test]
fn another_person_is_new() {
    let other = Response { id: ResponseId(7), ..revision(9) };
    let response = revision(1);
    check(
        &sealed(&response),
        Some(other),
        Arrival::New(Received { at: 5, by: By::Link, response }),
    );
}

#[test]
fn the_same_again_was_seen_before() {
    check(&sealed(&revision(2)), Some(revision(2)), Arrival::SeenBefore);
}

#[test]
fn a_later_one_of_the_same_person_replaces_the_earlier() {
    let response = revision(3);
    check(
        &sealed(&response),
        Some(revision(2)),
        Arrival::Newer(Received { at: 5, by: By::Link, response }),
    );
}

#[test]
fn an_earlier_one_that_comes_late_was_seen_before() {
    check(&sealed(&revision(1)), Some(revision(2)), Arrival::SeenBefore);
}

#[test]
fn a_response_to_another_key_cannot_be_opened() {
    let other = Survey { key: key_pair(&[1; 32]).1, ..samples::survey() };
    let arriving = seal(&revision(1).to_plain(), &other, [3; 32]).expect("a sound key");
    assert_eq!(arrival(&shelf(), &arriving), Arrival::WrongKey);
}

#[test]
fn garbage_inside() {
    for plain in [&b""[..], b"garbage", &samples::survey().to_packet()] {
        check(&sealed_bytes(plain), None, Arrival::Unreadable(Unreadable::Damaged));
    }
}

#[test]
fn a_newer_response_inside() {
    let newer = crate::attacks_on_packets::packet("response", 2, b"anything");
    check(&sealed_bytes(&newer), None, Arrival::Unreadable(Unreadable::Newer));
}

#[test]
fn the_golden_link_arrives() {
    check(
        &samples::sealed(),
        None,
        // It is of answers that are kept apart, so nothing of its coming is noted.
        Arrival::New(Received { at: 0, by: By::Link, response: samples::response() }),
    );
}
