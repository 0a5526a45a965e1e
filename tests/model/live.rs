//! Working side by side: codes that make a pair, what is said then, and hostile ones of both.

use crate::attacks_on_packets::packet;
use crate::samples;
use ask_together::model::draft::{Change, Draft, Place};
use ask_together::model::id::{Author, Id, QuestionId, SurveyId};
use ask_together::model::link::{BadLink, is_pair, pair_fragment, read_pair};
use ask_together::model::live::{
    Address, Known, LARGEST_NAME, LARGEST_PART, PairCode, Parts, Pointing, Reach, Said, Side, cut,
    short_name,
};
use ask_together::model::qr;
use ask_together::model::wire::{Packet, Unreadable};

/// As Chromium describes itself to a page that may not use the camera, shortened a little.
const CHROMIUM: &str = "v=0\r\no=- 2451822415018072723 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n\
    a=group:BUNDLE 0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\n\
    a=candidate:1222637690 1 udp 2113937151 f3e90b55-db57-46b0-80be-5d232696bac6.local 50485 typ host generation 0 network-cost 999\r\n\
    a=candidate:1467437438 1 udp 2113942271 b72a4993-3514-406b-97bc-aa303cb79c16.local 53523 typ host generation 0 network-cost 999\r\n\
    a=ice-ufrag:D6Gm\r\na=ice-pwd:7jGeZx+VhkroKTQE2yV2j/t+\r\na=ice-options:trickle\r\n\
    a=fingerprint:sha-256 A4:1B:FE:B1:9E:8A:88:D6:E1:8E:A8:BA:F4:91:4B:49:F3:02:46:D6:8C:A9:E3:5B:69:38:D0:7C:B8:00:66:4E\r\n\
    a=setup:actpass\r\na=mid:0\r\na=sctp-port:5000\r\na=max-message-size:262144\r\n";

/// What Firefox adds and does otherwise: TCP, numbers, a second component, a way over a server.
const OTHER_LINES: &str = "a=candidate:0 1 UDP 2122252543 192.168.2.7 50001 typ host\r\n\
    a=candidate:1 1 TCP 2105524479 192.168.2.7 9 typ host tcptype active\r\n\
    a=candidate:2 2 UDP 2122252542 192.168.2.7 50002 typ host\r\n\
    a=candidate:3 1 UDP 1686052607 203.0.113.5 50003 typ srflx raddr 192.168.2.7 rport 50001\r\n\
    a=candidate:4 1 UDP 2122252541 fe80::1 50004 typ host\r\n\
    a=candidate:5 1 UDP 2122252540 other.example 50005 typ host\r\n\
    a=candidate:6 1 UDP 2122252539 192.168.2.7 0 typ host\r\n\
    a=candidate:7 1 UDP 2122252538 198.51.100.9 50006 typ host\r\n\
    a=candidate:8 1 UDP 2122252537 2001:db8::9 50007 typ host\r\n\
    a=candidate:9\r\n";

/// A sound code.
pub fn pair_code() -> PairCode {
    code(Side::Offer)
}

fn code(side: Side) -> PairCode {
    PairCode::from_sdp(side, 7, CHROMIUM).expect("a code")
}

#[test]
fn a_code_survives_its_link_and_the_description_made_of_it() {
    for side in [Side::Offer, Side::Answer] {
        let code = code(side);
        let link = pair_fragment(&code);
        assert!(is_pair(&link));
        assert_eq!(read_pair(&format!("Hi!\nhttps://a.example/#{link}\nBye")), Ok(code.clone()));
        assert_eq!(PairCode::from_sdp(side, 7, &code.to_sdp()), Some(code));
    }
}

#[test]
fn what_matters_of_a_description_is_in_the_one_that_is_made_of_its_code() {
    let sdp = code(Side::Offer).to_sdp();
    for line in CHROMIUM.lines().filter(|line| {
        ["a=ice-ufrag", "a=ice-pwd", "a=fingerprint", "a=setup", "a=mid", "a=sctp-port", "m="]
            .iter()
            .any(|start| line.starts_with(start))
    }) {
        assert!(sdp.contains(&format!("{line}\r\n")), "{line}");
    }
    assert!(sdp.contains(" f3e90b55-db57-46b0-80be-5d232696bac6.local 50485 typ host\r\n"));
    assert!(code(Side::Answer).to_sdp().contains("a=setup:active\r\n"));
}

#[test]
fn the_link_makes_a_qr_code_that_is_easy_to_scan() {
    let link = format!("https://ask.example.org/together/#{}", pair_fragment(&code(Side::Offer)));
    assert!(link.len() < 250, "{}", link.len());
    let drawn = qr::encode(&link).expect("a QR code");
    assert!(!drawn.is_fine && drawn.size < 70, "{} squares", drawn.size);
}

