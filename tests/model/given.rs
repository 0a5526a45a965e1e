//! Files that people give: plain text, and emails as mail programs save them, with an answer in each.

use crate::link::link;
use crate::samples;
use ask_together::model::given::{FileKind, Picture, read};
use ask_together::model::link::{answer_fragment, find_answers};
use ask_together::model::seal::SealedResponse;
use base64ct::{Base64, Encoding};
use proptest::prelude::*;
use std::io::{Cursor, Write};

/// The file holds the golden answer, once, and is of this kind.
fn check(name: &str, bytes: &[u8], kind: FileKind) {
    let given = read(name, bytes);
    assert_eq!(find_answers(&given.text), [Ok(samples::sealed())], "{name}: {}", given.text);
    assert_eq!(given.kind, kind, "{name}");
}

fn nothing(name: &str, bytes: &[u8], kind: FileKind) {
    let given = read(name, bytes);
    assert_eq!(find_answers(&given.text), [], "{name}");
    assert_eq!(given.kind, kind, "{name}");
}

/// A text in base64, in lines as mail has them.
fn base64(text: &str) -> String {
    let code = Base64::encode_string(text.as_bytes());
    let lines: Vec<&str> =
        (0..code.len()).step_by(76).map(|at| &code[at..code.len().min(at + 76)]).collect();
    lines.join("\r\n")
}

fn quoted_printable(text: &str) -> String {
    let encoded = text.replace('=', "=3D");
    let chars: Vec<char> = encoded.chars().collect();
    let lines: Vec<String> = chars.chunks(70).map(|line| line.iter().collect()).collect();
    lines.join("=\r\n")
}

const HEAD: &str = "Return-Path: <sam@example.org>\r\nFrom: Sam <sam@example.org>\r\nSubject: My answers\r\n\
                    MIME-Version: 1.0\r\n";

fn one_part(kind: &str, encoding: &str, body: &str) -> String {
    format!(
        "{HEAD}Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n"
    )
}

/// Several parts, each with its own head.
fn parts(kind: &str, parts: &[String]) -> String {
    let parts: String = parts.iter().map(|part| format!("--b1\r\n{part}\r\n")).collect();
    format!("{HEAD}Content-Type: multipart/{kind}; boundary=\"b1\"\r\n\r\n{parts}--b1--\r\n")
}

fn part(kind: &str, encoding: &str, body: &str) -> String {
    format!("Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}")
}

fn page() -> String {
    let link = link();
    format!("<html><body><p>My answers:</p><a href=\"{link}\">{}…</a></body></html>", &link[..50])
}

#[test]
fn plain_text_is_read_as_it_is() {
    check("answers.txt", format!("My answers:\r\n{}\r\n", link()).as_bytes(), FileKind::Text);
    check("", link().as_bytes(), FileKind::Text);
    nothing("empty.txt", b"", FileKind::Text);
    nothing("photo.jpg", JPEG, FileKind::Text);
}

/// How a photo begins.
const JPEG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70];
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and so on";

fn picture(name: &str, bytes: &[u8]) -> Picture {
    Picture { name: name.to_owned(), bytes: bytes.to_vec() }
}

#[test]
fn a_picture_is_set_aside_for_whoever_can_look_for_codes_in_it() {
    let webp = b"RIFF\x04\0\0\0WEBP";
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0";
    for (bytes, mime) in [
        (JPEG, "image/jpeg"),
        (PNG, "image/png"),
        (&webp[..], "image/webp"),
        (b"GIF89a", "image/gif"),
        (heic, "image/heic"),
    ] {
        let given = read("code", bytes);
        assert_eq!(given.pictures, [picture("code", bytes)], "{mime}");
        assert_eq!(given.pictures[0].mime(), mime);
        assert_eq!(given.text, "", "nobody looks for links in it");
    }
    for bytes in [&b"RIFF\x04\0\0\0WAVE"[..], b"\0\0\0\x18ftypmp42", b"GIF", b"PNG", b""] {
        assert_eq!(read("code.png", bytes).pictures, [], "{bytes:?}");
    }
}

