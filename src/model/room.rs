//! How much fits into a field. A browser leaves out what is over, without a word; so whoever fills a field
//! is told beside it how much room is left, once that is little.

/// How long a text is as browsers count it, in UTF-16.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// True when a field that takes so much takes no more.
pub fn is_full(text: &str, most: usize) -> bool {
    length(text) >= most
}

/// From so many characters that are left on, people are told.
const FEW: usize = 200;

/// How many more characters a field takes that takes so much, where these are few. A round number, so that a
/// screen reader does not say another one with each key. A field for a number or a name is short from the start:
/// only that it is full is worth a word.
pub fn few_left(text: &str, most: usize) -> Option<usize> {
    let left = most.saturating_sub(length(text));
    let round = match left {
        50.. => 50,
        10.. => 10,
        _ => 1,
    };
    let is_few = left == 0 || left <= FEW && most > FEW;
    is_few.then_some(left / round * round)
}
