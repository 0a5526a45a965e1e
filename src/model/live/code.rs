//! What a browser must know of another one to connect to it: far less than the description that
//! browsers give, so that it fits into a QR code that is easy to scan.
//!
//! The description is SDP (RFC 8866, with the data channel of RFC 8841). What is in it is read out
//! here, and the least that browsers take is written from that on the other device.
//!
//! **Invariant:** what stands in a code was checked letter by letter. So no code can put a line of
//! its own into the description, or have the browser look up a name on the internet.

use core::fmt::Write;
use core::net::IpAddr;

/// Most letters of what a person wants to be called.
pub const LARGEST_NAME: usize = 80;
/// Most ways to one device. Real ones have 2 to 6.
const MOST_REACHES: usize = 12;
/// How long the two secrets of ICE may be. The standard asks for at least 4 and 22.
const USER: core::ops::RangeInclusive<usize> = 4..=32;
const PASSWORD: core::ops::RangeInclusive<usize> = 22..=64;

/// Which of the two codes it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first, from the device that has the survey.
    Offer,
    /// The one that comes back.
    Answer,
}

/// Where a device can be reached on its own network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// A number. Browsers give it only to pages that may use the camera or the microphone.
    Ip(IpAddr),
    /// A made-up name that only devices on the same network can look up (mDNS): 32 hexadecimal
    /// digits and `.local`.
    Local(u128),
}

impl Address {
    /// True for what only devices on the same network answer to: private, link-local and loopback numbers
    /// (RFC 1918, RFC 3927, RFC 4193, RFC 4291), and made-up names. A code with any other could have a
    /// browser send packets to strangers.
    fn is_near(self) -> bool {
        match self {
            Address::Local(_) => true,
            Address::Ip(IpAddr::V4(ip)) => {
                ip.is_private() || ip.is_link_local() || ip.is_loopback()
            }
            Address::Ip(IpAddr::V6(ip)) => match ip.to_ipv4_mapped() {
                Some(ip) => Address::Ip(ip.into()).is_near(),
                None => ip.is_unique_local() || ip.is_unicast_link_local() || ip.is_loopback(),
            },
        }
    }
}

/// An address and a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    pub address: Address,
    pub port: u16,
}

/// One of the two codes that make a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairCode {
    pub side: Side,
    /// Which pairing it is for, so that an answer to another code is told apart. Random.
    pub pairing: u32,
    user: String,
    password: String,
    /// Of the certificate that the device proves itself with (SHA-256).
    fingerprint: [u8; 32],
    reaches: Vec<Reach>,
}

impl PairCode {
    /// A code, if all of it is as browsers make it, and leads nowhere but to the same network.
    pub fn new(
        side: Side,
        pairing: u32,
        user: String,
        password: String,
        fingerprint: [u8; 32],
        reaches: Vec<Reach>,
    ) -> Option<Self> {
        let is_ice = |text: &str| {
            text.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'+' | b'/'))
        };
        let is_right = USER.contains(&user.len())
            && PASSWORD.contains(&password.len())
            && is_ice(&user)
            && is_ice(&password)
            && (1..=MOST_REACHES).contains(&reaches.len())
            && reaches.iter().all(|reach| reach.port > 0 && reach.address.is_near());
        is_right.then_some(Self { side, pairing, user, password, fingerprint, reaches })
    }

    /// Reads what matters out of a browser's own description, without what leads further than its own
    /// network. `None` when nothing is left.
    pub fn from_sdp(side: Side, pairing: u32, sdp: &str) -> Option<Self> {
        let value = |name: &str| sdp.lines().find_map(|line| line.trim_end().strip_prefix(name));
        let near = sdp.lines().filter_map(reach).filter(|reach| reach.address.is_near());
        let reaches = near.take(MOST_REACHES).collect();
        Self::new(
            side,
            pairing,
            value("a=ice-ufrag:")?.to_owned(),
            value("a=ice-pwd:")?.to_owned(),
            fingerprint(value("a=fingerprint:sha-256 ")?)?,
            reaches,
        )
    }

    /// The least description that browsers take.
    pub fn to_sdp(&self) -> String {
        let mut sdp = String::from(
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n\
             m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\n\
             a=sctp-port:5000\r\na=max-message-size:65536\r\n",
        );
        // Whoever answers begins: browsers always have it so (RFC 8842).
        let setup = if self.side == Side::Offer { "actpass" } else { "active" };
        let (user, password) = (&self.user, &self.password);
        let _ = write!(
            sdp,
            "a=setup:{setup}\r\na=ice-ufrag:{user}\r\na=ice-pwd:{password}\r\na=fingerprint:sha-256 "
        );
        for (place, byte) in self.fingerprint.iter().enumerate() {
            let _ = write!(sdp, "{}{byte:02X}", if place > 0 { ":" } else { "" });
        }
        sdp.push_str("\r\n");
        for (place, Reach { address, port }) in self.reaches.iter().enumerate() {
            // The first is the best. Only that order matters here.
            let priority = 2_113_937_151 - place * 256;
            let _ = write!(sdp, "a=candidate:{place} 1 udp {priority} ");
            let _ = match address {
                Address::Ip(ip) => write!(sdp, "{ip}"),
                Address::Local(name) => {
                    let digits = format!("{name:032x}");
                    let (a, b, c) = (&digits[..8], &digits[8..12], &digits[12..16]);
                    write!(sdp, "{a}-{b}-{c}-{}-{}.local", &digits[16..20], &digits[20..])
                }
            };
            let _ = write!(sdp, " {port} typ host\r\n");
        }
        sdp
    }

    /// What its sent form holds besides the side and the pairing.
    pub(in crate::model) fn fields(&self) -> (&str, &str, [u8; 32], &[Reach]) {
        (&self.user, &self.password, self.fingerprint, &self.reaches)
    }
}

/// One line of a description, if it says where the device is on its own network, by UDP.
fn reach(line: &str) -> Option<Reach> {
    let mut words = line.strip_prefix("a=candidate:")?.split_ascii_whitespace();
    let (_, component, transport) = (words.next()?, words.next()?, words.next()?);
    let (_, address, port) = (words.next()?, words.next()?, words.next()?);
    let is_host = words.next()? == "typ" && words.next()? == "host";
    let is_ours = is_host && component == "1" && transport.eq_ignore_ascii_case("udp");
    let address = match address.parse() {
        Ok(ip) => Address::Ip(ip),
        Err(_) => Address::Local(local_name(address)?),
    };
    is_ours.then_some(Reach { address, port: port.parse().ok().filter(|port| *port > 0)? })
}

fn local_name(name: &str) -> Option<u128> {
    let digits: String = name.strip_suffix(".local")?.chars().filter(|c| *c != '-').collect();
    let is_name = digits.len() == 32 && digits.bytes().all(|c| c.is_ascii_hexdigit());
    is_name.then(|| u128::from_str_radix(&digits, 16).ok()).flatten()
}

fn fingerprint(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let mut pairs = text.split(':');
    for byte in &mut bytes {
        let is_byte = |pair: &&str| pair.len() == 2 && pair.bytes().all(|c| c.is_ascii_hexdigit());
        let pair = pairs.next().filter(is_byte)?;
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    pairs.next().is_none().then_some(bytes)
}
