//! Messages in parts. Browsers agree on 16 KiB for one message of a data channel, and a draft may
//! be longer.
//!
//! The first byte of a part says whether more come.

use crate::model::live::Said;
use crate::model::wire::{Packet, Unreadable};

/// Most bytes of one part, with its first.
pub const LARGEST_PART: usize = 16 * 1024;

const MORE: u8 = 0;
const LAST: u8 = 1;

/// A message in parts, in order.
pub fn cut(said: &Said) -> Vec<Vec<u8>> {
    let packet = said.to_packet();
    let mut parts: Vec<Vec<u8>> =
        packet.chunks(LARGEST_PART - 1).map(|part| [&[MORE], part].concat()).collect();
    if let Some(last) = parts.last_mut() {
        last[0] = LAST;
    }
    parts
}

/// What came of a message so far.
#[derive(Debug, Default)]
pub struct Parts(Vec<u8>);

impl Parts {
    /// Takes in the next part. Comes back with the message when it was the last.
    ///
    /// # Errors
    /// Says why it can't be one of ours. What came before is forgotten.
    pub fn take(&mut self, part: &[u8]) -> Result<Option<Said>, Unreadable> {
        let held = std::mem::take(&mut self.0);
        if part.len() > LARGEST_PART || held.len() + part.len() > Said::LARGEST + 1 {
            return Err(Unreadable::TooLarge);
        }
        let (is_last, body) = match part.split_first() {
            Some((&MORE, body)) => (false, body),
            Some((&LAST, body)) => (true, body),
            _ => return Err(Unreadable::Damaged),
        };
        self.0 = held;
        self.0.extend(body);
        if is_last { Said::from_packet(&std::mem::take(&mut self.0)).map(Some) } else { Ok(None) }
    }
}
