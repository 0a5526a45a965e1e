//! Addresses of web pages that people may follow from a survey or from the start of the app: only plain `https`.

/// Most characters of an address.
const LONGEST_LINK: usize = 500;

/// The host that a link leads to, as people should see it before they press. `None` for what is no plain
/// `https` address. A name before an `@` is none: it looks like the host and is not.
pub fn host_of(link: &str) -> Option<&str> {
    let rest = link.strip_prefix("https://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
    let is_plain =
        link.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
    let is_host =
        host.starts_with(|first: char| first.is_ascii_alphanumeric()) && host.bytes().all(fits);
    (link.len() <= LONGEST_LINK && is_plain && is_host).then_some(host)
}
