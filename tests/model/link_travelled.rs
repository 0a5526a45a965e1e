//! Links as mail programs, mail guards and messengers leave them: every way that some program is known
//! to write a link, and any mix of them.
//!
//! Longer than 400 lines because each way to write a link has a test of its own.

use crate::allocations::most_held;
use crate::link::link;
use crate::{samples, strategies};
use ask_together::model::link::{
    BadLink, Draft, Sent, answer_fragment, draft_fragment, find_answers, find_notes, has_survey,
    is_from_others, notes_fragment, read_drafts, read_review, read_survey, review_fragment, sent,
    survey_fragment,
};
use base64ct::{Base64, Encoding};
use proptest::prelude::*;
use std::time::Instant;

/// The text holds the golden answer, once, and nothing to report.
fn check(text: &str) {
    assert_eq!(find_answers(text), [Ok(samples::sealed())], "{text}");
}

/// The golden link with this after every character from its sign on.
fn strewn(with: &str) -> String {
    let link = link();
    let (page, code) = link.split_once('#').expect("a fragment");
    let strewn: String =
        code.chars().flat_map(|letter| [letter.to_string(), with.to_owned()]).collect();
    format!("{page}#{strewn}")
}

/// What programs put between letters.
const BETWEEN: [&str; 22] = [
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{2060}",
    "\u{feff}",
    "\u{ad}",
    "\u{a0}",
    "\u{202f}",
    "\u{200e}",
    "<wbr>",
    "<wbr/>",
    "</span><span class=\"link -2D\">",
    "&shy;",
    "&#8203;",
    "&#x200B;",
    "&nbsp;",
    "&ZeroWidthSpace;",
    "&amp;shy;",
    "%E2%80%8B",
    "%C2%AD",
    "%3Cwbr%3E",
    "=E2=80=8B",
];

#[test]
fn what_stands_between_letters_is_left_out_wherever_it_is() {
    for with in BETWEEN {
        check(&strewn(with));
        check(&format!("Hello,\r\n\r\n{}\r\n\r\nBye", strewn(with)));
    }
}

#[test]
fn a_mark_that_mail_wrapped_is_a_mark() {
    for line_break in ["\r\n", "\n", "=\r\n", "=\n", "\r\n> ", "\n> > ", "<br>\n"] {
        for place in 1.."ask-answer.".len() {
            let (before, behind) =
                link().split_once("#").map(|(a, b)| (a.to_owned(), b.to_owned())).expect("#");
            check(&format!("{before}#{}{line_break}{}", &behind[..place], &behind[place..]));
        }
    }
}

#[test]
fn other_dashes_are_hyphens() {
    for dash in [
        "‐",
        "‑",
        "‒",
        "–",
        "—",
        "−",
        "&#8209;",
        "&ndash;",
        "&hyphen;",
        "%E2%80%91",
        "=E2=80=91",
        "%252D",
    ] {
        check(&link().replace('-', dash));
    }
}

#[test]
fn signs_in_other_writings_are_themselves() {
    let encoded = |sign: char, depth: usize| format!("%{}{:02X}", "25".repeat(depth), sign as u32);
    for depth in 0..4 {
        for signs in ["#", ".", "-", "_", "#.-_:/"] {
            let written = |letter: char| {
                if signs.contains(letter) { encoded(letter, depth) } else { letter.to_string() }
            };
            check(&link().chars().map(written).collect::<String>());
        }
    }
    check(&link().replace('.', "=2E").replace('-', "=2D").replace('_', "=5F"));
    check(&link().replace('.', "&period;").replace('-', "&#45;").replace('_', "&lowbar;"));
    check(&link().replace('.', "&#46;").replace('-', "&#x2d;").replace('_', "&#x5F;"));
    check(&link().replace('-', "\\-").replace('_', "\\_"));
}

/// As Proofpoint (URL Defense, version 2) writes an address.
fn proofpoint_2(link: &str) -> String {
    let byte = |byte: u8| match byte {
        b'/' => "_".to_owned(),
        b'.' => ".".to_owned(),
        byte if byte.is_ascii_alphanumeric() => (byte as char).to_string(),
        sign => format!("-{sign:02X}"),
    };
    let url: String = link.bytes().map(byte).collect();
    format!(
        "https://urldefense.proofpoint.com/v2/url?u={url}&d=DwMFaQ&c=Vxt5e0O&r=Muj_LDF-2Da&m=QJG&s=ew-rO&e="
    )
}

