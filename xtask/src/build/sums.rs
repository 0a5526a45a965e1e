//! `SHA256SUMS`: the digest of each file of `dist`, as `sha256sum` writes and checks it.
//!
//! Whoever builds the same release gets the same list, so a copy on a host can be compared with it (`verify`).

use sha2::{Digest, Sha256};

/// What it is called.
pub const NAME: &str = "SHA256SUMS";

/// What a host says about itself. It is the host's own, so it is not in the list; ours says nothing.
pub const OF_HOST: &str = "site.json";

/// The list for these files, given with their paths in the order of those.
pub fn list<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    files.map(|(path, bytes)| format!("{}  {path}\n", digest(bytes))).collect()
}

/// In hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digests and paths of a list. `None` for what is no list.
pub fn read(list: &str) -> Option<Vec<(&str, &str)>> {
    let lines = list.lines().map(|line| line.split_once("  "));
    let lines: Vec<(&str, &str)> = lines.collect::<Option<_>>()?;
    let is_digest =
        |digest: &str| digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit());
    (!lines.is_empty() && lines.iter().all(|(digest, _)| is_digest(digest))).then_some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_as_sha256sum_writes_it() {
        let written = list([("a/b.txt", b"abc".as_slice())].into_iter());
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(written, format!("{digest}  a/b.txt\n"));
        assert_eq!(read(&written), Some(vec![(digest, "a/b.txt")]));
    }

    #[test]
    fn what_is_no_list_is_told_apart() {
        for text in ["", "<!doctype html>", "12  a", &format!("{}  a\nb", "0".repeat(64))] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
