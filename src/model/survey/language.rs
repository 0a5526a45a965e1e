//! Languages and translations of a survey. The app's own words are in
//! [`words`](crate::model::words).

/// A language by its tag, as in BCP 47: `cy`, `ar`, `zh-Hant`. At most 8 letters, digits and
/// hyphens: enough for every language with its script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 8]);

/// The texts of a survey in one more language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// Which.
    pub language: Language,
    /// One for each text of the survey, in the order of
    /// [`texts_mut`](super::Survey::texts_mut). Empty where there is none yet.
    pub texts: Vec<String>,
    /// The app's own words, where the organiser supplied them: the place in
    /// [`Word::ALL`](crate::model::words::Word::ALL), and what to say.
    pub words: Vec<(u8, String)>,
}

impl Default for Language {
    fn default() -> Self {
        Self::ENGLISH
    }
}

impl Language {
    /// British English, which the app's own words are written in.
    pub const ENGLISH: Language = Language(*b"en\0\0\0\0\0\0");
    /// Welsh.
    pub const WELSH: Language = Language(*b"cy\0\0\0\0\0\0");

    /// The language with this tag. `None` for what is no tag, or too long.
    pub fn parse(tag: &str) -> Option<Self> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let tag = tag.as_bytes();
        let starts = tag.len() >= 2 && tag[..2].iter().all(u8::is_ascii_lowercase);
        if !starts || tag.len() > 8 || tag.ends_with(b"-") || !tag.iter().all(|b| fits(*b)) {
            return None;
        }
        let mut bytes = [0; 8];
        bytes[..tag.len()].copy_from_slice(tag);
        Some(Self(bytes))
    }

    /// The tag.
    pub fn tag(&self) -> &str {
        let length = self.0.iter().position(|byte| *byte == 0).unwrap_or(8);
        core::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }

    /// The first part of the tag: what a voice must speak.
    pub fn primary(&self) -> &str {
        self.tag().split('-').next().unwrap_or_default()
    }

    /// The direction of its script, as HTML has it: `rtl` or `ltr`.
    pub fn direction(&self) -> &'static str {
        // A script that is named decides: the same language can be written both ways.
        let script = self.tag().split('-').nth(1).filter(|part| part.len() == 4);
        let right_to_left = [
            "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
            "Arab", "Hebr", "Syrc", "Thaa", "Nkoo",
        ];
        let is_turned = right_to_left.contains(&script.unwrap_or(self.primary()));
        if is_turned { "rtl" } else { "ltr" }
    }
}
