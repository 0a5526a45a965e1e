//! Sealing a response, or a reviewer's notes, so that only the organiser's browser can open it.
//!
//! HPKE base mode of RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305, one
//! shot. The survey's id, version and edition go in as associated data, so a response can't be passed
//! off as an answer to another survey, or to other words; for notes, the survey's id and the round. There is no sender's signature: anyone with the survey link
//! can answer, and that is meant.

use super::id::{Edition, SurveyId};
use super::review::RoundId;
use super::survey::Survey;
use core::convert::Infallible;
use hpke::rand_core::{TryCryptoRng, TryRng};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};

type X25519 = hpke::kem::X25519HkdfSha256;
type Kdf = hpke::kdf::HkdfSha256;
type Aead = hpke::aead::ChaCha20Poly1305;

/// Says what the key is used for, so that the same key can't be led to open something else.
const INFO: &[u8] = b"ask-together response 1";

/// The same for a reviewer's notes.
const NOTES_INFO: &[u8] = b"ask-together notes 1";

/// Bytes that HPKE puts in front of the sealed text: the sender's passing key.
const ENCAPPED: usize = 32;

/// What answers are sealed to. 32 bytes, may be shown to anyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey(pub [u8; 32]);

/// What opens answers. 32 bytes, never leaves the organiser's browser but in their own copy.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(pub [u8; 32]);

/// Somebody's response on its way: which survey it is for, and what nobody else can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedResponse {
    /// Which survey. In the clear, so that the organiser's browser knows which key to take.
    pub survey: SurveyId,
    /// Which version of it. In the clear for the same reason.
    pub version: u32,
    /// What was published as that version. In the clear too.
    pub edition: Edition,
    /// 32 bytes of the passing key, then the sealed bytes with their 16-byte tag.
    pub sealed: Vec<u8>,
}

/// A reviewer's notes on their way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedNotes {
    /// Which survey. In the clear, so that the organiser's browser knows which key to take.
    pub survey: SurveyId,
    /// Which round of review. In the clear for the same reason.
    pub round: RoundId,
    /// 32 bytes of the passing key, then the sealed bytes with their 16-byte tag.
    pub sealed: Vec<u8>,
}

/// The sealed bytes were made for another key, or were changed on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CannotOpen;

/// Makes a survey's keys from 32 fresh random bytes (RFC 9180, DeriveKeyPair).
pub fn key_pair(seed: &[u8; 32]) -> (SecretKey, PublicKey) {
    let (secret, public) = X25519::derive_keypair(seed);
    (SecretKey(secret.to_bytes().into()), PublicKey(public.to_bytes().into()))
}

/// The key that answers are sealed to, from the key that opens them.
pub fn public_key(secret: &SecretKey) -> Result<PublicKey, CannotOpen> {
    let secret = <X25519 as Kem>::PrivateKey::from_bytes(&secret.0).map_err(|_| CannotOpen)?;
    Ok(PublicKey(X25519::sk_to_pk(&secret).to_bytes().into()))
}

/// Seals a response to its survey's key. `seed` must be fresh random bytes each time: the same seed
/// twice would let both texts be compared.
///
/// Fails only for a key that is no point of the curve, as a hostile link may carry.
pub fn seal(plain: &[u8], survey: &Survey, seed: [u8; 32]) -> Result<SealedResponse, CannotOpen> {
    let Survey { id, version, edition, .. } = *survey;
    let bound = response_bound_to(id, version, edition);
    let sealed = seal_bytes(plain, (INFO, &bound), &survey.key, seed)?;
    Ok(SealedResponse { survey: id, version, edition, sealed })
}

/// Opens what [`seal`] made.
pub fn open(response: &SealedResponse, key: &SecretKey) -> Result<Vec<u8>, CannotOpen> {
    let bound = response_bound_to(response.survey, response.version, response.edition);
    open_bytes(&response.sealed, (INFO, &bound), key)
}

/// The associated data of a response: 8 bytes of survey id and 4 of the version, most significant
/// first, then the 16 of the edition.
fn response_bound_to(survey: SurveyId, version: u32, edition: Edition) -> [u8; 28] {
    let mut bytes = [0; 28];
    bytes[..8].copy_from_slice(&survey.0.to_be_bytes());
    bytes[8..12].copy_from_slice(&version.to_be_bytes());
    bytes[12..].copy_from_slice(&edition.0);
    bytes
}

/// Seals a reviewer's notes, as [`seal`] does a response.
pub fn seal_notes(
    plain: &[u8],
    (survey, round): (SurveyId, RoundId),
    key: &PublicKey,
    seed: [u8; 32],
) -> Result<SealedNotes, CannotOpen> {
    let bound = notes_bound_to(survey, round);
    let sealed = seal_bytes(plain, (NOTES_INFO, &bound), key, seed)?;
    Ok(SealedNotes { survey, round, sealed })
}

/// Opens what [`seal_notes`] made.
pub fn open_notes(notes: &SealedNotes, key: &SecretKey) -> Result<Vec<u8>, CannotOpen> {
    let bound = notes_bound_to(notes.survey, notes.round);
    open_bytes(&notes.sealed, (NOTES_INFO, &bound), key)
}

/// What the key is used for, and the associated data.
type Use<'a> = (&'a [u8], &'a [u8]);

fn seal_bytes(
    plain: &[u8],
    (info, bound): Use,
    key: &PublicKey,
    seed: [u8; 32],
) -> Result<Vec<u8>, CannotOpen> {
    let key = <X25519 as Kem>::PublicKey::from_bytes(&key.0).map_err(|_| CannotOpen)?;
    let (encapped, text) = hpke::single_shot_seal_with_rng::<Aead, Kdf, X25519>(
        &OpModeS::Base,
        &key,
        info,
        plain,
        bound,
        &mut GivenBytes(seed),
    )
    .map_err(|_| CannotOpen)?;
    let mut sealed = encapped.to_bytes().to_vec();
    sealed.extend(text);
    Ok(sealed)
}

fn open_bytes(sealed: &[u8], (info, bound): Use, key: &SecretKey) -> Result<Vec<u8>, CannotOpen> {
    let (encapped, text) = sealed.split_at_checked(ENCAPPED).ok_or(CannotOpen)?;
    let key = <X25519 as Kem>::PrivateKey::from_bytes(&key.0).map_err(|_| CannotOpen)?;
    let encapped = <X25519 as Kem>::EncappedKey::from_bytes(encapped).map_err(|_| CannotOpen)?;
    hpke::single_shot_open::<Aead, Kdf, X25519>(&OpModeR::Base, &key, &encapped, info, text, bound)
        .map_err(|_| CannotOpen)
}

/// The associated data of notes: 8 bytes of survey id and 8 of the round, most significant first.
fn notes_bound_to(survey: SurveyId, round: RoundId) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&survey.0.to_be_bytes());
    bytes[8..].copy_from_slice(&round.0.to_be_bytes());
    bytes
}

/// Hands HPKE the random bytes that the caller gave. HPKE asks for exactly the 32 bytes of one
/// passing key; asking for more would repeat them, so that is refused.
struct GivenBytes([u8; 32]);

impl TryRng for GivenBytes {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        unreachable!("HPKE draws its passing key with one fill")
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        unreachable!("HPKE draws its passing key with one fill")
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        out.copy_from_slice(&self.0);
        Ok(())
    }
}

impl TryCryptoRng for GivenBytes {}
