//! The saved form of a tablet that is handed on. Version 2 adds what is kept apart, and is written where there is some.

use super::{LARGEST_PACKET, Packet, Unreadable, pack, unpack_v1};
use crate::model::seal::SealedResponse;
use crate::model::survey::Survey;
use crate::model::tablet::{Between, MINUTES, MOST, Pin, Session, TRIES, Waiting};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct SessionV1 {
    /// The survey's own packet.
    survey: Vec<u8>,
    pin: [u8; 4],
    minutes: u8,
    waiting: Vec<WaitingV1>,
    /// A sealed response's own packet.
    begun: Option<Vec<u8>>,
    taken: u32,
    thanks: bool,
    wrong: u8,
    closed_until: u64,
}

/// What stands behind a [`SessionV1`] in version 2: packets of sealed responses.
#[derive(Serialize, Deserialize)]
struct ApartV2 {
    apart: Vec<Vec<u8>>,
    begun: Option<Vec<u8>>,
}

#[derive(Serialize, Deserialize)]
struct WaitingV1 {
    /// A sealed response's own packet.
    sealed: Vec<u8>,
    unfinished: bool,
}

impl Packet for Session {
    const NAME: &'static str = "tablet";
    const LARGEST: usize = 16 * LARGEST_PACKET;

    fn to_packet(&self) -> Vec<u8> {
        let waiting = |Waiting { sealed, unfinished }: &Waiting| WaitingV1 {
            sealed: sealed.to_packet(),
            unfinished: *unfinished,
        };
        let value = SessionV1 {
            survey: self.survey.to_packet(),
            pin: self.pin.digits(),
            minutes: self.minutes,
            waiting: self.waiting.iter().map(waiting).collect(),
            begun: self.begun.as_ref().map(Packet::to_packet),
            taken: self.taken,
            thanks: self.between == Between::Thanks,
            wrong: self.wrong,
            closed_until: self.closed_until,
        };
        if self.apart.is_empty() && self.begun_apart.is_none() {
            return pack(Self::NAME, 1, &value);
        }
        let apart = ApartV2 {
            apart: self.apart.iter().map(Packet::to_packet).collect(),
            begun: self.begun_apart.as_ref().map(Packet::to_packet),
        };
        pack(Self::NAME, 2, &(value, apart))
    }

    fn from_body(version: u8, body: &[u8]) -> Result<Self, Unreadable> {
        let (read, apart): (SessionV1, ApartV2) = match version {
            2 => unpack_v1(1, body)?,
            version => (unpack_v1(version, body)?, ApartV2 { apart: Vec::new(), begun: None }),
        };
        let [least, _, most] = MINUTES;
        let is_sound = (least..=most).contains(&read.minutes)
            && read.waiting.len().max(apart.apart.len()) <= MOST
            && read.wrong < TRIES;
        let pin = Pin::from_digits(read.pin).filter(|_| is_sound).ok_or(Unreadable::Damaged)?;
        let sealed = |packet: &[u8]| SealedResponse::from_packet(packet);
        let waiting = |WaitingV1 { sealed: packet, unfinished }| {
            Ok(Waiting { sealed: sealed(&packet)?, unfinished })
        };
        Ok(Session {
            survey: Survey::from_packet(&read.survey)?,
            pin,
            minutes: read.minutes,
            waiting: read.waiting.into_iter().map(waiting).collect::<Result<_, _>>()?,
            begun: read.begun.as_deref().map(sealed).transpose()?,
            apart: apart.apart.iter().map(|one| sealed(one)).collect::<Result<_, _>>()?,
            begun_apart: apart.begun.as_deref().map(sealed).transpose()?,
            taken: read.taken,
            between: if read.thanks { Between::Thanks } else { Between::Ready },
            wrong: read.wrong,
            closed_until: read.closed_until,
        })
    }
}
