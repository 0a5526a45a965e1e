//! Lines of a label, a sentence and its document, and how well numbers tell two labels apart.

use ask_together::model::easy_read::Known;

/// A sentence that somebody published.
pub struct Line {
    /// "easy" or "standard".
    pub label: String,
    pub sentence: String,
    /// Empty where the file does not say.
    pub document: String,
}

/// What each line's document explains: as the words of a survey are known in all of it.
pub fn known(lines: &[Line]) -> Vec<Known> {
    let of = |document: &str| {
        let own = lines.iter().filter(|line| !document.is_empty() && line.document == document);
        Known::of_texts(own.map(|line| line.sentence.as_str()))
    };
    lines.iter().map(|line| of(&line.document)).collect()
}

/// Reads every line. The error says which line is wrong, and how.
pub fn read(text: &str) -> Result<Vec<Line>, String> {
    let mut lines = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        if line.trim().is_empty() {
            continue;
        }
        let mut parts = line.split('\t').map(|part| part.trim().to_owned());
        let (label, sentence) =
            (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if label.is_empty() || sentence.is_empty() {
            return Err(format!("line {number}: expected a label, a tab and a sentence"));
        }
        lines.push(Line { label, sentence, document: parts.next().unwrap_or_default() });
    }
    if lines.is_empty() {
        return Err("line 1: there is no sentence in it".into());
    }
    Ok(lines)
}

/// The labels, in the order they come.
pub fn labels(lines: &[Line]) -> Vec<&str> {
    first_seen(lines.iter().map(|line| line.label.as_str()))
}

/// The documents, in the order they come.
pub fn documents(lines: &[Line]) -> Vec<&str> {
    first_seen(lines.iter().map(|line| line.document.as_str()))
}

/// Each once, in the order they come.
pub fn first_seen<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = Vec::new();
    for one in all {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    seen
}

/// How often the sum of a sentence of the second label is above one of the first: 0.5 is chance, 1 is always.
pub fn auc(sums: &[(f64, bool)]) -> f64 {
    let of =
        |hard: bool| sums.iter().filter(move |(_, is_hard)| *is_hard == hard).map(|(sum, _)| *sum);
    let mut above = 0.0;
    let mut pairs = 0.0;
    for hard in of(true) {
        for easy in of(false) {
            pairs += 1.0;
            above += if hard > easy {
                1.0
            } else if hard < easy {
                0.0
            } else {
                0.5
            };
        }
    }
    above / pairs
}

/// How well the sums tell sentences, questions and documents of two labels apart.
pub fn tell_apart(lines: &[Line], sums: &[f64]) {
    let labels = labels(lines);
    let [easy, _] = labels[..] else {
        return;
    };
    let both = || lines.iter().zip(sums).map(|(line, sum)| (line, (*sum, line.label != easy)));
    let all: Vec<(f64, bool)> = both().map(|(_, pair)| pair).collect();
    let asks = |line: &Line| line.sentence.ends_with('?');
    let questions: Vec<(f64, bool)> =
        both().filter(|(line, _)| asks(line)).map(|(_, pair)| pair).collect();
    println!("AUC of sentences {:.3}, of questions {:.3}", auc(&all), auc(&questions));
    let documents = documents(lines);
    if documents.len() > 2 {
        let mean = |document: &&str| {
            let own: Vec<(f64, bool)> = both()
                .filter(|(line, _)| line.document == *document)
                .map(|(_, pair)| pair)
                .collect();
            (own.iter().map(|(sum, _)| sum).sum::<f64>() / own.len() as f64, own[0].1)
        };
        let means: Vec<(f64, bool)> = documents.iter().map(mean).collect();
        println!("AUC of {} documents {:.3}", documents.len(), auc(&means));
    }
}
