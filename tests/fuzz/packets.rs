//! Every kind of packet. What reads can be written, and reads again.

use crate::mutate::{golden, mutated, mutated_packet};
use crate::steps::Steps;
use ask_together::model::draft::Draft;
use ask_together::model::inbox::{Received, Waiting, judged};
use ask_together::model::live::{PairCode, Parts, Said, Side, cut};
use ask_together::model::response::{Progress, Response};
use ask_together::model::review::{Invitation, Notes};
use ask_together::model::seal::{SealedNotes, SealedResponse, SecretKey};
use ask_together::model::survey::Survey;
use ask_together::model::wire::{Packet, SurveyFile};
use std::sync::LazyLock;

/// A packet that reads, and what is done with others of its kind.
struct Kind {
    name: &'static str,
    packet: Vec<u8>,
    read: fn(&[u8]),
}

/// As a browser describes itself to a page, shortened.
const SDP: &str = "v=0\r\no=- 2451822415018072723 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n\
    m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\n\
    a=candidate:0 1 UDP 2122252543 192.168.2.7 50001 typ host\r\n\
    a=ice-ufrag:D6Gm\r\na=ice-pwd:7jGeZx+VhkroKTQE2yV2j/t+\r\n\
    a=fingerprint:sha-256 A4:1B:FE:B1:9E:8A:88:D6:E1:8E:A8:BA:F4:91:4B:49:F3:02:46:D6:8C:A9:E3:5B:69:38:D0:7C:B8:00:66:4E\r\n\
    a=setup:actpass\r\na=mid:0\r\na=sctp-port:5000\r\n";

static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    let draft = draft();
    let said = [Said::Bye, Said::Edits(Box::new(draft))];
    let pair = PairCode::from_sdp(Side::Offer, 7, SDP).expect("a code");
    let mut kinds = vec![
        kind::<Survey>(golden("v1/survey.bin")),
        kind::<Draft>(golden("v1/draft.bin")),
        kind::<Draft>(golden("v2/draft.bin")),
        kind::<Progress>(golden("v1/progress.bin")),
        kind::<Received>(golden("v1/received.bin")),
        kind::<SealedResponse>(golden("v1/sealed.bin")),
        kind::<SealedResponse>(golden("v2/sealed.bin")),
        kind::<SecretKey>(golden("v1/secret-key.bin")),
        kind::<SurveyFile>(golden("v1/survey-file.bin")),
        kind::<Invitation>(golden("v1/invitation.bin")),
        kind::<Notes>(golden("v1/notes.bin")),
        kind::<SealedNotes>(golden("v1/sealed-notes.bin")),
        kind::<PairCode>(pair.to_packet()),
    ];
    kinds.extend(said.iter().map(|said| kind::<Said>(said.to_packet())));
    for version in ["v1", "v2"] {
        let packet = golden(&format!("{version}/response.bin"));
        kinds.push(Kind { name: "response", packet, read: read_response });
    }
    kinds
});

/// The golden draft.
pub fn draft() -> Draft {
    Draft::from_packet(&golden("v1/draft.bin")).expect("the golden draft")
}

fn kind<T: Packet>(packet: Vec<u8>) -> Kind {
    let read = |bytes: &[u8]| {
        if let Ok(value) = T::from_packet(bytes) {
            assert!(
                T::from_packet(&value.to_packet()).is_ok(),
                "what was read does not read again"
            );
        }
    };
    Kind { name: T::NAME, packet, read }
}

fn read_response(plain: &[u8]) {
    static SEALED: LazyLock<(SealedResponse, Survey)> = LazyLock::new(|| {
        let sealed = SealedResponse::from_packet(&golden("v1/sealed.bin")).expect("golden");
        (sealed, Survey::from_packet(&golden("v1/survey.bin")).expect("golden"))
    });
    let (sealed, survey) = &*SEALED;
    if let Ok(response) = Response::of_sealed(sealed, plain) {
        _ = judged(survey, &response);
        assert_eq!(Response::of_sealed(sealed, &response.to_plain()), Ok(response));
    }
}

pub fn target(steps: &mut Steps) {
    let kind = steps.pick(&KINDS);
    let packet = mutated_packet(kind.name, &kind.packet, steps);
    (kind.read)(&packet);
    // Under another name it is never read.
    let other = steps.pick(&KINDS);
    (other.read)(&packet);
    let text = String::from_utf8_lossy(&packet);
    _ = Waiting::from_text(&text);
}

/// What one device says to another, in parts that came in any way.
pub fn parts_of_talk(steps: &mut Steps) {
    static TALK: LazyLock<Vec<Vec<Vec<u8>>>> =
        LazyLock::new(|| [Said::Bye, Said::Edits(Box::new(draft()))].iter().map(cut).collect());
    let mut parts = Parts::default();
    for _ in 0..4 {
        for part in steps.pick(&TALK).iter().take(4) {
            if parts.take(&mutated(part, steps)).is_err() {
                return;
            }
        }
    }
}
