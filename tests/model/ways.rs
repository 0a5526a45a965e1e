//! The ways for answers to be sent: which addresses and numbers are taken, and the links they lead to.

use ask_together::model::survey::{SendTo, Way};
use ask_together::model::ways::{
    LONGEST_EMAIL, LONGEST_TEXT_MESSAGE, LONGEST_WHATSAPP, Leads, Letter, Unfit, international,
    is_too_long, leads, put_in, tidy, unfit,
};

const LETTER: Letter = Letter {
    subject: "My answers to “Tea & cake?”",
    text: "My answers:\nhttps://host.example/#ask-answer.AB-_9",
    link: "https://host.example/#ask-answer.AB-_9",
};

fn send_to(way: Way, to: &str) -> SendTo {
    SendTo { way, to: to.to_owned(), name: "Jo".to_owned() }
}

fn check(way: Way, typed: &str, expected: Option<Unfit>) {
    assert_eq!(unfit(&send_to(way, &tidy(way, typed))), expected, "{typed}");
}

fn check_number(typed: &str, expected: &str) {
    assert_eq!(international(&tidy(Way::Text, typed)).as_deref(), Some(expected), "{typed}");
    check(Way::Text, typed, None);
}

fn check_link(way: Way, to: &str, expected: &str) {
    assert_eq!(leads(&send_to(way, to), LETTER), Leads::To(expected.to_owned()));
}

#[test]
fn an_email_address_has_a_name_an_at_and_a_host() {
    for good in ["jo@example.org", " jo@example.org ", "jo.b+tea@a.b.example", "jo@müller.example"]
    {
        check(Way::Email, good, None);
    }
    let bad = ["", "jo", "jo@", "@example.org", "jo@example", "jo@.org", "jo@example.", "a b@c.de"];
    let many = ["jo@a.org, al@b.org", "Jo <jo@a.org>", "jo@al@a.org", "jo@a.org;", "jo@a..org"];
    for bad in bad.into_iter().chain(many) {
        check(Way::Email, bad, Some(Unfit::NoEmail));
    }
}

#[test]
fn a_british_mobile_number_gets_its_country() {
    check_number("07700 900123", "+447700900123");
    check_number("(07700) 900-123", "+447700900123");
    check_number("+44 7700 900123", "+447700900123");
    check_number("+44 (0)7700 900123", "+447700900123");
    check_number("0044 7700 900123", "+447700900123");
    check_number("+353 85 012 3456", "+353850123456");
    assert_eq!(tidy(Way::WhatsApp, "07700 900-123"), "07700900123", "it is kept as it was typed");
}

#[test]
fn a_number_of_no_country_and_no_number_are_told_apart() {
    check(Way::WhatsApp, "085 012 3456", Some(Unfit::NoCountry));
    check(Way::Text, "7700900123", Some(Unfit::NoCountry));
    check(Way::Text, "077009001234", Some(Unfit::NoCountry));
    for bad in
        ["", "call me", "12", "+", "+44", "+0770090012", "++447700900123", "+44770090012345678"]
    {
        check(Way::Text, bad, Some(Unfit::NoNumber));
    }
}

#[test]
fn who_gives_by_hand_has_to_say_to_whom() {
    assert_eq!(
        unfit(&SendTo { name: " ".into(), ..send_to(Way::ByHand, "") }),
        Some(Unfit::NoName)
    );
    check(Way::ByHand, "", None);
}

#[test]
fn an_email_opens_with_address_subject_and_link() {
    check_link(
        Way::Email,
        "jo@example.org",
        "mailto:jo@example.org?subject=My%20answers%20to%20%E2%80%9CTea%20%26%20cake%3F%E2%80%9D\
         &body=My%20answers%3A%0D%0Ahttps%3A%2F%2Fhost.example%2F%23ask-answer.AB-_9",
    );
}

#[test]
fn a_text_message_opens_on_both_kinds_of_phone_and_holds_the_link_alone() {
    let link = "sms:+447700900123?&body=https%3A%2F%2Fhost.example%2F%23ask-answer.AB-_9";
    check_link(Way::Text, "07700900123", link);
}

#[test]
fn whatsapp_opens_with_the_number_in_digits_alone() {
    check_link(
        Way::WhatsApp,
        "07700900123",
        "https://wa.me/447700900123?text=My%20answers%3A%0D%0A\
         https%3A%2F%2Fhost.example%2F%23ask-answer.AB-_9",
    );
}

