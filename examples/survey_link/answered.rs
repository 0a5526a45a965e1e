//! Surveys that many people have answered, for `cargo xtask bench open-sealed`, `csv-export` and `results-open`: as a
//! browser keeps them, or sealed as they come. And how long this machine takes, with no browser, to open what is sealed.
//!
//! What each answers is drawn from a number that is always the same, so two runs measure the same. The first line is
//! JSON about the survey; each further line is one answer.

use ask_together::model::answer::Answer;
use ask_together::model::draft::Draft;
use ask_together::model::id::{ResponseId, SurveyId};
use ask_together::model::inbox::taking::{BATCH, Keep, Origin};
use ask_together::model::inbox::{By, Inbox, Known, Received, Store, Waiting};
use ask_together::model::link::{self, Gathered};
use ask_together::model::path::Path;
use ask_together::model::records;
use ask_together::model::response::{Answers, Asked, Progress, Response};
use ask_together::model::seal::{self, SealedResponse, SecretKey};
use ask_together::model::standard::YES;
use ask_together::model::survey::{Kind, Question, Survey};
use ask_together::model::wire;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufWriter, Read, Write};
use std::time::Instant;

/// When the first of them came in.
const FIRST: u64 = 1_790_000_000_000;

/// Prints the survey, and `count` answers as the browser keeps them, each with a tab and what it says for the peers.
pub fn kept(draft: &Draft, count: usize) {
    let (survey, key) = published(draft);
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "{}", about(draft, &survey, &key)).expect("a pipe");
    for (at, response) in (FIRST..).step_by(997).zip(responses(&survey, count)) {
        let peer = says(&survey, &response.answers);
        let name = format!("answer/{}/{}", survey.id, response.id);
        let text = wire::to_text(&Received { at, by: By::File, response });
        writeln!(out, "{name}\t{text}\t{peer}").expect("a pipe");
    }
}

/// Prints the survey, and `count` sealed answers, each as a link.
pub fn sealed(draft: &Draft, count: usize) {
    let (survey, key) = published(draft);
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "{}", about(draft, &survey, &key)).expect("a pipe");
    for (number, response) in (1u64..).zip(responses(&survey, count)) {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&number.to_be_bytes());
        let sealed = seal::seal(&response.to_plain(), &survey, seed).expect("the key is a key");
        writeln!(out, "#{}", link::answer_fragment(&sealed)).expect("a pipe");
    }
}

/// Reads sealed answers and opens all of them, as the app does, and prints how many milliseconds that takes.
pub fn opened(draft: &Draft) {
    let (survey, key) = published(draft);
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).expect("answers");
    let begun = Instant::now();
    let mut gathered = Gathered::default();
    gathered.add(&text);
    let found = gathered.finish();
    let of = found.len();
    let known = Known { keys: vec![key], has_unread_key: false, versions: vec![survey.clone()] };
    let shelf = Shelf { known, kept: RefCell::default() };
    let mut inbox = Inbox::over(&shelf);
    let (mut new, mut done, mut found) = (0, 0, found.into_iter());
    while done < of {
        let some: Vec<_> = found.by_ref().take(BATCH).collect();
        let origin = Origin { name: "", by: By::File, at: FIRST, of };
        let count = some.len();
        let batch = inbox.take_batch(some, (origin, done + 1), &BTreeSet::new());
        new += batch.kept(Some(survey.id)).new;
        done += count;
    }
    println!("{} {new}", begun.elapsed().as_secs_f64() * 1_000.0);
}

fn published(draft: &Draft) -> (Survey, SecretKey) {
    let (secret, public) = seal::key_pair(&[0; 32]);
    (draft.publish(1, public).expect("an example has no problems"), secret)
}

/// The records of the survey, and its form for the peers.
fn about(draft: &Draft, survey: &Survey, key: &SecretKey) -> Value {
    let (id, key) = (survey.id, wire::to_text(key));
    let print = records::print(&key);
    json!({
        "id": id.to_string(),
        "records": [
            [format!("draft/{id}"), wire::to_text(draft)],
            [format!("key/{id}/{print}"), key],
            [format!("survey/{id}/{}", survey.edition), wire::to_text(survey)],
        ],
        "form": { "elements": survey.questions.iter().filter_map(element).collect::<Vec<_>>() },
    })
}

/// A question as SurveyJS has it. Its name is its place in the list of all.
fn element(question: &Question) -> Option<Value> {
    let kind = match question.kind {
        kind if kind.picks_one() => "radiogroup",
        kind if kind.picks_many() => "checkbox",
        Kind::Ranking => "ranking",
        kind if kind.is_typed() => "comment",
        _ => return None,
    };
    let choice = |(at, text): (usize, &str)| json!({ "value": at, "text": text });
    let choices =
        question.choices.iter().map(|choice| choice.says(question.kind, &words()).to_owned());
    let choices: Vec<String> = choices.collect();
    let choices: Vec<Value> = choices.iter().map(String::as_str).enumerate().map(choice).collect();
    Some(
        json!({ "type": kind, "name": name(question), "title": question.text, "choices": choices }),
    )
}

