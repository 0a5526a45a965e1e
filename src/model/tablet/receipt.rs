//! A batch of sealed answers as text, and the code by which a tablet knows that all of it arrived.
//!
//! The code is made of the sealed answers themselves, in whatever order they are found. So it can only be shown by
//! somebody who has each of them.

use crate::model::link::{answer_fragment, find_answers};
use crate::model::seal::SealedResponse;
use crate::model::wire::Packet;
use sha2::{Digest, Sha256};

/// Stands in a batch, before the number of answers in it.
const MARK: &str = "ask-tablet.";

/// Bytes of a receipt: of two batches of one tablet, one in 4 billion has the same.
const BYTES: usize = 4;

/// A batch that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The answers of it that are there.
    pub sealed: Vec<SealedResponse>,
    /// How many it says that it holds.
    pub of: usize,
}

/// What a batch comes to, once its answers were taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// All of it is in. This is to be typed on the tablet.
    Whole(String),
    /// Some of it did not come: so many of so many were found.
    Part(usize, usize),
    /// All of it came, and so many could not be taken in: the tablet has to keep them.
    NotIn(usize),
}

impl Batch {
    /// What the tablet can be told. `left` are answers that came and were not taken in, of this batch or of others.
    pub fn receipt(&self, left: &[SealedResponse]) -> Receipt {
        let is_left = |sealed: &&SealedResponse| left.contains(sealed);
        match (self.sealed.len(), self.sealed.iter().filter(is_left).count()) {
            (found, _) if found != self.of => Receipt::Part(found, self.of),
            (_, 0) => Receipt::Whole(receipt(self.sealed.iter())),
            (_, left) => Receipt::NotIn(left),
        }
    }
}

/// The receipt of these answers: 8 hexadecimal digits in two groups.
pub fn receipt<'a>(sealed: impl Iterator<Item = &'a SealedResponse>) -> String {
    let mut all: Vec<_> = sealed.map(|sealed| Sha256::digest(sealed.to_packet())).collect();
    all.sort_unstable();
    all.dedup();
    let hash = all.iter().fold(Sha256::new(), |hash, one| hash.chain_update(one)).finalize();
    let digits: String = hash[..BYTES].iter().map(|byte| format!("{byte:02X}")).collect();
    let (first, second) = digits.split_at(BYTES);
    format!("{first}-{second}")
}

/// A receipt as it was typed, without what people put between its digits. An O is a zero, and an I or an L a one: no
/// receipt has these letters.
pub(super) fn plain(typed: &str) -> String {
    let digit = |c: char| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    typed.chars().filter(|c| c.is_alphanumeric()).map(digit).collect()
}

/// A batch as text: what it is, for whoever opens it, and a link for each answer. `address` is that of the
/// organiser's page.
pub fn batch<'a>(
    title: &str,
    address: &str,
    sealed: impl ExactSizeIterator<Item = &'a SealedResponse>,
) -> String {
    let count = sealed.len();
    let mut text = format!(
        "Locked answers from a tablet: {title}\nOpen this file on Answers, under Inbox.\n{MARK}{count}\n"
    );
    for sealed in sealed {
        text.extend(["\n", address, "#", &answer_fragment(sealed), "\n"]);
    }
    text
}

/// The batches in a text, in their order. Empty when there is none.
pub fn batches_in(text: &str) -> Vec<Batch> {
    let batch_of = |after: &str| {
        let digits: String = after.chars().take_while(char::is_ascii_digit).take(6).collect();
        let of: usize = digits.parse().ok()?;
        Some(Batch { sealed: find_answers(after).into_iter().flatten().collect(), of })
    };
    text.split(MARK).skip(1).filter_map(batch_of).collect()
}
