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

/// What a batch that was found says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// All of it is there. This is to be typed on the tablet.
    Whole(String),
    /// Some of it is missing: so many of so many were found.
    Part(usize, usize),
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

/// The receipts of the batches in a text, in their order. Empty when there is none.
pub fn receipts_in(text: &str) -> Vec<Receipt> {
    let batches = text.split(MARK).skip(1);
    let receipt_of = |after: &str| {
        let digits: String = after.chars().take_while(char::is_ascii_digit).take(6).collect();
        let count: usize = digits.parse().ok()?;
        let found: Vec<SealedResponse> = find_answers(after).into_iter().flatten().collect();
        Some(match found.len() == count {
            true => Receipt::Whole(receipt(found.iter())),
            false => Receipt::Part(found.len(), count),
        })
    };
    batches.filter_map(receipt_of).collect()
}
