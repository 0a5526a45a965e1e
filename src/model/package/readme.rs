//! What a person reads first: what is in the zip, and how programs open it.

use super::{About, WARNING};
use crate::model::dataset::Missing;

/// `README.txt`.
pub fn readme(about: &About) -> String {
    let nothing = || {
        ["\"\"".to_owned()].into_iter().chain(Missing::ALL.map(|why| format!("\"{}\"", why.code())))
    };
    let list = nothing().collect::<Vec<_>>().join(", ");
    let single = list.replace('"', "'");
    let reasons: String =
        Missing::ALL.map(|why| format!("  {}  {}\n", why.code(), why.label())).concat();
    let lines: String =
        about.lines.iter().map(|(what, text)| format!("{what}: {text}\n")).collect();
    format!(
        "{WARNING}\n\n{title}\n{lines}\n\
WHAT IS IN HERE

answers.csv                The answers, a row for each response, in codes. UTF-8.
codebook.csv               What each column and each code means, in the words of each version.
datapackage.json           The same for programs: a Data Package, version 2 (datapackage.org).
answers.csv-metadata.json  The same as CSV on the Web (W3C).
answers.R                  Opens and labels the answers in R.
answers.sps                Opens and labels the answers in SPSS or PSPP.
answers-for-spss.csv       The same answers with no line breaks in written answers, as SPSS wants them.
answers.do                 Opens and labels the answers in Stata.

WHERE THERE IS NO ANSWER

A cell says why. An empty cell means that the version did not offer the choice, or that nothing was written.
{reasons}
HOW TO OPEN IT

DuckDB:
  SELECT * FROM read_csv('answers.csv', header = true, nullstr = [{single}]);

pandas:
  import pandas
  answers = pandas.read_csv(\"answers.csv\", keep_default_na=False, na_values=[{list}])

Spark, for more than fits on one computer:
  answers = (spark.read.option(\"header\", True).option(\"multiLine\", True)
             .option(\"quote\", '\"').option(\"escape\", '\"').csv(\"answers.csv\"))
  answers = answers.replace([{list}], None)

Check the package:
  pip install frictionless
  frictionless validate datapackage.json
",
        title = about.title,
    )
}
