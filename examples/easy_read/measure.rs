//! What the advice says of sentences: how many it flags, by label, by rule and by document.

use crate::lines::{Line, documents, known, labels, tell_apart};
use ask_together::model::easy_read::{self, Finding, Known, Rule, Severity};

/// The highest sum of the sentences of a line.
fn sum(line: &Line, known: &Known) -> f64 {
    easy_read::sums(&line.sentence, known).into_iter().fold(f64::MIN, f64::max)
}

/// Prints it.
pub fn measure(lines: &[Line], explain: bool) {
    let labels = labels(lines);
    let place = |line: &Line| labels.iter().position(|label| *label == line.label).unwrap_or(0);
    let known = known(lines);
    let both = || lines.iter().zip(&known);
    let found: Vec<Vec<Finding>> =
        both().map(|(line, known)| easy_read::in_text_knowing(&line.sentence, known)).collect();
    let matters = |finding: &Finding| finding.severity > Severity::Note;
    let is_flagged: Vec<bool> = found.iter().map(|found| found.iter().any(matters)).collect();
    let sums: Vec<f64> = both().map(|(line, known)| sum(line, known)).collect();
    if explain {
        for ((line, found), (flagged, sum)) in
            lines.iter().zip(&found).zip(is_flagged.iter().zip(&sums))
        {
            let sign = if *flagged { "!" } else { " " };
            println!("{sign} {:.2} {}: {}", sum, line.label, line.sentence);
            for finding in found {
                let words = line.sentence.get(finding.at.clone()).unwrap_or_default();
                let (severity, name, adds) = (finding.severity, finding.rule.name(), finding.adds);
                println!("    {severity:?} +{adds} {name}: “{words}”. {}", finding.why);
                for remedy in &finding.remedies {
                    println!("        [{}] {:?}", remedy.label, remedy.does);
                }
            }
        }
    }
    for rule in Rule::ALL {
        let of_label = |label: usize, flagged: bool| {
            let own = lines.iter().zip(&found).filter(|(line, _)| place(line) == label);
            own.flat_map(|(_, found)| found)
                .filter(|f| f.rule == rule && matters(f) == flagged)
                .count()
        };
        let counts: Vec<(usize, usize)> = (0..labels.len())
            .map(|label| (of_label(label, true), of_label(label, false)))
            .collect();
        if counts.iter().any(|(flagged, notes)| flagged + notes > 0) {
            let say = |(label, (flagged, notes)): (&&str, &(usize, usize))| {
                format!("{label} {flagged} (and {notes} notes)")
            };
            let said: Vec<String> = labels.iter().zip(&counts).map(say).collect();
            println!("{}: {}", rule.name(), said.join(", "));
        }
    }
    let flagged = |of: &dyn Fn(&Line) -> bool| {
        let own = || lines.iter().zip(&is_flagged).filter(|(line, _)| of(line));
        (own().filter(|(_, flagged)| **flagged).count(), own().count())
    };
    let documents = documents(lines);
    if documents.len() > 1 {
        for document in documents {
            let own = |line: &Line| line.document == document;
            let label = lines.iter().find(|line| own(line)).map_or("", |line| line.label.as_str());
            let (flagged, of) = flagged(&own);
            println!("document {label}\t{flagged}\t{of}\t{document}");
        }
    }
    tell_apart(lines, &sums);
    for label in labels {
        let (flagged, of) = flagged(&|line| line.label == label);
        println!("easy-read {label} flagged={flagged} of={of}");
    }
}
