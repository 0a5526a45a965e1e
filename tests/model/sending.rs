//! Which way of sending carries a link of which length, and what is said about it.

use ask_together::model::sending::{Channel, Fit, Length, Thing, advice, fits_nowhere};

fn of(link: usize) -> Length {
    Length { link, message: link + 30 }
}

#[test]
fn each_way_of_sending_has_its_limit() {
    use Fit::{Mostly, No, Whole};
    for (link, fits) in [
        (300, [Whole, Whole, Whole, Whole]),
        (998, [Whole, Whole, Whole, Whole]),
        (999, [Whole, Mostly, Whole, Whole]),
        (1_500, [Whole, Mostly, Whole, Whole]),
        (1_501, [No, Mostly, Whole, Whole]),
        (2_048, [No, Mostly, Whole, Whole]),
        (2_049, [No, Mostly, No, Whole]),
        (4_066, [No, Mostly, No, Whole]),
        (4_067, [No, Mostly, No, No]),
        (90_000, [No, Mostly, No, No]),
    ] {
        assert_eq!(Channel::ALL.map(|channel| channel.fit(of(link))), fits, "{link}");
        assert_eq!(fits_nowhere(of(link)), link > 4_066, "{link}");
    }
}

#[test]
fn the_words_around_a_link_count_where_the_whole_message_does() {
    let chatty = Length { link: 500, message: 4_500 };
    let fits = Channel::ALL.map(|channel| channel.fit(chatty));
    assert_eq!(fits, [Fit::No, Fit::Whole, Fit::Whole, Fit::No]);
}

#[test]
fn a_link_that_fits_everywhere_needs_no_advice() {
    for thing in [Thing::Survey, Thing::Review, Thing::Draft] {
        assert_eq!(advice(thing, of(998), true), None);
    }
}

#[test]
fn advice_names_what_fits_what_does_not_and_the_way_that_works() {
    let said = |thing, link, has_code| advice(thing, of(link), has_code).unwrap_or_default();
    assert_eq!(
        said(Thing::Survey, 1_200, true),
        "This link has 1,200 characters. It fits in a text message, Outlook and WhatsApp. A phone sends it as 9 \
         text messages. It works in most email programs, but some may cut it. To be safe, send the survey as a file, or show people the QR \
         code.",
    );
    assert_eq!(
        said(Thing::Survey, 2_310, true),
        "This link has 2,310 characters. It is too long for a text message or Outlook. It fits in WhatsApp. \
         It works in most email programs, but some may cut it. To be safe, send the survey as a file, or \
         show people the QR code.",
    );
    assert_eq!(
        said(Thing::Survey, 5_000, false),
        "This link has 5,000 characters. It is too long for a text message, Outlook or WhatsApp. It works in \
         most email programs, but some may cut it. To be safe, send the survey as a file.",
    );
    assert!(
        said(Thing::Review, 5_000, false)
            .ends_with("save it as a file and attach that to an email.")
    );
    assert!(said(Thing::Draft, 5_000, false).ends_with("save the draft as a file and send that."));
}