#[test]
fn pictures_in_an_email_come_out_with_their_names_beside_its_text() {
    let attached = |name: &str, bytes: &[u8]| {
        let code = Base64::encode_string(bytes);
        let kind = format!("image/png; name=\"{name}\"");
        let how = format!("Content-Disposition: attachment; filename=\"{name}\"");
        format!("{how}\r\n{}", part(&kind, "base64", &code))
    };
    let answers = format!("My answers:\r\n{}", link());
    let all =
        [part("text/plain", "7bit", &answers), attached("code.png", PNG), attached("me.jpg", JPEG)];
    let email = parts("mixed", &all);
    let given = read("with photos.eml", email.as_bytes());
    assert_eq!(find_answers(&given.text), [Ok(samples::sealed())]);
    assert_eq!(given.pictures, [picture("code.png", PNG), picture("me.jpg", JPEG)]);
    let inside = parts("mixed", &[part("message/rfc822", "7bit", &email.replace("b1", "b2"))]);
    assert_eq!(read("forwarded.eml", inside.as_bytes()).pictures.len(), 2);
    assert_eq!(picture("a", PNG).print(), picture("b", PNG).print(), "a logo is looked at once");
    assert_ne!(picture("a", PNG).print(), picture("a", JPEG).print());
}

#[test]
fn text_that_windows_saved_in_two_bytes_a_letter_is_read() {
    let units = || format!("My answers: {}", link()).encode_utf16().collect::<Vec<u16>>();
    let little: Vec<u8> = units().into_iter().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = units().into_iter().flat_map(u16::to_be_bytes).collect();
    check("answers.txt", &[&[0xff, 0xfe][..], &little].concat(), FileKind::Text);
    check("answers.txt", &[&[0xfe, 0xff][..], &big].concat(), FileKind::Text);
    check("answers.txt", &little, FileKind::Text);
}

#[test]
fn an_email_is_read_however_it_is_encoded() {
    let text = format!("Hello\r\n\r\nMy answers: {}\r\n", link());
    for email in [
        one_part("text/plain", "7bit", &text),
        one_part("text/plain", "base64", &base64(&text)),
        one_part("text/plain", "quoted-printable", &quoted_printable(&text)),
        one_part("text/html", "quoted-printable", &quoted_printable(&page())),
        one_part("text/html", "base64", &base64(&page())),
        one_part("application/octet-stream", "base64", &base64(&text)),
    ] {
        check("My answers.eml", email.as_bytes(), FileKind::Email);
        // The name may be lost, and a person may paste what "Show original" shows.
        check("", email.as_bytes(), FileKind::Email);
        check("", email.replace("\r\n", "\n").as_bytes(), FileKind::Email);
    }
}

#[test]
fn an_email_that_says_it_as_text_and_as_a_page_holds_the_answer_once() {
    let shown = format!("My answers: {}…\r\n", &link()[..60]);
    let both = parts(
        "alternative",
        &[
            part("text/plain", "base64", &base64(&shown)),
            part("text/html", "base64", &base64(&page())),
        ],
    );
    check("both.eml", both.as_bytes(), FileKind::Email);
}

#[test]
fn a_file_in_an_email_is_read() {
    let answers = format!("My answers:\n{}", link());
    for kind in ["text/plain; name=\"my-answers.txt\"", "application/octet-stream"] {
        let attached = format!(
            "Content-Disposition: attachment\r\n{}",
            part(kind, "base64", &base64(&answers))
        );
        let email = parts("mixed", &[part("text/plain", "7bit", "See the file."), attached]);
        check("with a file.eml", email.as_bytes(), FileKind::Email);
        // And in an email that was forwarded as a file.
        let forwarded =
            parts("mixed", &[part("message/rfc822", "7bit", &email.replace("b1", "b2"))]);
        check("forwarded.eml", forwarded.as_bytes(), FileKind::Email);
        check(
            "forwarded.msg",
            &outlook(&[("__substg1.0_37010102", email.as_bytes())]),
            FileKind::Email,
        );
    }
}

#[test]
fn several_emails_in_one_file_are_read_in_their_order() {
    let sealed = |version| SealedResponse { version, ..samples::sealed() };
    let email = |version| {
        let text = format!("https://example.org/#{}", answer_fragment(&sealed(version)));
        format!(
            "From sam@example.org Mon Jan  6 10:00:00 2025\n{}\n",
            one_part("text/plain", "base64", &base64(&text))
        )
    };
    let file: String = (1..4).map(email).collect();
    let given = read("Inbox.mbox", file.as_bytes());
    assert_eq!(find_answers(&given.text), [Ok(sealed(1)), Ok(sealed(2)), Ok(sealed(3))]);
}

