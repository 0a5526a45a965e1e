//! Whether two texts say the same to those who read them.
//!
//! A letter with an accent has two writings in Unicode: one character, as most keyboards make it, or the letter
//! and then the accent, as file names on a Mac and some PDFs have it. Nobody sees a difference. Absent: scripts
//! other than Latin; a table for all of them is larger than this program's own code for publishing.

use crate::model::plain_text::is_unseen;

/// For each accent, pairs of a small letter without it and with it.
const ACCENTED: &[(char, &str)] = &[
    ('\u{300}', "aàeèiìoòuùüǜnǹēḕōṑwẁâầăằêềôồơờưừyỳ"),
    ('\u{301}', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứ"),
    ('\u{302}', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
    ('\u{303}', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
    ('\u{304}', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳgḡḷḹṛṝ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭȩḝạặ"),
    ('\u{307}', "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
    ('\u{308}', "aäeëiïoöuüyÿhḧõṏūṻwẅxẍtẗ"),
    ('\u{309}', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
    ('\u{30a}', "aåuůwẘyẙ"),
    ('\u{30b}', "oőuű"),
    ('\u{30c}', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
    ('\u{30f}', "aȁeȅiȉoȍrȑuȕ"),
    ('\u{311}', "aȃeȇiȋoȏrȓuȗ"),
    ('\u{31b}', "oơuư"),
    ('\u{323}', "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"),
    ('\u{324}', "uṳ"),
    ('\u{325}', "aḁ"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçgģkķlļnņrŗsştţeȩdḑhḩ"),
    ('\u{328}', "aąeęiįuųoǫ"),
    ('\u{32d}', "dḓeḙlḽnṋtṱuṷ"),
    ('\u{32e}', "hḫ"),
    ('\u{330}', "eḛiḭuṵ"),
    ('\u{331}', "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
];

/// True for texts that differ in capitals, in how accents are written, and in what nobody sees.
pub fn same_words(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

fn folded(text: &str) -> String {
    let mut folded = String::new();
    // Emoji are put together by joiners, and flags of nations are told apart by tags.
    let has_effect = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '\u{200c}' | '\u{200d}' | '\u{e0020}'..='\u{e007f}')
    };
    let seen = |letter: &char| has_effect(*letter) || !is_unseen(*letter);
    for letter in text.to_lowercase().chars().filter(seen) {
        let whole = folded.chars().next_back().and_then(|before| with_accent(before, letter));
        if whole.is_some() {
            folded.pop();
        }
        folded.push(whole.unwrap_or(letter));
    }
    let is_around =
        |letter: char| letter.is_whitespace() || matches!(letter, '\u{200c}' | '\u{200d}');
    folded.trim_matches(is_around).to_owned()
}

/// A letter and the accent after it as one character.
fn with_accent(letter: char, accent: char) -> Option<char> {
    let (_, pairs) = ACCENTED.iter().find(|(known, _)| *known == accent)?;
    let mut pairs = pairs.chars();
    while let (Some(plain), Some(accented)) = (pairs.next(), pairs.next()) {
        if plain == letter {
            return Some(accented);
        }
    }
    None
}