#[test]
fn only_ways_by_udp_on_the_own_network_are_taken() {
    let code = PairCode::from_sdp(Side::Offer, 7, &format!("{CHROMIUM}{OTHER_LINES}"));
    let sdp = code.expect("a code").to_sdp();
    let ways: Vec<&str> = sdp.lines().filter(|line| line.starts_with("a=candidate")).collect();
    assert_eq!(ways.len(), 4, "{ways:?}");
    assert!(ways[2].ends_with(" 192.168.2.7 50001 typ host"));
    assert!(ways[3].ends_with(" fe80::1 50004 typ host"));
}

#[test]
fn no_code_leads_a_browser_out_of_its_own_network() {
    let leads = |address: &str| {
        let reach = Reach { address: Address::Ip(address.parse().expect("an address")), port: 9 };
        let (user, password) = ("abcd".to_owned(), "a".repeat(22));
        PairCode::new(Side::Offer, 7, user, password, [0; 32], vec![reach]).is_some()
    };
    for near in
        ["10.1.2.3", "172.16.0.1", "192.168.0.9", "169.254.7.7", "fd00::1", "fe80::1", "::1"]
    {
        assert!(leads(near), "{near}");
    }
    let far = [
        "8.8.8.8",
        "172.32.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "2001:db8::1",
        "::ffff:8.8.8.8",
    ];
    for far in far {
        assert!(!leads(far), "{far}");
    }
}

#[test]
fn a_description_that_lacks_something_gives_no_code() {
    for start in ["a=candidate", "a=ice-ufrag", "a=ice-pwd", "a=fingerprint"] {
        let lines = CHROMIUM.lines().filter(|line| !line.starts_with(start));
        let sdp = lines.collect::<Vec<_>>().join("\r\n");
        assert_eq!(PairCode::from_sdp(Side::Offer, 7, &sdp), None, "{start}");
    }
    for (from, to) in
        [("sha-256 A4:", "sha-256 "), (":4E\r", ":4E:4E\r"), ("A4:1B", "+4:1B"), ("A4:1B", "é:1B")]
    {
        let sdp = CHROMIUM.replace(from, to);
        assert_eq!(PairCode::from_sdp(Side::Offer, 7, &sdp), None, "{from} to {to}");
    }
}

#[test]
fn a_code_can_not_put_lines_of_its_own_into_the_description() {
    let reach = Reach { address: Address::Local(1), port: 1 };
    let new = |user: &str, password: &str, reaches: Vec<Reach>| {
        PairCode::new(Side::Offer, 7, user.into(), password.into(), [0; 32], reaches)
    };
    let (user, password) = ("D6Gm", "7jGeZx+VhkroKTQE2yV2j/t+");
    assert!(new(user, password, vec![reach]).is_some());
    for bad in ["", "abc", "ab\r\na=x:y", "abc d", "abcdé", &"a".repeat(33)] {
        assert_eq!(new(bad, password, vec![reach]), None, "{bad}");
    }
    for bad in ["", "short", "7jGeZx+VhkroKTQE2yV2j\r\na=x", &"a".repeat(65)] {
        assert_eq!(new(user, bad, vec![reach]), None, "{bad}");
    }
    assert_eq!(new(user, password, vec![]), None);
    assert_eq!(new(user, password, vec![reach; 13]), None);
    assert_eq!(new(user, password, vec![Reach { port: 0, ..reach }]), None);
}

#[test]
fn bad_links_that_pair_each_give_their_error() {
    let link = pair_fragment(&code(Side::Offer));
    assert_eq!(read_pair(""), Err(BadLink::Missing));
    assert_eq!(read_pair("ask-survey.AAAA"), Err(BadLink::OtherKind));
    let body = "ask-pair.AAAA".len();
    for length in "ask-pair.".len()..link.len() {
        assert_eq!(read_pair(&link[..length]), Err(BadLink::CutShort), "{length}");
    }
    for place in body..link.len() {
        let mut changed = link.clone();
        changed
            .replace_range(place..=place, if link[place..].starts_with('A') { "B" } else { "A" });
        assert_eq!(read_pair(&changed), Err(BadLink::Damaged), "{place}");
    }
    let wrapped = [&link[..40], "=\r\n", &link[40..]].concat();
    assert_eq!(read_pair(&wrapped), Ok(code(Side::Offer)));
}

#[test]
fn a_code_of_a_later_version_or_past_the_cap_is_told_apart() {
    let read = |bytes: &[u8]| PairCode::from_packet(bytes);
    assert_eq!(read(&packet("pair code", 2, b"any")), Err(Unreadable::Newer));
    assert_eq!(read(&packet("pair code", 1, b"any")), Err(Unreadable::Newer));
    assert_eq!(read(&packet("pair code", 1, &[0; 600])), Err(Unreadable::TooLarge));
    assert_eq!(read(&packet("said", 1, &[3])), Err(Unreadable::Damaged));
}

fn everything_said() -> Vec<Said> {
    let question = QuestionId(Id { author: Author(3), number: 9 });
    vec![
        Said::Hello { survey: SurveyId(5), name: "Cai".into() },
        Said::Edits(Box::new(samples::draft())),
        Said::At(Pointing::Away),
        Said::At(Pointing::Welcome),
        Said::At(Pointing::Words),
        Said::At(Pointing::Question(question)),
        Said::Bye,
    ]
}