#[test]
fn an_email_that_apple_mail_saved_is_read() {
    let email = one_part("text/plain", "base64", &base64(&link()));
    check(
        "1.emlx",
        format!("{}      \n{email}<?xml version=\"1.0\"?>", email.len()).as_bytes(),
        FileKind::Email,
    );
}

/// A compound file with these streams, as Outlook saves an email.
fn outlook(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    file.create_storage("/__attach_version1.0_#00000000").expect("a folder");
    let mut write = |name: &str, bytes: &[u8]| {
        file.create_stream(name).and_then(|mut stream| stream.write_all(bytes)).expect("a stream");
    };
    write("/__properties_version1.0", &[0; 32]);
    write("/__substg1.0_0037001F", &utf_16("My answers"));
    for (name, bytes) in streams {
        let folder = if name.contains("3701") { "/__attach_version1.0_#00000000" } else { "" };
        write(&format!("{folder}/{name}"), bytes);
    }
    file.into_inner().into_inner()
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn an_email_that_outlook_saved_is_read() {
    let text = format!("Hello\r\nMy answers: {}\r\n", link());
    let long = format!("{}{}{text}", "Thank you very much. ".repeat(900), "\r\n".repeat(40));
    check("a.msg", &outlook(&[("__substg1.0_1000001F", &utf_16(&text))]), FileKind::Email);
    check("b.msg", &outlook(&[("__substg1.0_1000001E", text.as_bytes())]), FileKind::Email);
    check("c.msg", &outlook(&[("__substg1.0_10130102", page().as_bytes())]), FileKind::Email);
    check("d.msg", &outlook(&[("__substg1.0_37010102", text.as_bytes())]), FileKind::Email);
    check("e", &outlook(&[("__substg1.0_1000001F", &utf_16(&long))]), FileKind::Email);
}

#[test]
fn an_outlook_email_that_is_broken_is_still_searched() {
    let whole = outlook(&[
        ("__substg1.0_1000001F", &utf_16(&"Thank you. ".repeat(900))),
        ("__substg1.0_1000001E", link().as_bytes()),
    ]);
    let mut broken = whole.clone();
    broken[0x30..0x40].fill(0xee);
    check("a.msg", &broken, FileKind::Email);
}

#[test]
fn an_email_without_answers_is_known_for_an_email() {
    nothing("hello.eml", one_part("text/plain", "7bit", "Hello").as_bytes(), FileKind::Email);
    nothing("hello.msg", &outlook(&[("__substg1.0_1000001F", &utf_16("Hello"))]), FileKind::Email);
    nothing(
        "broken.msg",
        &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3],
        FileKind::Email,
    );
    nothing("broken.eml", b"", FileKind::Email);
}

#[test]
fn a_file_that_packs_its_text_away_is_known() {
    nothing("answers.zip", b"PK\x03\x04\x14\x00rest", FileKind::Packed);
    nothing("answers.docx", b"PK\x03\x04\x14\x00rest", FileKind::Packed);
    nothing("answers.pdf", b"%PDF-1.7\nrest", FileKind::Packed);
    // The links of a PDF are often not packed.
    check("answers.pdf", format!("%PDF-1.7\n<< /URI ({}) >>", link()).as_bytes(), FileKind::Packed);
}

#[test]
fn emails_in_emails_come_to_an_end() {
    let mut email = one_part("text/plain", "7bit", &link());
    for depth in 0..60 {
        let inner = part("message/rfc822", "7bit", &email);
        email = parts("mixed", &[inner])
            .replace("b1\"", &format!("c{depth}\""))
            .replace("--b1", &format!("--c{depth}"));
    }
    let _ = read("deep.eml", email.as_bytes());
    let mut inside = outlook(&[("__substg1.0_1000001E", b"Hello")]);
    for _ in 0..12 {
        inside = outlook(&[("__substg1.0_37010102", &inside)]);
    }
    let _ = read("deep.msg", &inside);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), kind in 0..4_usize) {
        let name = ["a.eml", "a.msg", "a.mbox", ""][kind];
        let _ = read(name, &bytes);
        let magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        let _ = read(name, &[&magic[..], &bytes].concat());
        let _ = read(name, &[HEAD.as_bytes(), &bytes].concat());
    }

    #[test]
    fn an_outlook_email_changed_anywhere_is_read_without_a_panic(place in 0..6000_usize, byte in any::<u8>()) {
        let mut file = outlook(&[("__substg1.0_1000001F", &utf_16(&link()))]);
        let place = place % file.len();
        file[place] = byte;
        let _ = read("a.msg", &file);
    }
}
