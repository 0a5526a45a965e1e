//! The script for R: base R only, so that nothing has to be installed.

use super::WARNING;
use super::field::{Field, Holds};
use crate::model::dataset::Missing;
use core::fmt::Write;

/// `answers.R`.
pub fn script(fields: &[Field]) -> String {
    let mut text = format!(
        "# {WARNING}\n\
         # Set the working directory to this folder, then run all of it.\n\
         # \"answers\" holds the answers with their labels. \"reasons\" says why there is no answer.\n\n\
         answers <- read.csv(\"answers.csv\", colClasses = \"character\", na.strings = character(0),\n  \
         check.names = FALSE, encoding = \"UTF-8\")\n\
         missing_codes <- c({})\n\
         reasons <- answers\n\
         reasons[] <- lapply(answers, function(x) names(missing_codes)[match(x, missing_codes)])\n\
         answers[] <- lapply(answers, function(x) {{ x[x == \"\" | x %in% missing_codes] <- NA; x }})\n\n",
        Missing::ALL
            .map(|why| format!("{} = {}", quoted(why.label()), quoted(why.code())))
            .join(", ")
    );
    for field in fields {
        let column = format!("answers[[{}]]", quoted(&field.name));
        // Text can't fail to take more.
        let _ = match field.holds {
            _ if !field.codes.is_empty() => {
                let list = |part: fn(&(usize, String)) -> String| {
                    field.codes.iter().map(part).collect::<Vec<_>>().join(", ")
                };
                let levels = list(|(code, _)| quoted(&code.to_string()));
                // Two codes may say the same: R would make one of them.
                let labels = list(|(_, label)| quoted(label));
                let order = if field.is_ordered { ", ordered = TRUE" } else { "" };
                writeln!(
                    text,
                    "{column} <- factor({column}, levels = c({levels}),\n  labels = make.unique(c({labels})){order})"
                )
            }
            Holds::Whole => writeln!(text, "{column} <- as.integer({column})"),
            Holds::Number => writeln!(text, "{column} <- as.numeric({column})"),
            Holds::Day => writeln!(text, "{column} <- as.Date({column})"),
            Holds::Moment => {
                writeln!(text, "{column} <- as.POSIXct({column}, format = \"%Y-%m-%dT%H:%M:%S\")")
            }
            Holds::Text | Holds::Month => Ok(()),
        };
        let _ = writeln!(text, "attr({column}, \"label\") <- {}", quoted(&field.label));
    }
    text
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}