/// What comes out of parts that arrive in order.
fn joined(parts: &mut Parts, cut: &[Vec<u8>]) -> Result<Option<Said>, Unreadable> {
    let (last, before) = cut.split_last().expect("at least one part");
    for part in before {
        assert_eq!(parts.take(part), Ok(None));
    }
    parts.take(last)
}

#[test]
fn everything_that_is_said_arrives_in_parts() {
    let mut parts = Parts::default();
    for said in everything_said() {
        assert_eq!(joined(&mut parts, &cut(&said)), Ok(Some(said)));
    }
}

#[test]
fn a_long_draft_goes_in_many_parts_that_each_fit() {
    let mut draft = Draft::new(SurveyId(5));
    for _ in 0..60 {
        let change = Change::SetText { place: Place::Title, text: "word ".repeat(200) };
        let edit = draft.edit(Author(1), 0, change);
        draft.apply(edit);
    }
    let said = Said::Edits(Box::new(draft));
    let all = cut(&said);
    assert!(all.len() > 3 && all.iter().all(|part| part.len() <= LARGEST_PART));
    assert_eq!(joined(&mut Parts::default(), &all), Ok(Some(said)));
}

#[test]
fn parts_that_are_none_of_ours_are_refused_and_forgotten() {
    let mut parts = Parts::default();
    assert_eq!(parts.take(&[]), Err(Unreadable::Damaged));
    assert_eq!(parts.take(&[2, 1]), Err(Unreadable::Damaged));
    assert_eq!(parts.take(&[1]), Err(Unreadable::Damaged));
    assert_eq!(parts.take(&[0; LARGEST_PART + 1]), Err(Unreadable::TooLarge));
    assert_eq!(parts.take(&[0, 1, 2]), Ok(None));
    assert_eq!(parts.take(&[9]), Err(Unreadable::Damaged));
    assert_eq!(joined(&mut parts, &cut(&Said::Bye)), Ok(Some(Said::Bye)));
}

#[test]
fn parts_without_end_stop_at_the_cap() {
    let mut parts = Parts::default();
    let most = Said::LARGEST / (LARGEST_PART - 1) + 2;
    let refused = (0..most).find_map(|_| parts.take(&[0; LARGEST_PART]).err());
    assert_eq!(refused, Some(Unreadable::TooLarge));
}

#[test]
fn a_name_that_is_too_long_is_cut_here_and_refused_there() {
    let long = "é".repeat(LARGEST_NAME + 5);
    let hello = |name: String| Said::Hello { survey: SurveyId(5), name };
    let sent = hello(short_name(&long)).to_packet();
    assert!(Said::from_packet(&sent).is_ok());
    assert_eq!(Said::from_packet(&hello(long).to_packet()), Err(Unreadable::TooLarge));
}

#[test]
fn every_single_byte_of_what_is_said_changed_is_damage() {
    for said in everything_said() {
        let sound = said.to_packet();
        for place in 0..sound.len().min(200) {
            let mut bytes = sound.clone();
            bytes[place] ^= 1;
            assert!(Said::from_packet(&bytes).is_err(), "{said:?} byte {place}");
        }
    }
}

#[test]
fn edits_that_hold_a_damaged_draft_are_damaged() {
    // The second variant, and 3 bytes that are no draft.
    let bytes = packet("said", 1, &[1, 3, 1, 2, 3]);
    assert_eq!(Said::from_packet(&bytes), Err(Unreadable::Damaged));
}

#[test]
fn each_edit_goes_over_once_and_more_typing_goes_again() {
    let (me, mut draft, mut known) = (Author(1), Draft::new(SurveyId(5)), Known::default());
    let title = |text: &str| Change::SetText { place: Place::Title, text: text.into() };
    let edit = draft.edit(me, 0, title("a"));
    draft.apply(edit);
    assert_eq!(known.news(draft.log()), draft.log());
    assert_eq!(known.news(draft.log()), []);
    let typed = draft.retype(me, 0, &title("ab")).expect("typing on");
    draft.apply(typed.clone());
    assert_eq!(known.news(draft.log()), [typed]);
    let theirs = draft.edit(Author(2), 0, title("b"));
    known.note(std::slice::from_ref(&theirs));
    draft.apply(theirs);
    assert_eq!(known.news(draft.log()), []);
}

#[test]
fn edits_sent_one_by_one_make_the_same_draft() {
    let (sent, mut known) = (samples::draft(), Known::default());
    let mut got = Draft::new(sent.id()).with_secret(sent.secret());
    for upto in 1..=sent.log().len() {
        let news = known.news(&sent.log()[..upto]);
        let said = Said::Edits(Box::new(Draft::from_log(sent.id(), news)));
        let Ok(Some(Said::Edits(theirs))) = joined(&mut Parts::default(), &cut(&said)) else {
            panic!("edits arrive");
        };
        let mut whole = got.clone();
        whole.merge(theirs.log().iter().cloned());
        assert_eq!(got.take_in(&whole), Ok(1));
    }
    assert_eq!(got, sent);
}
