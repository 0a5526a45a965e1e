//! People who are invited by a link of their own: reading a pasted list, numbers, who has answered, and that no name
//! goes with a link or an answer.

use crate::samples;
use crate::support::SURVEY;
use ask_together::model::csv::personal_links;
use ask_together::model::id::ResponseId;
use ask_together::model::inbox::{By, Received};
use ask_together::model::invited::{
    Added, Begun, How, Invited, Purpose, message, read_list, standing,
};
use ask_together::model::link::{self, BadLink, SHORT};
use ask_together::model::response::{Given, On, Response};
use ask_together::model::survey::Way;
use ask_together::model::ways::Leads;
use ask_together::model::wire::{Backup, Packet, Unreadable};

fn lines(text: &str) -> Vec<(String, String)> {
    read_list(text)
}

fn line(name: &str, contact: &str) -> (String, String) {
    (name.to_owned(), contact.to_owned())
}

/// Bytes that differ each time.
fn draw() -> impl FnMut() -> [u8; 8] {
    let mut count = 0_u64;
    move || {
        count += 1;
        // The lowest 5 bits of each byte count.
        core::array::from_fn(|place| (count >> (5 * place)) as u8 & 31)
    }
}

fn list(text: &str) -> Invited {
    let mut list = Invited::new(SURVEY);
    list.add(lines(text), draw());
    list
}

#[test]
fn a_list_is_read_however_it_was_pasted() {
    let both = [line("Ann Bee", "ann@example.org")];
    for text in [
        "Ann Bee, ann@example.org",
        "ann@example.org;Ann Bee",
        "Ann Bee\tann@example.org",
        "Ann Bee <ann@example.org>",
        "\"Ann Bee\" <ann@example.org>",
        "  Ann   Bee ann@example.org ",
        "Name,Email\nAnn Bee,ann@example.org\n\n",
        "Ann\tBee\tann@example.org",
    ] {
        assert_eq!(lines(text), both, "{text}");
    }
    let two = lines("Ann <ann@example.org>, Bo <bo@example.org>");
    assert_eq!(two, [line("Ann", "ann@example.org"), line("Bo", "bo@example.org")]);
    assert_eq!(lines("Ann, 07700 900123"), [line("Ann", "07700900123")]);
    assert_eq!(lines("+44 (0)7700 900123"), [line("", "+4407700900123")]);
    assert_eq!(lines("Ann\nBo\n"), [line("Ann", ""), line("Bo", "")]);
    assert_eq!(lines("\n ,;\n"), []);
    assert_eq!(lines("Namely Ann"), [line("Namely Ann", "")], "no heading without addresses below");
}

#[test]
fn everyone_gets_a_number_of_their_own_once() {
    let mut list = list("Ann, ann@example.org\nBo\nBo\nANN, Ann@Example.org");
    assert_eq!(list.people.len(), 2);
    let mut numbers: Vec<_> = list.people.iter().map(|one| one.number.clone()).collect();
    let first = numbers[0].clone();
    let added = list.add(lines("Cy\nBo"), draw());
    assert_eq!(added, Added { new: 1, known: 1, ..Added::default() });
    assert_eq!(list.people[0].number, first, "what was sent stays");
    numbers = list.people.iter().map(|one| one.number.clone()).collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 3);
    let is_plain =
        |c: char| c.is_ascii_lowercase() && c != 'l' && c != 'o' || ('2'..='9').contains(&c);
    assert!(numbers.iter().all(|number| number.len() == 8 && number.chars().all(is_plain)));
}

#[test]
fn people_who_share_an_address_have_links_of_their_own() {
    let mut list = Invited::new(SURVEY);
    let home = "Ann, home@example.org\nBen, Home@example.org\nDee, home@example.org\nann, home@example.org";
    let added = list.add(lines(home), draw());
    assert_eq!((added.new, added.known, added.sharing), (3, 1, 2));
    let added = list.add(lines("home@example.org\nEve, home@example.org"), draw());
    assert_eq!((added.new, added.known), (1, 1), "an address alone is whoever is there");
    let added = list.add(lines("Fay, fay@home"), draw());
    assert_eq!((added.new, added.wrong.len()), (0, 1), "{added:?}");
}

#[test]
fn a_second_contact_is_no_part_of_a_name() {
    let both = "Name,Email,Phone\nAnn Bee,ann@example.org,07700 900123";
    assert_eq!(lines(both), [line("Ann Bee", "ann@example.org")]);
    assert_eq!(lines("\"Bee, Ann\",ann@example.org"), [line("Ann Bee", "ann@example.org")]);
}

