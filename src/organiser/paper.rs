//! The survey on paper, in easy read: large words, pictures left, boxes to tick and lines to write on. Who is asked
//! what stands in words, for paper can't skip.
//!
//! A survey comes in, sheets of A4 come out. What stands on them, and what on which, the model
//! [says](crate::model::paper). What we say about paper is English in every language.

mod answers;
pub mod poster;

use crate::browser::clock;
use crate::model::id::QuestionId;
use crate::model::paper::pages::{Block, Print, WIDTH, cut};
use crate::model::paper::{self, Printed, size};
use crate::model::phrase::own;
use crate::model::qr::Qr;
use crate::model::survey::{Kind, Notice, Survey};
use crate::model::words::{Word, Words};
use crate::ui::el::{El, el};
use crate::ui::picture::{self, Pictures};
use crate::ui::qr::qr_drawing;

/// The id of the first sheet.
pub const FIRST: &str = "paper-first";

/// The room between what stands on the first sheet, in millimetres.
const BETWEEN: f32 = 5.0;
/// How wide a QR code is, easy or fine, in millimetres.
const CODE: [f32; 2] = [45.0, 75.0];

/// The id of a question on paper.
pub fn id_of(question: QuestionId) -> String {
    format!("paper-{}", question.0)
}

/// What is printed.
pub struct Sheets<'a> {
    /// The survey, in the language that is printed.
    pub survey: &'a Survey,
    /// The app's words in that language.
    pub words: &'a Words,
    /// Where pictures are.
    pub pictures: Pictures,
    /// How large the letters are.
    pub print: Print,
    /// Who the paper is given back to. Empty for whoever asked.
    pub give_to: &'a str,
    /// The way to the same survey on a phone. `None` where there is none yet, or it is too long for a code.
    pub online: Option<&'a Qr>,
}

