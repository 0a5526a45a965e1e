//! Mailboxes, zips and folders of files, as a whole: nothing in them is lost, nothing counts twice, and what is
//! hostile is refused with its reason.

use crate::samples;
use ask_together::model::given::{CannotUnzip, FileKind, Pile, Step, Unreadable};
use ask_together::model::link::{self, BadLink, Gathered, answer_fragment};
use ask_together::model::seal::SealedResponse;
use ask_together::model::zip::Zip;
use base64ct::{Base64, Encoding};
use std::time::Instant;

type Found = Vec<Result<SealedResponse, BadLink>>;
type Troubles = Vec<(String, Unreadable)>;

/// All that a file holds, how many texts there were, and what could not be read.
fn look(name: &str, bytes: Vec<u8>) -> (Found, usize, Troubles) {
    let (mut pile, mut all) = (Pile::new(name, bytes), Gathered::default());
    let (mut texts, mut trouble) = (0, Vec::new());
    while let Some(step) = pile.step() {
        match step {
            Step::Working => {}
            Step::Piece(given) => {
                texts += 1;
                all.add(&given.text);
            }
            Step::Trouble(name, why) => trouble.push((name, why)),
        }
    }
    (all.finish(), texts, trouble)
}

fn sealed(number: usize) -> SealedResponse {
    let mut sealed = samples::sealed();
    // As different as what two people's phones draw at random.
    let own = sha2_of(number);
    sealed.sealed[..32].copy_from_slice(&own);
    sealed
}

fn sha2_of(number: usize) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    Sha256::digest(number.to_be_bytes()).into()
}

fn link(number: usize) -> String {
    format!("https://example.org/ask/#{}", answer_fragment(&sealed(number)))
}

fn base64(text: &str) -> String {
    let code = Base64::encode_string(text.as_bytes());
    let lines = (0..code.len()).step_by(76).map(|at| &code[at..code.len().min(at + 76)]);
    lines.collect::<Vec<_>>().join("\r\n")
}

fn quoted_printable(text: &str) -> String {
    let chars: Vec<char> = text.replace('=', "=3D").chars().collect();
    let lines: Vec<String> = chars.chunks(70).map(|line| line.iter().collect()).collect();
    lines.join("=\r\n")
}

const HEAD: &str = "Return-Path: <a@example.org>\r\nFrom: <a@example.org>\r\nSubject: My answers\r\nMIME-Version: 1.0\r\n";

fn mail(kind: &str, encoding: &str, body: &str) -> String {
    format!(
        "{HEAD}Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n"
    )
}

fn many(kind: &str, boundary: &str, parts: &[String]) -> String {
    let parts: String = parts.iter().map(|part| format!("--{boundary}\r\n{part}\r\n")).collect();
    format!(
        "{HEAD}Content-Type: multipart/{kind}; boundary=\"{boundary}\"\r\n\r\n{parts}--{boundary}--\r\n"
    )
}

fn part(kind: &str, encoding: &str, body: &str) -> String {
    format!("Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}")
}