#[test]
fn a_list_has_an_end() {
    let many: String = (0..10_005).map(|number| format!("Person {number}\n")).collect();
    let mut list = Invited::new(SURVEY);
    let added = list.add(lines(&many), draw());
    assert_eq!((added.new, added.too_many), (10_000, 5));
    assert_eq!(Invited::from_packet(&list.to_packet()), Ok(list));
}

#[test]
fn a_link_carries_the_number_and_no_name_and_opens_the_survey() {
    let list = list("Ann Bee, ann@example.org");
    let survey = format!("https://example.org/answer/#{}", link::survey_fragment(b"a survey"));
    let own = list.people[0].link(&survey);
    assert_eq!(own.len(), survey.len() + 9);
    assert!(!own.to_lowercase().contains("ann") && !own.contains("bee"));
    let fragment = own.split_once('#').expect("a fragment").1;
    assert_eq!(link::invited(fragment), list.people[0].number);
    assert_eq!(
        link::read_survey(fragment),
        Ok(b"a survey".to_vec()),
        "and older pages read it too"
    );
    for (fragment, number) in [
        (survey.split_once('#').expect("a fragment").1.to_owned(), ""),
        (format!("{fragment}&utm_source=x"), list.people[0].number.as_str()),
        (fragment.replace('.', "%2E"), list.people[0].number.as_str()),
        (format!("{fragment}."), list.people[0].number.as_str()),
        (String::new(), ""),
    ] {
        assert_eq!(link::invited(&fragment), number, "{fragment}");
    }
    // A short link has no survey in it, and the number all the same.
    let short = list.people[0].link(&format!("https://example.org/answer/?s=day-out{SHORT}"));
    let fragment = short.split_once('#').expect("a fragment").1;
    assert_eq!(link::invited(fragment), list.people[0].number);
    assert_eq!(link::read_survey(fragment), Err(BadLink::Missing), "so its file is fetched");
    // However long a forged one is, the answer that holds it can still be read.
    let forged = link::invited(&format!("{fragment}{}", "x".repeat(500)));
    let given = Given { code: forged, ..Given::default() };
    let response = Response { given, ..samples::person() };
    let received = Received { at: 1, by: By::Link, response };
    assert_eq!(Received::from_packet(&received.to_packet()), Ok(received));
}

/// What came in: of each its number, who sent it and when.
fn received(all: &[(&str, u64, u64)]) -> Vec<Received> {
    let one = |(code, who, at): &(&str, u64, u64)| {
        let given = Given { code: (*code).to_owned(), ..Given::default() };
        let response = Response { id: ResponseId(*who), given, ..samples::person() };
        Received { at: *at, by: By::Pasted, response }
    };
    all.iter().map(one).collect()
}

#[test]
fn it_is_known_who_has_answered_who_has_not_and_who_twice() {
    let list = list("Ann\nBo\nCy");
    let numbers: Vec<&str> = list.people.iter().map(|one| one.number.as_str()).collect();
    let came = received(&[
        (numbers[0], 1, 50),
        (numbers[1], 2, 60),
        (numbers[1], 3, 40),
        ("", 4, 70),
        ("made-up", 5, 80),
    ]);
    let now = standing(&list, &came);
    assert_eq!(now.answered.len(), 2);
    assert_eq!(now.answered[numbers[1]], 40, "when the first came");
    assert!(now.has_answered(&list.people[0]) && !now.has_answered(&list.people[2]));
    let [repeat] = &now.repeats[..] else { panic!("{now:?}") };
    assert_eq!((repeat.person.name.as_str(), repeat.answers), ("Bo", 2));
    assert_eq!((now.without, now.unknown), (1, 1));
    // What is written on a paper is no number of a link, and a tablet is nobody's own.
    let mut others = received(&[(numbers[2], 6, 90), ("12", 7, 91), ("", 8, 92)]);
    others[0].response.given.on = On::Paper;
    others[1].response.given.on = On::Paper;
    others[2].response.given.on = On::Tablet;
    let now = standing(&list, &others);
    assert!(now.answered.is_empty());
    assert_eq!((now.on_paper, now.on_tablet, now.without, now.unknown), (2, 1, 0, 0));
    let mut apart = received(&[(numbers[2], 6, 90)]);
    apart[0].response.given.apart = true;
    assert!(
        !standing(&list, &apart).has_answered(&list.people[2]),
        "what travels apart names nobody"
    );
}