fn words() -> ask_together::model::words::Words {
    ask_together::model::words::Words::english()
}

fn name(question: &Question) -> String {
    format!("q{}", question.id.0.number)
}

/// The same answers as SurveyJS has them.
fn says(survey: &Survey, answers: &Answers) -> Value {
    let mut all = serde_json::Map::new();
    for (asked, answer) in answers.iter() {
        let Some(question) = survey.questions.iter().find(|q| q.id == asked.question) else {
            continue;
        };
        let place = |id| question.choices.iter().position(|choice| choice.id == id);
        let says = match answer {
            Answer::OneChoice(id) => json!(place(*id)),
            Answer::ManyChoices(ids) | Answer::Ranked(ids) => {
                json!(ids.iter().filter_map(|id| place(*id)).collect::<Vec<_>>())
            }
            Answer::Text(text) => json!(text),
            _ => continue,
        };
        all.insert(name(question), says);
    }
    all.into()
}

/// What so many people say.
fn responses(survey: &Survey, count: usize) -> impl Iterator<Item = Response> {
    let mut drawn = Drawn(0x9e37_79b9_7f4a_7c15);
    (0..count).map(move |_| {
        let mut progress = Progress::new(ResponseId(drawn.next()));
        // Questions may come up by what was said to those before them.
        for _ in 0..2 {
            let path = Path::of(survey, &progress.answers);
            for step in &path.steps {
                let question = &survey.questions[step.place];
                let asked = Asked { question: question.id, round: step.round };
                if progress.answers.get(asked).is_none() {
                    progress.answers.set(asked, answer(question, &mut drawn));
                }
            }
        }
        progress.finish(survey).expect("all of them take part")
    })
}

fn answer(question: &Question, drawn: &mut Drawn) -> Option<Answer> {
    let choices = &question.choices;
    if question.kind == Kind::Consent {
        return Some(Answer::OneChoice(YES));
    }
    if drawn.below(12) == 0 {
        return None;
    }
    match question.kind {
        kind if kind.picks_one() => {
            // The first are picked more often than the last.
            let most = 1 + drawn.below(choices.len());
            Some(Answer::OneChoice(choices[drawn.below(most)].id))
        }
        kind if kind.picks_many() => {
            let ticked = choices.iter().filter(|choice| !choice.alone && drawn.below(3) == 0);
            Some(Answer::ManyChoices(ticked.map(|choice| choice.id).collect()))
        }
        Kind::Ranking => Some(Answer::Ranked(choices.iter().map(|choice| choice.id).collect())),
        Kind::Number => Some(Answer::Text(drawn.below(100).to_string())),
        Kind::ShortText | Kind::LongText => {
            let words = question.text.split_whitespace().collect::<Vec<_>>();
            let some = 3 + drawn.below(9);
            let text: Vec<&str> = (0..some).map(|_| words[drawn.below(words.len())]).collect();
            Some(Answer::Text(text.join(" ")))
        }
        _ => None,
    }
}

/// Numbers that look drawn, and are always the same (xorshift64*).
struct Drawn(u64);

impl Drawn {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() >> 33) as usize % most.max(1)
    }
}

/// What is known and kept, in memory.
struct Shelf {
    known: Known,
    kept: RefCell<BTreeMap<ResponseId, String>>,
}

impl Store for &Shelf {
    fn known(&self, _: SurveyId) -> Option<Known> {
        Some(self.known.clone())
    }

    fn held(&self, _: SurveyId, response: ResponseId) -> Option<Received> {
        wire::from_text(self.kept.borrow().get(&response)?).ok()
    }

    fn is_withdrawn(&self, _: SurveyId, _: ResponseId) -> bool {
        false
    }

    fn is_removed(&self, _: SurveyId, _: ResponseId) -> bool {
        false
    }

    fn is_waiting(&self, _: &SealedResponse) -> bool {
        false
    }

    fn count_waiting(&self, _: SurveyId) -> usize {
        0
    }
}

impl Keep for &Shelf {
    fn keep(&self, received: &Received) -> String {
        let id = received.response.id;
        self.kept.borrow_mut().insert(id, wire::to_text(received));
        id.to_string()
    }

    fn keep_waiting(&self, _: &Waiting) -> String {
        String::new()
    }

    fn forget_waiting(&self, _: &SealedResponse) {}
}