/// As its version 3 does: some signs become `*`, and are named at the end.
fn proofpoint_3(link: &str) -> String {
    let code = Base64::encode_string(b"#");
    format!(
        "https://urldefense.com/v3/__{}__;{code}!!Lf0Jv-3kNJkRi5Jg!Ue6tQ_u$",
        link.replace('#', "*")
    )
}

fn percent(link: &str) -> String {
    link.replace('%', "%25")
        .replace(':', "%3A")
        .replace('/', "%2F")
        .replace('#', "%23")
        .replace('?', "%3F")
        .replace('&', "%26")
        .replace('=', "%3D")
}

fn safe_links(link: &str) -> String {
    format!(
        "https://eur01.safelinks.protection.outlook.com/?url={}&amp;data=05%7C02%7Ca%40example.org%7C\
         3ea&amp;sdata=AbC%2Bd-_e%3D&amp;reserved=0",
        percent(link)
    )
}

/// The addresses of mail guards and of pages that count who follows a link.
fn guarded(link: &str) -> [String; 9] {
    let percent = percent(link);
    [
        proofpoint_2(link),
        proofpoint_3(link),
        safe_links(link),
        format!(
            "https://www.google.com/url?q={percent}&sa=D&source=editors&ust=1700000000&usg=AOvVaw0"
        ),
        format!("https://l.facebook.com/l.php?u={percent}&h=AT0Zk-x_y&s=1"),
        format!(
            "https://linkprotect.cudasvc.com/url?a={}&c=E,1,Ab-C_d&typo=1",
            percent.to_lowercase_escapes()
        ),
        format!("https://clicktime.symantec.com/3AbC?u={percent}"),
        format!("https://secure-web.cisco.com/1AbC-d_e/{percent}"),
        format!("https://protect2.fireeye.com/v1/url?k=ab&q=1&e=cd&u={percent}"),
    ]
}

trait LowercaseEscapes {
    fn to_lowercase_escapes(&self) -> String;
}

impl LowercaseEscapes for String {
    fn to_lowercase_escapes(&self) -> String {
        self.replace("%3A", "%3a").replace("%2F", "%2f")
    }
}

#[test]
fn a_link_inside_the_link_of_any_mail_guard_is_found() {
    for outer in guarded(&link()) {
        check(&outer);
        check(&format!("<a href=\"{outer}\">My answers</a>"));
        // Guards guard what another one guarded already.
        for outermost in guarded(&outer) {
            check(&outermost);
        }
    }
}

#[test]
fn a_code_with_hyphens_and_underscores_passes_every_guard() {
    let awkward = |seed: u32| {
        let mut sealed = samples::sealed();
        sealed.version = seed;
        sealed
    };
    for seed in 0..200 {
        let sealed = awkward(seed);
        let link = format!("https://example.org/ask/#{}", answer_fragment(&sealed));
        for outer in guarded(&link) {
            assert_eq!(find_answers(&outer), [Ok(sealed.clone())], "{outer}");
        }
    }
}

#[test]
fn a_link_that_is_shown_shortened_beside_the_whole_one_is_no_trouble() {
    let whole = link();
    let mark = whole.find("ask-answer.").expect("a mark");
    for shown in [mark + 11, mark + 14, mark + 20, mark + 60, mark + 120, whole.len() - 1] {
        let start = &whole[..shown];
        check(&format!("<a href=\"{whole}\">{start}…</a>"));
        check(&format!("<a href=\"{whole}\">{start}...</a>"));
        check(&format!("<a href=\"{whole}\">{start}</a>"));
        check(&format!(
            "<a href=\"{}\"\n style=\"color:red\">{start}&hellip;</a>",
            safe_links(&whole)
        ));
        check(&format!("{start}… <{whole}>"));
        check(&format!("[{start}]({whole})"));
        check(&format!("{start}…\n\n{whole}"));
    }
}

#[test]
fn a_link_cut_short_is_still_told_of_beside_another_persons() {
    let other =
        ask_together::model::seal::SealedResponse { sealed: vec![7; 90], ..samples::sealed() };
    let other = answer_fragment(&other);
    let cut = &answer_fragment(&samples::sealed())[..90];
    let told = |text: String| {
        let found = find_answers(&text);
        assert_eq!(found.len(), 2, "{text}");
        assert!(found.contains(&Err(BadLink::CutShort)), "{text}");
    };
    told(format!("{other}\n{cut}"));
    told(format!("{cut}…\n{other}"));
    // So short that both begin like this, and each on a line of its own.
    told(format!("Ann: #{other}\nBob: #{}", &cut[..20]));
}