#[test]
fn two_lists_are_put_together_and_whoever_was_removed_stays_away() {
    let mut ours = list("Ann\nBo");
    let mut theirs = ours.clone();
    let bo = ours.people[1].number.clone();
    let begun = |at, how| Begun { at, how: Some(how) };
    ours.note(&bo, Purpose::Invite, begun(4, How::Email));
    ours.note(&bo, Purpose::Remind, begun(5, How::Text));
    theirs.note(&bo, Purpose::Invite, begun(3, How::File));
    theirs.note(&bo, Purpose::Remind, begun(9, How::Copied));
    theirs.add(lines("Cy"), draw());
    let ann = theirs.people[0].number.clone();
    theirs.remove(&ann);
    ours.merge(theirs);
    let names: Vec<&str> = ours.people.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Bo", "Cy"]);
    assert_eq!(ours.people[0].sent, Some(begun(4, How::Email)));
    assert_eq!(ours.people[0].reminded, Some(begun(9, How::Copied)));
    assert!(!ours.to_packet().windows(3).any(|part| part == b"Ann"));
}

#[test]
fn it_is_known_whose_link_went_nowhere_yet() {
    let mut list = list("Ann\nBo\nCy\nDi");
    let numbers: Vec<String> = list.people.iter().map(|one| one.number.clone()).collect();
    for (place, how) in How::ALL.into_iter().enumerate().take(2) {
        let purpose = if place == 0 { Purpose::Invite } else { Purpose::Remind };
        list.note(&numbers[place], purpose, Begun { at: 7, how: Some(how) });
    }
    list.note("nobody", Purpose::Invite, Begun { at: 7, how: None });
    let now = standing(&list, &received(&[(&numbers[2], 1, 50)]));
    let lacks: Vec<bool> = list.people.iter().map(|one| now.lacks_link(one)).collect();
    assert_eq!(lacks, [false, false, false, true], "who answered had theirs");
    assert_eq!(Invited::from_packet(&list.to_packet()), Ok(list));
    let says = How::ALL.map(|how| Begun { at: 7, how: Some(how) }.says());
    assert_eq!(says, ["copied", "put in an email", "put in a text message", "saved in a file"]);
}

#[test]
fn a_message_says_whose_link_it_is_and_is_ready_to_send() {
    let list = list("Ann, ann@example.org\nBo, 07700 900123\nCy, 020 7946 0000\nDi");
    let ways: Vec<_> = list.people.iter().map(|one| one.way()).collect();
    assert_eq!(ways, [Some(Way::Email), Some(Way::Text), None, None]);
    let link = list.people[0].link("https://example.org/#ask-survey.AAAA");
    let text = message(Purpose::Remind, "Ann", "Your day centre", &link);
    assert!(text.starts_with("Hello Ann,\n") && text.contains(&link));
    assert!(text.contains("only for you") && text.contains("You do not have to."));
    let Leads::To(mail) = list.people[0].leads(("Your day centre", &text, &link)) else { panic!() };
    assert!(
        mail.starts_with("mailto:ann@example.org?subject=Your%20day%20centre&body=Hello%20Ann")
    );
    let Leads::To(sms) = list.people[1].leads(("", "", &link)) else { panic!() };
    assert!(sms.starts_with("sms:+447700900123"));
    assert_eq!(list.people[2].leads(("", "", &link)), Leads::Nowhere);
    assert!(message(Purpose::Invite, "", "A", "B").starts_with("Hello,\n"));
}

#[test]
fn links_are_saved_for_mail_merge_and_no_name_is_a_formula() {
    let list = list("=1+1, ann@example.org\nBo");
    let rows = list.people.iter().map(|one| (one, one.name == "Bo"));
    let file = String::from_utf8(personal_links(rows, "https://example.org/#ask-survey.AAAA"))
        .expect("UTF-8");
    let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    let head: Vec<_> = reader.headers().expect("a head").iter().collect();
    assert_eq!(head, ["name", "contact", "link", "answered"]);
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert!(!rows[0][0].starts_with('='));
    assert_eq!((&rows[0][1], &rows[0][3], &rows[1][3]), ("ann@example.org", "no", "yes"));
    assert_eq!(rows[1][2], list.people[1].link("https://example.org/#ask-survey.AAAA"));
}

#[test]
fn a_list_is_in_a_backup_and_a_damaged_or_newer_one_is_told_apart() {
    let list = list("Ann\nBo, bo@example.org");
    let backup = Backup { invited: vec![list.clone()], ..samples::backup() };
    let json = backup.to_json();
    assert!(Backup::from_json(&json) == Ok(backup));
    assert!(!samples::backup().to_json().contains("invited"), "as before where there is none");
    let mut packet = list.to_packet();
    packet[5] ^= 1;
    assert_eq!(Invited::from_packet(&packet), Err(Unreadable::Damaged));
    let unknown = json.replacen("\"invited\"", "\"unheard\"", 1);
    assert!(Backup::from_json(&unknown) == Err(Unreadable::Newer), "an older page says newer");
}
