//! How much fits into a field. A browser leaves out what is over, without a word; so whoever fills a field
//! is told beside it once there is no more room.

/// How long a text is as browsers count it, in UTF-16.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// True when a field that takes so much takes no more.
pub fn is_full(text: &str, most: usize) -> bool {
    length(text) >= most
}