impl Sheets<'_> {
    /// Every sheet, in order.
    pub fn draw(&self) -> Vec<El> {
        let mut blocks: Vec<(Block, El)> = self.first();
        let mut begins = true;
        for printed in paper::printed(self.survey, self.words) {
            let size = size::of(self.print, &printed, self.words);
            let stays = printed.question.kind == Kind::Section;
            // The first question begins a sheet: the one before can be torn off and kept.
            let begins = core::mem::replace(&mut begins, false);
            let block = Block { height: size.height, begins, stays };
            blocks.push((block, self.question(&printed, size.is_tight)));
        }
        blocks.push(self.end());
        let (blocks, drawn): (Vec<Block>, Vec<El>) = blocks.into_iter().unzip();
        let sheets = cut(&blocks);
        let of = sheets.len();
        let mut drawn = drawn.into_iter();
        let sheet = |(number, place): (usize, core::ops::Range<usize>)| {
            let body = el("div").class("paper-body").children(drawn.by_ref().take(place.len()));
            self.sheet(body, (number, of))
        };
        (1..).zip(sheets).map(sheet).collect()
    }

    /// One sheet, with what stands at its foot: sheets come apart.
    fn sheet(&self, body: El, (number, of): (usize, usize)) -> El {
        let Survey { title, version, .. } = self.survey;
        let name = match version {
            0 => own(title),
            version => format!("{} · Version {version}", own(title)),
        };
        let foot = english(el("div").class("paper-foot"))
            .child(el("span").class("paper-number").text("Paper number:"))
            .child(el("span").class("paper-name").text(name))
            .child(el("span").text(format!("Page {number} of {of}")));
        let class = match self.print {
            Print::Normal => "paper-sheet",
            Print::Large => "paper-sheet large",
        };
        el("div").class(class).child(body).child(foot)
    }

    /// A piece of the first sheet.
    fn piece(&self, drawn: El, height: f32) -> (Block, El) {
        (Block { height: height + BETWEEN, begins: false, stays: false }, drawn)
    }

    fn line(&self, drawn: El, text: &str) -> (Block, El) {
        self.piece(drawn, self.print.text(text, WIDTH, 1.0))
    }

    /// What stands in front: the same as on a phone, and how to fill it in.
    fn first(&self) -> Vec<(Block, El)> {
        let Self { survey, words, pictures, print, .. } = *self;
        let Notice { logo, logo_alt, privacy, privacy_link, ask, keep_until } = &survey.notice;
        let mut all: Vec<(Block, El)> = Vec::new();
        let number = english(el("p").class("paper-number-box")).text("Paper number:");
        all.push(self.piece(number.id(FIRST), 14.0));
        all.extend(picture::large(pictures, logo, logo_alt).map(|logo| self.piece(logo, 26.0)));
        let title = said("h3", "paper-title", &survey.title);
        all.push(self.piece(title, print.text(&survey.title, WIDTH, 1.7)));
        let by = (!survey.organisation.is_empty())
            .then(|| words.fill(Word::By, &[&survey.organisation]));
        let until = keep_until.map(|day| clock::day_in(day, survey.language.tag()));
        let until = until.map(|day| words.fill(Word::KeptUntil, &[&day]));
        let ask = (!ask.is_empty()).then(|| words.fill(Word::AskThem, &[ask]));
        let closes = survey.closes.map(|day| clock::day_in(day, survey.language.tag()));
        let closes = closes.map(|day| words.fill(Word::OpenUntil, &[&day]));
        let texts = [
            by,
            Some(survey.welcome.clone()),
            Some(survey.who_sees.clone()),
            Some(words.say(Word::YouChoose).to_owned()),
            Some(words.say(Word::HelpIsFine).to_owned()),
            Some(privacy.clone()),
            until,
            Some(privacy_link.clone()),
            ask,
            closes,
        ];
        let texts = texts.into_iter().flatten().filter(|text| !text.is_empty());
        all.extend(texts.map(|text| self.line(said("p", "words", &text), &text)));
        let how = ["Put a tick in the box next to your answer.", "You can leave a question empty."];
        all.extend(how.map(|text| self.line(english(el("p")).text(text), text)));
        let give = paper::give_to(self.give_to);
        all.push(self.line(english(el("p").class("paper-give")).text(give.clone()), &give));
        all.extend(self.online.map(|code| self.online_too(code)));
        all
    }

    /// The way to the same survey on a phone.
    fn online_too(&self, code: &Qr) -> (Block, El) {
        let text = "You can also answer on a phone. Point the camera of the phone at this square.";
        let wide = CODE[usize::from(code.is_fine)];
        let class = if code.is_fine { "paper-online fine" } else { "paper-online" };
        let drawn = english(el("div").class(class))
            .child(qr_drawing(code, "QR code of the survey"))
            .child(el("p").text(text));
        let beside = self.print.text(text, WIDTH - wide - 6.0, 1.0);
        self.piece(drawn, beside.max(wide))
    }

    /// Who to give it to, and what comes next.
    fn end(&self) -> (Block, El) {
        let give = paper::give_to(self.give_to);
        let after = &self.survey.after;
        let mut height = self.print.line() * 1.2 + self.print.text(&give, WIDTH, 1.0) + BETWEEN;
        let mut page = el("div").class("paper-end");
        page = page.child(english(el("h4")).text("Thank you"));
        page = page.child(english(el("p")).text(give));
        if !after.is_empty() {
            height += self.print.text(after, WIDTH, 1.0) + BETWEEN;
            page = page.child(said("p", "words", after));
        }
        (Block { height: height + size::BETWEEN, begins: false, stays: false }, page)
    }

    fn question(&self, printed: &Printed, is_tight: bool) -> El {
        let Printed { question, number, when, how, explained, go_on } = printed;
        let Self { words, pictures, .. } = *self;
        let title = match number {
            Some(number) => format!("{number}. {}", question.asks(words)),
            None => question.asks(words).to_owned(),
        };
        let picture = picture::large(pictures, &question.picture, &question.picture_alt);
        let hint =
            (!question.hint.is_empty()).then(|| said("p", "words paper-hint", &question.hint));
        // Paper has nothing to play.
        let played = (!question.media_words.is_empty())
            .then(|| said("p", "words paper-hint", &question.media_words));
        let framed = |text: &String| english(el("p").class("paper-when")).text(text.clone());
        let text = el("div").child(said("h4", "", &title)).children(played).children(hint);
        let explained = explained.iter().map(|meaning| {
            let word = el("strong").text(meaning.word.clone());
            el("p").attr("dir", "auto").child(word).text([": ", &*meaning.text].concat())
        });
        let how = how.as_ref().map(|(how, is_english)| match is_english {
            true => english(el("p").class("paper-hint")).text(how.clone()),
            false => said("p", "paper-hint", how),
        });
        let class = if is_tight { "paper-question tight" } else { "paper-question" };
        el("div")
            .class(class)
            .id(id_of(question.id))
            .children(when.iter().map(framed))
            .child(el("div").class("paper-asks").children(picture).child(text))
            .children(explained)
            .children(how)
            .children(answers::answers(question, words, pictures))
            .children(
                go_on
                    .iter()
                    .map(|text| english(el("p").class("paper-go-on")).text(["→ ", text].concat())),
            )
    }
}

/// Marks words of ours as English, whatever the survey is in.
fn english(element: El) -> El {
    element.attr("lang", "en").attr("dir", "ltr")
}

fn said(tag: &'static str, class: &'static str, text: &str) -> El {
    el(tag).class(class).attr("dir", "auto").text(text.to_owned())
}