fn percent(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => (byte as char).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

/// Every way in which an answer travels by mail, for one number.
fn written(number: usize) -> String {
    let link = link(number);
    let text = format!("Hello,\r\n\r\nMy answers:\r\n{link}\r\n\r\nFrom my phone\r\n");
    let page = format!("<p>My answers:</p><a href=\"{link}\">{}\u{2026}</a>", &link[..60]);
    let safe = format!(
        "https://eur01.safelinks.protection.outlook.com/?url={}&data=05%7C02&reserved=0",
        percent(&link)
    );
    let guarded = format!(
        "https://urldefense.proofpoint.com/v2/url?u={}&d=DwMF",
        percent(&link)
            .replace('-', "-2D")
            .replace('_', "-5F")
            .replace('%', "-")
            .replace("-2F", "_")
    );
    let attached = format!(
        "Content-Disposition: attachment; filename=\"my-answers.txt\"\r\n{}",
        part("text/plain", "base64", &base64(&text))
    );
    let quoted: String = text.lines().map(|line| format!("> {line}\r\n")).collect();
    match number % 12 {
        0 => mail("text/plain", "7bit", &text),
        1 => mail("text/plain", "quoted-printable", &quoted_printable(&text)),
        2 => mail("text/plain", "base64", &base64(&text)),
        3 => mail("text/html", "quoted-printable", &quoted_printable(&page)),
        4 => mail("text/html", "base64", &base64(&page)),
        5 => many(
            "alternative",
            "b1",
            &[
                part("text/plain", "base64", &base64(&text[..120])),
                part("text/html", "quoted-printable", &quoted_printable(&page)),
            ],
        ),
        6 => many("mixed", "b1", &[part("text/plain", "7bit", "See the file."), attached]),
        7 => {
            let inner = many("mixed", "b2", &[part("text/plain", "7bit", "Here."), attached]);
            many("mixed", "b1", &[part("message/rfc822", "7bit", &inner)])
        }
        8 => mail("text/plain", "quoted-printable", &quoted_printable(&safe)),
        9 => mail(
            "text/html",
            "7bit",
            &format!("<a href=\"{}\">answers</a>", safe.replace('&', "&amp;")),
        ),
        10 => mail("text/plain", "7bit", &guarded),
        _ => mail("text/plain", "8bit", &format!("Thank you!\r\n{quoted}")),
    }
}

/// A mailbox of so many mails. Three in ten hold an answer; some of the others quote one that is there.
fn mailbox(mails: usize) -> (Vec<u8>, Vec<SealedResponse>) {
    let (mut file, mut answers) = (Vec::new(), Vec::new());
    for number in 0..mails {
        let mail = match number % 10 {
            0..3 => {
                answers.push(sealed(number));
                written(number)
            }
            3 if number % 30 == 3 => {
                let start = link(number - 1);
                mail("text/plain", "7bit", &format!("Got it!\r\n> {}\r\n", &start[..200]))
            }
            4 if number % 30 == 4 => mail("text/plain", "7bit", &link(number - 2)),
            _ => mail(
                "text/plain",
                "7bit",
                "Can we meet at ten?\r\n\r\nFrom my side it is fine.\r\n",
            ),
        };
        let line = format!("From a@example.org Mon Jan  6 10:{:02}:00 2025\r\n", number % 60);
        // As mail programs quote what begins like the line above.
        let mail = mail.replace("\nFrom ", "\n>From ").replace("\n>From: ", "\nFrom: ");
        file.extend([line.as_bytes(), mail.as_bytes(), b"\r\n"].concat());
    }
    (file, answers)
}

#[test]
fn a_mailbox_of_thousands_loses_none_and_doubles_none() {
    // 10,000 with ASK_MAILS=10000.
    let mails = std::env::var("ASK_MAILS").ok().and_then(|mails| mails.parse().ok());
    let mails = mails.unwrap_or(1_000);
    let (file, answers) = mailbox(mails);
    let size = file.len();
    let begun = Instant::now();
    let (found, texts, trouble) = look("Inbox.mbox", file.clone());
    println!("{mails} mails, {size} bytes: {:?}", begun.elapsed());
    assert_eq!(texts, mails);
    assert_eq!(trouble, []);
    let found: Vec<_> = found.into_iter().map(|found| found.expect("a whole answer")).collect();
    assert_eq!(found.len(), answers.len());
    assert!(found == answers, "each once, in their order");
    let mut zip = Zip::default();
    zip.file("Takeout/Mail/Inbox.mbox", &file);
    let (zipped, texts, _) = look("takeout.zip", zip.finish());
    assert_eq!((zipped.len(), texts), (answers.len(), mails));
}

#[test]
fn a_sentence_that_begins_with_from_cuts_no_email_in_two() {
    let body = |from: &str| format!("Hello,\r\n\r\n{from}\r\n{}\r\n", link(1));
    for from in [
        "From my side all is well.",
        "From 10:30 we met.",
        "From me: hello.",
        ">From my side all is well.",
        "From 10:30 we met.\r\nhttps://example.org is nice.",
    ] {
        let mail = mail("text/plain", "base64", &base64(&body(from)));
        let plain = self::mail("text/plain", "7bit", &body(from));
        for mail in [mail, plain] {
            let file = format!("From a@example.org Mon Jan  6 10:00:00 2025\r\n{mail}");
            let (found, texts, _) = look("Inbox.mbox", file.into_bytes());
            assert_eq!((found, texts), (vec![Ok(sealed(1))], 1), "{from}");
        }
    }
}

#[test]
fn mailboxes_of_other_programs_are_cut_at_each_email() {
    let mail = |number| mail("text/plain", "base64", &base64(&link(number)));
    for line in
        ["From - Mon Jan 06 10:00:00 2025", "From 17@xxx Mon Jan 06 10:00:00 +0000 2025", "From "]
    {
        let file = format!("{line}\n{}\n\n{line}\n{}", mail(1), mail(2)).replace("\r\n", "\n");
        let (found, texts, _) = look("Inbox", file.into_bytes());
        assert_eq!((found, texts), (vec![Ok(sealed(1)), Ok(sealed(2))], 2), "{line}");
    }
}

#[test]
fn a_copy_that_was_cut_is_told_of_only_when_the_whole_one_is_nowhere() {
    let cut = |number: usize| link(number)[..200].to_owned();
    let mut all = Gathered::default();
    all.add(&cut(1));
    all.add(&cut(2));
    all.add(&link(1));
    all.add(&cut(2));
    assert_eq!(all.finish(), [Err(BadLink::CutShort), Ok(sealed(1))]);
}

#[test]
fn a_long_text_is_looked_through_in_parts_and_nothing_is_lost_between_them() {
    // Some are broken over lines, as mail programs do, and one was cut short.
    let broken = |text: String| {
        let chars: Vec<char> = text.chars().collect();
        chars.chunks(76).map(String::from_iter).collect::<Vec<_>>().join("\n> ")
    };
    let one = |number: usize| match number % 5 {
        0 => broken(link(number)),
        _ => link(number),
    };
    let mut text: String = (1..400).map(|number| format!("Hello\n{}\n\n", one(number))).collect();
    text.push_str(&link(400)[..200]);
    let parts: Vec<&str> = link::parts(&text).collect();
    assert!(parts.len() > 3 && parts.concat() == text);
    let mut all = Gathered::default();
    parts.into_iter().for_each(|part| all.add(part));
    let mut whole = Gathered::default();
    whole.add(&text);
    let found = all.finish();
    assert_eq!(found, whole.finish());
    assert_eq!((found.len(), found.last()), (400, Some(&Err(BadLink::CutShort))));
}

#[test]
fn a_zip_is_read_whatever_is_in_it() {
    let mut inner = Zip::default();
    inner.file("three.eml", mail("text/html", "base64", &base64(&link(3))).as_bytes());
    let mut zip = Zip::default();
    zip.file("one.txt", link(1).as_bytes());
    zip.file("photos/garden.jpg", &[0xff, 0xd8, 0xff, 0xe0, 0, 16]);
    zip.file("folder/two.eml", mail("text/plain", "base64", &base64(&link(2))).as_bytes());
    zip.file("__MACOSX/._one.txt", b"rubbish");
    zip.file("inner.zip", &inner.finish());
    zip.file("nothing.txt", b"");
    let (found, _, trouble) = look("answers.zip", zip.finish());
    assert_eq!(found, [Ok(sealed(1)), Ok(sealed(2)), Ok(sealed(3))]);
    assert_eq!(trouble, [("nothing.txt".to_owned(), Unreadable::Empty)]);
}

#[test]
fn a_zip_that_swells_is_refused_as_a_whole_and_what_came_before_stays() {
    let mut zip = Zip::default();
    zip.file("one.txt", link(1).as_bytes());
    zip.file("bomb.txt", &vec![b' '; 8 * 1024 * 1024]);
    zip.file("two.txt", link(2).as_bytes());
    let (found, _, trouble) = look("bomb.zip", zip.finish());
    assert_eq!(found, [Ok(sealed(1))]);
    assert_eq!(trouble, [("bomb.zip".to_owned(), Unreadable::Zip(CannotUnzip::Swells))]);
}

#[test]
fn zips_in_zips_in_zips_are_not_opened() {
    let mut bytes = link(1).into_bytes();
    for name in ["answers.txt", "a.zip", "b.zip"] {
        let mut zip = Zip::default();
        zip.file(name, &bytes);
        bytes = zip.finish();
    }
    let (found, _, trouble) = look("c.zip", bytes);
    assert_eq!(found, []);
    assert_eq!(trouble, [("a.zip".to_owned(), Unreadable::TooDeep)]);
}

#[test]
fn a_name_that_leads_out_of_the_zip_is_told() {
    for name in ["../one.txt", "a/../../one.txt", "/etc/one.txt", "C:\\one.txt", "a\\..\\one.txt"] {
        let mut zip = Zip::default();
        zip.file(name, link(1).as_bytes());
        zip.file("two.txt", link(2).as_bytes());
        let (found, _, trouble) = look("a.zip", zip.finish());
        assert_eq!(found, [Ok(sealed(2))], "{name}");
        assert_eq!(trouble, [(name.to_owned(), Unreadable::Zip(CannotUnzip::OddName))]);
    }
}

#[test]
fn a_zip_that_was_cut_changed_or_locked_is_told() {
    let mut zip = Zip::default();
    zip.file("one.txt", link(1).as_bytes());
    let whole = zip.finish();
    let damaged = Unreadable::Zip(CannotUnzip::Damaged);
    for cut in [4, 30, 100, whole.len() - 1] {
        let (found, _, trouble) = look("a.zip", whole[..cut].to_vec());
        assert_eq!((found, trouble), (vec![], vec![("a.zip".to_owned(), damaged)]), "{cut}");
    }
    let mut changed = whole.clone();
    changed[60] ^= 0x55;
    let (_, _, trouble) = look("a.zip", changed);
    assert_eq!(trouble, [("one.txt".to_owned(), damaged)]);
    let mut locked = whole.clone();
    let directory = whole.windows(4).position(|part| part == b"PK\x01\x02").expect("a directory");
    locked[6] |= 1;
    locked[directory + 8] |= 1;
    let (_, _, trouble) = look("a.zip", locked);
    assert_eq!(trouble, [("one.txt".to_owned(), Unreadable::Zip(CannotUnzip::Locked))]);
    let (found, texts, trouble) = look("empty.zip", Zip::default().finish());
    assert_eq!((found, texts, trouble), (vec![], 0, vec![]));
}

#[test]
fn files_of_nothing_and_of_too_much_are_told() {
    assert_eq!(look("empty.txt", Vec::new()).2, [("empty.txt".to_owned(), Unreadable::Empty)]);
    let huge = vec![b'x'; 17 * 1024 * 1024];
    assert_eq!(look("huge.txt", huge.clone()).2, [("huge.txt".to_owned(), Unreadable::TooLarge)]);
    // One huge email costs none of the others.
    let line = "From a@example.org Mon Jan  6 10:00:00 2025\r\n";
    let small =
        |number| [line, &mail("text/plain", "7bit", &link(number)), "\r\n"].concat().into_bytes();
    let big = [line.as_bytes(), HEAD.as_bytes(), b"\r\n", &huge, b"\r\n\r\n"].concat();
    let (found, texts, trouble) = look("Inbox.mbox", [small(1), big, small(2)].concat());
    assert_eq!((found, texts), (vec![Ok(sealed(1)), Ok(sealed(2))], 2));
    assert_eq!(trouble, [("Inbox.mbox".to_owned(), Unreadable::TooLarge)]);
}

#[test]
fn photos_in_a_zip_come_out_with_their_names_also_those_in_an_email_in_it() {
    let png = b"\x89PNG\r\n\x1a\n and so on";
    let code = Base64::encode_string(png);
    let email = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: image/png; name=\"in.png\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{code}\r\n--b--\r\n"
    );
    let mut zip = Zip::default();
    zip.file("photos/out.png", png);
    zip.file("mail.eml", email.as_bytes());
    let mut pile = Pile::new("a.zip", zip.finish());
    let mut names = Vec::new();
    while let Some(step) = pile.step() {
        if let Step::Piece(given) = step {
            names.extend(given.pictures.into_iter().map(|one| (one.name, one.bytes == png)));
        }
    }
    assert_eq!(names, [("photos/out.png".to_owned(), true), ("in.png".to_owned(), true)]);
}

#[test]
fn what_a_file_is_decides_what_to_say_of_it() {
    let kind = |name: &str, bytes: &[u8]| {
        let mut pile = Pile::new(name, bytes.to_vec());
        while pile.step().is_some() {}
        pile.kind()
    };
    assert_eq!(kind("a.txt", b"Hello"), FileKind::Text);
    assert_eq!(kind("a.eml", mail("text/plain", "7bit", "Hello").as_bytes()), FileKind::Email);
    assert_eq!(kind("a.mbox", b"From a\r\nA: b\r\n\r\nHello"), FileKind::Email);
    assert_eq!(kind("a.zip", &Zip::default().finish()), FileKind::Packed);
    assert_eq!(kind("a.pdf", b"%PDF-1.7"), FileKind::Packed);
}