#[test]
fn what_is_given_by_hand_or_has_no_address_leads_nowhere() {
    for (way, to) in [(Way::ByHand, ""), (Way::Email, "jo"), (Way::Text, "1"), (Way::WhatsApp, "x")]
    {
        assert_eq!(leads(&send_to(way, to), LETTER), Leads::Nowhere);
    }
}

#[test]
fn a_hostile_address_adds_nothing_to_the_link() {
    for to in ["a@b.cc?cc=x@y.zz&body=no", "a@b.cc%0ABcc:x@y.zz", "a@b.cc#x", "javascript:a@b.cc"] {
        match leads(&send_to(Way::Email, to), LETTER) {
            Leads::To(link) => {
                assert!(link.starts_with("mailto:"), "{link}");
                assert_eq!(link.matches(['?', '#']).count(), 1, "{link}");
                assert_eq!(link.matches('&').count(), 1, "{link}");
            }
            other => assert_eq!(other, Leads::Nowhere),
        }
    }
    let number = SendTo { to: "+447700900123?body=no".into(), ..send_to(Way::Text, "") };
    assert_eq!(leads(&number, LETTER), Leads::Nowhere);
}

#[test]
fn answers_that_are_too_long_for_a_way_are_told() {
    let lengths = [
        (Way::Email, "jo@example.org", LONGEST_EMAIL),
        (Way::Text, "07700900123", LONGEST_TEXT_MESSAGE),
        (Way::WhatsApp, "07700900123", LONGEST_WHATSAPP),
    ];
    for (way, to, most) in lengths {
        let of = |length: usize| {
            let text = "a".repeat(length);
            leads(&send_to(way, to), Letter { subject: "", text: &text, link: &text })
        };
        assert!(matches!(of(most - 60), Leads::To(_)), "{way:?}");
        assert_eq!(of(most + 1), Leads::TooLong, "{way:?}");
    }
    // What a survey of usual length makes fits all of them.
    let link = ["https://a-long-name-of-a-council.example/a/folder/#ask-answer.", &"x".repeat(620)];
    let link = link.concat();
    let text = ["My answers to “How do you like your support at home?”:\n", &link].concat();
    for (way, to, _) in lengths {
        let letter =
            Letter { subject: "My answers to “How do you like it?”", text: &text, link: &link };
        assert!(matches!(leads(&send_to(way, to), letter), Leads::To(_)), "{way:?}");
    }
}

#[test]
fn a_message_is_too_long_for_apps_where_the_first_of_them_cuts_it() {
    for (length, is_long) in [(0, false), (LONGEST_WHATSAPP, false), (LONGEST_WHATSAPP + 1, true)] {
        assert_eq!(is_too_long(&"a".repeat(length)), is_long, "{length}");
    }
}

#[test]
fn a_way_that_is_changed_is_found_wherever_it_stands_by_now() {
    let [a, b, new] = ["a@x.org", "b@x.org", "c@x.org"].map(|to| send_to(Way::Email, to));
    let after = |mut all: Vec<SendTo>, old: Option<&SendTo>| {
        put_in(&mut all, old, new.clone());
        all
    };
    assert_eq!(after(vec![a.clone(), b.clone()], Some(&b)), [a.clone(), new.clone()]);
    assert_eq!(after(vec![b.clone(), a.clone()], Some(&b)), [new.clone(), a.clone()], "moved");
    assert_eq!(after(vec![a.clone()], Some(&b)), [a.clone(), new.clone()], "gone");
    assert_eq!(after(vec![a.clone()], None), [a.clone(), new.clone()], "a new one");
}

#[test]
fn one_address_stands_among_the_ways_once() {
    let [a, b] = ["a@x.org", "b@x.org"].map(|to| send_to(Way::Email, to));
    let named = SendTo { name: "Team A".into(), ..a.clone() };
    let after = |mut all: Vec<SendTo>, old: Option<&SendTo>, new: &SendTo| {
        put_in(&mut all, old, new.clone());
        all
    };
    assert_eq!(after(vec![a.clone(), b.clone()], None, &named), [named.clone(), b.clone()]);
    assert_eq!(
        after(vec![a.clone(), b.clone()], Some(&b), &a),
        std::slice::from_ref(&a),
        "changed to another's"
    );
    let hands = ["Jo", "Sam"].map(|name| SendTo { name: name.into(), ..send_to(Way::ByHand, "") });
    assert_eq!(after(vec![hands[0].clone()], None, &hands[1]), hands, "two people");
}