#[test]
fn what_is_damaged_is_told_of_once_though_it_stands_there_twice() {
    let mut damaged = link();
    damaged.replace_range(damaged.len() - 9..damaged.len() - 8, "*");
    let damaged =
        damaged.replace('*', if link().as_bytes()[link().len() - 9] == b'A' { "B" } else { "A" });
    let text = format!("<a href=\"{damaged}\">{damaged}</a>");
    assert_eq!(find_answers(&text), [Err(BadLink::Damaged)]);
}

#[test]
fn words_that_happen_to_be_those_of_a_mark_are_none() {
    for text in [
        "We ask - answer. Or do not.",
        "Ask-answer.",
        "ask. answer. survey.",
        "what to ask -survey. Then",
    ] {
        assert_eq!(find_answers(text), [], "{text}");
        assert!(!has_survey(text) && !is_from_others(text), "{text}");
    }
}

#[test]
fn an_address_reads_as_its_browser_has_it() {
    let body: Vec<u8> = (0..=255).collect();
    let written = |fragment: &str| {
        let hyphen = fragment.replace('-', "%E2%80%91");
        let strewn =
            |with: &str| fragment.chars().flat_map(|c| [c.to_string(), with.to_owned()]).collect();
        let signs = fragment.replace('.', "%2E").replace('-', "%2D").replace('_', "%5F");
        let twice = signs.replace('%', "%25");
        let more = format!("{fragment}&utm_source=mail");
        let between =
            ["%E2%80%8B", "%C2%AD", "%C2%A0", "%3Cwbr%3E", "\u{200b}", "%EF%BB%BF"].map(strewn);
        let mut all: Vec<String> = vec![hyphen, signs, twice, more, format!("%23{fragment}")];
        all.extend(between);
        all
    };
    for text in written(&survey_fragment(&body)) {
        assert_eq!(read_survey(&text).as_deref(), Ok(&body[..]), "{text}");
        assert_eq!(sent(&text), Some(Sent::Survey));
    }
    for text in written(&review_fragment(&body)) {
        assert_eq!(read_review(&text).as_deref(), Ok(&body[..]), "{text}");
        assert_eq!(sent(&text), Some(Sent::Review));
    }
    for text in written(&answer_fragment(&samples::sealed())) {
        check(&text);
        assert_eq!(sent(&text), Some(Sent::Answers));
    }
}

#[test]
fn an_address_without_a_mark_brings_nothing() {
    for address in ["", "results/0123456789abcdef", "pair", "ask-", "ask-answers.", "nonsense"] {
        assert_eq!(sent(address), None, "{address}");
    }
    assert_eq!(sent("ask-pair.AAAB"), Some(Sent::Pair));
    assert_eq!(sent("ask-draft."), Some(Sent::Draft));
    assert_eq!(sent("ask-notes.…"), Some(Sent::Notes));
}

#[test]
fn notes_and_drafts_travel_as_well() {
    let notes = samples::sealed_notes();
    let body: Vec<u8> = (0..=255).rev().collect();
    let page = "https://example.org/#";
    for outer in guarded(&format!("{page}{}", notes_fragment(&notes))) {
        assert_eq!(find_notes(&outer), [Ok(notes.clone())], "{outer}");
        assert!(is_from_others(&outer));
    }
    let draft = draft_fragment(&body);
    for outer in guarded(&format!("{page}{draft}")) {
        let first = read_drafts(&outer).map(|drafts| drafts[0].deflated.clone());
        assert_eq!(first.as_deref(), Ok(&body[..]), "{outer}");
        assert!(is_from_others(&outer));
    }
    for outer in guarded(&format!("{page}{}", survey_fragment(&body))) {
        assert!(has_survey(&outer), "{outer}");
    }
    let shown = format!("<a href=\"{page}{draft}\">{page}{}…</a>", &draft[..30]);
    let whole = Draft { deflated: body, otherwise: BadLink::Damaged };
    assert_eq!(read_drafts(&shown), Ok(vec![whole]));
    assert_eq!(read_drafts(&draft[..40]), Err(BadLink::CutShort));
    assert_eq!(read_drafts("Hello"), Err(BadLink::Missing));
    assert_eq!(read_drafts(&link()), Err(BadLink::OtherKind));
}

