//! The words as a table, and reading one: a row for each term.
//!
//! Reading changes nothing. What a file brings is shown first, and people decide (see [`Brings`]).

use super::{
    Content, Field, LONGEST_FIELD, MOST_TERMS, MOST_WORDS, Term, TermId, advice_knowing,
    count_words, key,
};
use crate::model::csv::unguarded;
use crate::model::day;
use crate::model::easy_read::Known;
use crate::model::pictures;
use crate::model::plain_text::is_blank;
use crate::model::survey::is_picture;

/// What stands over the columns.
pub const HEADS: [&str; 7] =
    ["Word", "What it means", "What it is not", "Other names", "Picture", "Agreed by", "Agreed on"];

/// A term as it stands in a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The word.
    pub word: String,
    /// What it means.
    pub meaning: String,
    /// What it is not.
    pub is_not: String,
    /// Other names, with commas between.
    pub also: String,
    /// The name of a picture.
    pub picture: String,
    /// Who agreed last, and when, in days since 1970-01-01.
    pub agreed: Option<(String, u32)>,
}

/// What is wrong with a row. It is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadRow {
    /// There is no word in it.
    NoWord,
    /// There is no meaning in it.
    NoMeaning,
    /// A cell is longer than a field may be.
    TooLong,
    /// The word is in the file already.
    Twice,
    /// It is more than the words can hold.
    TooMany,
}

/// What is wrong with a file. Nothing of it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadTable {
    /// It is not a text.
    NotText,
    /// It has no columns "Word" and "What it means".
    NoHeads,
}

/// A table that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows that are right.
    pub rows: Vec<Row>,
    /// The others, by the number of their row in the file: the headings are row 1.
    pub bad: Vec<(usize, BadRow)>,
}

/// What a row is to the words that are here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brings {
    /// A word that is not here.
    New,
    /// What is here already.
    Same,
    /// Another meaning for a term of ours: for people to decide.
    Other(TermId),
}

/// What the form would say of a meaning in a file. It can be taken in all the same, and made better here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It has so many words, which is more than [`MOST_WORDS`].
    Long(usize),
    /// Something in it is hard to read, for this reason.
    Hard(String),
}

/// Every term as cells, from A to Z.
pub fn cells(content: &Content) -> Vec<Vec<String>> {
    let written = content.terms.iter().filter(|term| !term.word().is_empty());
    written.map(|term| Row::of(term).cells()).collect()
}

impl Row {
    /// A term as a row.
    pub fn of(term: &Term) -> Self {
        let text = |field| term.text(field).trim().to_owned();
        Self {
            word: text(Field::Word),
            meaning: text(Field::Meaning),
            is_not: text(Field::IsNot),
            also: term.also().collect::<Vec<_>>().join(", "),
            picture: text(Field::Picture),
            agreed: term.agreement().map(|agreed| (agreed.who.clone(), agreed.day)),
        }
    }

    fn cells(self) -> Vec<String> {
        let picture = match pictures::name(&self.picture) {
            Some(shows) => shows.to_owned(),
            None => self.picture,
        };
        let (who, day) =
            self.agreed.map_or_else(Default::default, |(who, day)| (who, day::show(day)));
        vec![self.word, self.meaning, self.is_not, self.also, picture, who, day]
    }

    /// What could be better in what it says that the word means and is not.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let names = [&*self.word].into_iter().chain(self.also.split(',').map(str::trim));
        let known = Known::of_words(names);
        for text in [&self.meaning, &self.is_not] {
            let many = count_words(text);
            remarks.extend((many > MOST_WORDS).then_some(Remark::Long(many)));
            remarks.extend(
                advice_knowing(text, &known).into_iter().map(|found| Remark::Hard(found.why)),
            );
        }
        remarks
    }

    /// What it is to the words that are here.
    pub fn brings(&self, content: &Content) -> Brings {
        match content.named(&self.word) {
            None => Brings::New,
            Some(term) if key(term.meaning()) == key(&self.meaning) => Brings::Same,
            Some(term) => Brings::Other(term.id),
        }
    }
}

/// Reads a table. Columns are known by their headings, so that their order is free.
pub fn read(bytes: &[u8]) -> Result<Table, BadTable> {
    let text = core::str::from_utf8(bytes).map_err(|_| BadTable::NotText)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let head = text.lines().next().unwrap_or_default();
    let separators = [b',', b';', b'\t'];
    let many = |sign: &u8| head.bytes().filter(|byte| byte == sign).count();
    let separator = separators.into_iter().max_by_key(|sign| (many(sign), *sign == b','));
    let mut reader = ::csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(separator.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let heads = records.next().and_then(Result::ok).ok_or(BadTable::NoHeads)?;
    let column = |name: &str| heads.iter().position(|head| key(head) == key(name));
    let places = HEADS.map(column);
    let [Some(_), Some(_), ..] = places else { return Err(BadTable::NoHeads) };
    let mut table = Table::default();
    for (record, number) in records.zip(2..) {
        let Ok(record) = record else { continue };
        if record.iter().all(is_blank) {
            continue;
        }
        let cell = |place: Option<usize>| {
            let cell = place.and_then(|place| record.get(place)).unwrap_or_default();
            unguarded(cell).trim().to_owned()
        };
        match row(places.map(cell), &table.rows) {
            Ok(row) => table.rows.push(row),
            Err(why) => table.bad.push((number, why)),
        }
    }
    Ok(table)
}

fn row(cells: [String; 7], before: &[Row]) -> Result<Row, BadRow> {
    if cells.iter().any(|cell| cell.len() > LONGEST_FIELD) {
        return Err(BadRow::TooLong);
    }
    let [word, meaning, is_not, also, picture, who, day] = cells;
    if is_blank(&word) {
        return Err(BadRow::NoWord);
    }
    if is_blank(&meaning) {
        return Err(BadRow::NoMeaning);
    }
    if before.iter().any(|row| key(&row.word) == key(&word)) {
        return Err(BadRow::Twice);
    }
    if before.len() >= MOST_TERMS {
        return Err(BadRow::TooMany);
    }
    let picture = code_of(&picture);
    let agreed = day::read(&day).filter(|_| !who.is_empty()).map(|day| (who, day));
    Ok(Row { word, meaning, is_not, also, picture, agreed })
}

/// The code of a picture from its name, or as it is. Empty for none of ours.
fn code_of(picture: &str) -> String {
    let named = |one: &pictures::Picture| key(one.name) == key(picture);
    let all = pictures::find("");
    let found = all.iter().flat_map(|group| &group.pictures).find(|one| named(one));
    let is_code = is_picture(picture) && !picture.is_empty();
    match found {
        Some(found) => found.code.to_owned(),
        None if is_code => picture.to_owned(),
        None => String::new(),
    }
}
