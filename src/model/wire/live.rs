//! The sent forms of working side by side: the codes that make a pair, and what is said then.

use super::question::IdV1;
use super::{Packet, Unreadable, pack, unpack_v1};
use crate::model::draft::Draft;
use crate::model::id::{QuestionId, SurveyId};
use crate::model::live::{Address, LARGEST_NAME, PairCode, Pointing, Reach, Said, Side};
use core::net::IpAddr;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct PairCodeV1 {
    is_answer: bool,
    pairing: u32,
    user: String,
    password: String,
    fingerprint: [u8; 32],
    reaches: Vec<(AddressV1, u16)>,
}

#[derive(Serialize, Deserialize)]
enum AddressV1 {
    V4([u8; 4]),
    V6([u8; 16]),
    Local([u8; 16]),
}

impl Packet for PairCode {
    const NAME: &'static str = "pair code";

    /// Room for the longest there is.
    const LARGEST: usize = 512;

    fn to_packet(&self) -> Vec<u8> {
        let (user, password, fingerprint, reaches) = self.fields();
        let address = |address| match address {
            Address::Ip(IpAddr::V4(ip)) => AddressV1::V4(ip.octets()),
            Address::Ip(IpAddr::V6(ip)) => AddressV1::V6(ip.octets()),
            Address::Local(name) => AddressV1::Local(name.to_be_bytes()),
        };
        let value = PairCodeV1 {
            is_answer: self.side == Side::Answer,
            pairing: self.pairing,
            user: user.to_owned(),
            password: password.to_owned(),
            fingerprint,
            reaches: reaches.iter().map(|reach| (address(reach.address), reach.port)).collect(),
        };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let read: PairCodeV1 = unpack_v1(version, body)?;
        let reach = |(address, port)| {
            let address = match address {
                AddressV1::V4(ip) => Address::Ip(IpAddr::from(ip)),
                AddressV1::V6(ip) => Address::Ip(IpAddr::from(ip)),
                AddressV1::Local(name) => Address::Local(u128::from_be_bytes(name)),
            };
            Reach { address, port }
        };
        let side = if read.is_answer { Side::Answer } else { Side::Offer };
        let reaches = read.reaches.into_iter().map(reach).collect();
        let PairCodeV1 { pairing, user, password, fingerprint, .. } = read;
        PairCode::new(side, pairing, user, password, fingerprint, reaches)
            .ok_or(Unreadable::Damaged)
    }
}

#[derive(Serialize, Deserialize)]
enum SaidV1 {
    Hello {
        survey: u64,
        name: String,
    },
    /// The packet of a draft.
    Edits(Vec<u8>),
    At(PointingV1),
    Bye,
}

#[derive(Serialize, Deserialize)]
enum PointingV1 {
    Away,
    Welcome,
    Words,
    Question(IdV1),
}

impl Packet for Said {
    const NAME: &'static str = "said";

    /// A draft, and a little round it.
    const LARGEST: usize = Draft::LARGEST + 64;

    fn to_packet(&self) -> Vec<u8> {
        let value = match self {
            Said::Hello { survey, name } => SaidV1::Hello { survey: survey.0, name: name.clone() },
            Said::Edits(draft) => SaidV1::Edits(draft.to_packet()),
            Said::At(Pointing::Away) => SaidV1::At(PointingV1::Away),
            Said::At(Pointing::Welcome) => SaidV1::At(PointingV1::Welcome),
            Said::At(Pointing::Words) => SaidV1::At(PointingV1::Words),
            Said::At(Pointing::Question(id)) => SaidV1::At(PointingV1::Question(id.0.into())),
            Said::Bye => SaidV1::Bye,
        };
        pack(Self::NAME, 1, &value)
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        Ok(match unpack_v1(version, body)? {
            SaidV1::Hello { name, .. } if name.chars().count() > LARGEST_NAME => {
                return Err(Unreadable::TooLarge);
            }
            SaidV1::Hello { survey, name } => Said::Hello { survey: SurveyId(survey), name },
            SaidV1::Edits(packet) => Said::Edits(Box::new(Draft::from_packet(&packet)?)),
            SaidV1::At(PointingV1::Away) => Said::At(Pointing::Away),
            SaidV1::At(PointingV1::Welcome) => Said::At(Pointing::Welcome),
            SaidV1::At(PointingV1::Words) => Said::At(Pointing::Words),
            SaidV1::At(PointingV1::Question(id)) => {
                Said::At(Pointing::Question(QuestionId(id.into())))
            }
            SaidV1::Bye => Said::Bye,
        })
    }
}