/// Each mangling of a whole link, one of which a mail program, a guard or a messenger does.
fn mangled(link: &str, how: usize, seed: usize) -> String {
    let strew = |with: &str| {
        let nth = 3 + seed % 11;
        let letter = |(place, letter): (usize, char)| {
            let with = if place % nth == nth - 1 { with } else { "" };
            [letter.to_string(), with.to_owned()]
        };
        link.chars().enumerate().flat_map(letter).collect::<String>()
    };
    match how {
        0 => link.to_owned(),
        1 => percent(link),
        2 => link.replace('-', "%2D").replace('.', "%2E"),
        3 => link.replace('-', "\u{2011}"),
        4..=9 => {
            strew(["\u{200b}", "\u{ad}", "\u{a0}", "\u{2060}", "\u{feff}", "\u{200d}"][how - 4])
        }
        10 => guarded(link)[seed % 9].clone(),
        _ => percent(&percent(link)),
    }
}

/// What HTML, and then a mail, makes of it.
fn sent_by_mail(text: &str, how: usize, seed: usize) -> String {
    let wrapped = |line_break: &str| {
        let chars: Vec<char> = text.chars().collect();
        let lines: Vec<String> =
            chars.chunks(40 + seed % 37).map(|line| line.iter().collect()).collect();
        lines.join(line_break)
    };
    match how {
        0 => text.to_owned(),
        1 => wrapped("\r\n"),
        2 => wrapped("\r\n> "),
        3 => wrapped("<wbr>"),
        4 => wrapped("&shy;"),
        5 => quoted_printable(text),
        6 => quoted_printable(&format!("<a href=\"{}\">{text}</a>", text.replace('&', "&amp;"))),
        _ => format!(
            "<p>Hello <b>you</b>: <a href='{text}'>{}…</a></p>",
            &text.chars().take(40).collect::<String>()
        ),
    }
}

fn quoted_printable(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'=' => "=3D".to_owned(),
        b' '..=b'~' => (byte as char).to_string(),
        other => format!("={other:02X}"),
    };
    let parts: Vec<String> = text.bytes().map(byte).collect();
    parts.chunks(25).map(|line| line.concat()).collect::<Vec<_>>().join("=\r\n")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn any_code_is_found_after_any_mix_of_manglings(
        sealed in strategies::sealed(),
        (first, second) in (0..12_usize, 0..12_usize),
        mail in 0..8_usize,
        seed in 0..1000_usize,
    ) {
        let link = format!("https://example.org/surveys/#{}", answer_fragment(&sealed));
        let text = sent_by_mail(&mangled(&mangled(&link, first, seed), second, seed / 7), mail, seed);
        prop_assert_eq!(find_answers(&text), [Ok(sealed)], "{}", text);
    }

    #[test]
    fn any_survey_is_found_in_an_address_however_it_was_encoded(
        body in prop::collection::vec(any::<u8>(), 0..300), how in 1..10_usize, seed in 0..1000_usize,
    ) {
        let fragment = mangled(&survey_fragment(&body), how, seed);
        prop_assert_eq!(read_survey(&fragment), Ok(body), "{}", fragment);
    }

    #[test]
    fn any_text_of_what_stands_between_is_read_without_a_panic(
        parts in prop::collection::vec((0..BETWEEN.len(), "[ask.answer<>&=%;#-]{0,9}"), 0..60),
    ) {
        let text: String = parts.iter().flat_map(|(with, text)| [BETWEEN[*with], text.as_str()]).collect();
        prop_assert!(find_answers(&text).iter().all(Result::is_err));
        let _ = (read_drafts(&text), has_survey(&text), read_survey(&text), sent(&text));
    }
}

/// Texts of 16 MB that are made to be slow. Reading in steps that grow with the square of the length
/// would take hours.
#[test]
fn sixteen_megabytes_take_no_longer_than_their_length() {
    const SIZE: usize = 16 << 20;
    let fill = |unit: &str| unit.repeat(SIZE / unit.len());
    let hostile = [
        fill("a<"),
        fill("a%"),
        fill("ask-a<b "),
        fill("ask-answer.AAH<"),
        fill("ask-2Danswer.AAB-2D"),
        ["ask-answer.AAH_", &fill("\u{200b}")].concat(),
        ["ask-answer.AAH_", &fill("<")].concat(),
        ["ask-answer.AAH_<", &fill("a ")].concat(),
        ["ask-answer.AAH_%", &fill("25")].concat(),
    ];
    for text in hostile {
        let started = Instant::now();
        let held = most_held(|| assert!(find_answers(&text).iter().all(Result::is_err)));
        let seconds = started.elapsed().as_secs();
        assert!(seconds < 60, "{:.40} took {seconds} s", text);
        assert!(held < 20 * SIZE, "{:.40} held {held} bytes", text);
    }
}
