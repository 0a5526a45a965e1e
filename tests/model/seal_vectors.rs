//! RFC 9180, Appendix A.2.1: the published numbers for the algorithms that we seal with.
//!
//! Our own `seal` fixes what it binds the text to, so the vector's first encryption goes through
//! the `hpke` crate with the very types that `seal` names.

use ask_together::model::seal::{key_pair, public_key};
use core::convert::Infallible;
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};

type X25519 = hpke::kem::X25519HkdfSha256;
type Kdf = hpke::kdf::HkdfSha256;
type Aead = hpke::aead::ChaCha20Poly1305;

const INFO: &str = "4f6465206f6e2061204772656369616e2055726e";
const IKM_E: &str = "909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b";
const PK_E: &str = "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a";
const SK_E: &str = "f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600";
const IKM_R: &str = "1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df";
const PK_R: &str = "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a";
const SK_R: &str = "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb";
const PLAIN: &str = "4265617574792069732074727574682c20747275746820626561757479";
const AAD: &str = "436f756e742d30";
const SEALED: &str = "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db\
                      21993c62ce81883d2dd1b51a28";

fn bytes(hex: &str) -> Vec<u8> {
    let pair = |place| u8::from_str_radix(&hex[place..place + 2], 16).expect("hexadecimal");
    (0..hex.len()).step_by(2).map(pair).collect()
}

fn seed(hex: &str) -> [u8; 32] {
    bytes(hex).try_into().expect("32 bytes")
}

/// The same key as `hpke` keeps it: with the bits fixed that X25519 fixes (RFC 7748, section 5).
fn clamped(mut key: [u8; 32]) -> [u8; 32] {
    key[0] &= 0b1111_1000;
    key[31] = key[31] & 0b0111_1111 | 0b0100_0000;
    key
}

#[test]
fn keys_are_derived_as_published() {
    for (ikm, secret, public) in [(IKM_E, SK_E, PK_E), (IKM_R, SK_R, PK_R)] {
        let keys = key_pair(&seed(ikm));
        assert_eq!(keys.0.0, clamped(seed(secret)));
        assert_eq!(keys.1.0, seed(public));
        assert_eq!(public_key(&keys.0), Ok(keys.1));
    }
}

#[test]
fn the_first_encryption_opens_as_published() {
    let key = <X25519 as Kem>::PrivateKey::from_bytes(&bytes(SK_R)).expect("a key");
    let encapped = <X25519 as Kem>::EncappedKey::from_bytes(&bytes(PK_E)).expect("a key");
    let (info, aad, sealed) = (bytes(INFO), bytes(AAD), bytes(SEALED));
    let mode = OpModeR::Base;
    let plain =
        hpke::single_shot_open::<Aead, Kdf, X25519>(&mode, &key, &encapped, &info, &sealed, &aad);
    assert_eq!(plain.ok(), Some(bytes(PLAIN)));
}

#[test]
fn the_first_encryption_seals_as_published() {
    let key = <X25519 as Kem>::PublicKey::from_bytes(&bytes(PK_R)).expect("a key");
    let (encapped, sealed) = hpke::single_shot_seal_with_rng::<Aead, Kdf, X25519>(
        &OpModeS::Base,
        &key,
        &bytes(INFO),
        &bytes(PLAIN),
        &bytes(AAD),
        &mut Given(seed(IKM_E)),
    )
    .expect("a sound key");
    assert_eq!(encapped.to_bytes().to_vec(), bytes(PK_E));
    assert_eq!(sealed, bytes(SEALED));
}

/// Hands out the vector's bytes, once.
struct Given([u8; 32]);

impl TryRng for Given {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        unreachable!("the vector has bytes, not numbers")
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        unreachable!("the vector has bytes, not numbers")
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        out.copy_from_slice(&self.0);
        Ok(())
    }
}

impl TryCryptoRng for Given {}
