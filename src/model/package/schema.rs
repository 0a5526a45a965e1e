//! What the files are, for programs: a Data Package with a Table Schema (both version 2), and CSV on the Web.

use super::field::{Field, Holds};
use super::{About, WARNING};
use crate::model::dataset::Missing;
use serde_json::{Map, Value, json};

/// `datapackage.json`. `book_heads`: the columns of the codebook.
pub fn package(about: &About, fields: &[Field], book_heads: &[&str]) -> String {
    let lines: Vec<String> =
        about.lines.iter().map(|(what, text)| format!("{what}: {text}")).collect();
    let named = |what: &str| format!("Survey: {what}");
    let book: Vec<Value> =
        book_heads.iter().map(|name| json!({ "name": name, "type": "string" })).collect();
    let resource = |name: &str, title: &str, schema: Value| {
        json!({
            "name": name,
            "title": title,
            "type": "table",
            "path": format!("{name}.csv"),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": schema,
        })
    };
    let answers = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields.iter().map(described).collect::<Vec<_>>(),
        "primaryKey": ["response"],
        "missingValues": missing_values(),
    });
    let book = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": book,
    });
    pretty(&json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "survey-answers",
        "title": named(about.title),
        "description": format!("{WARNING}\n\n{}", lines.join("\n")),
        "resources": [
            resource("answers", "The answers, a row for each response", answers),
            resource("codebook", "What each column and code means", book),
        ],
    }))
}

/// Each value that is none, with its reason.
fn missing_values() -> Vec<Value> {
    let reason = |why: Missing| json!({ "value": why.code(), "label": why.label() });
    let nothing = json!({ "value": "", "label": "Nothing here: not offered, or not written" });
    [nothing].into_iter().chain(Missing::ALL.map(reason)).collect()
}

fn described(field: &Field) -> Value {
    let mut all = Map::new();
    let mut put = |name: &str, value: Value| all.insert(name.to_owned(), value);
    put("name", json!(field.name));
    put("title", json!(field.label));
    let kind = match field.holds {
        Holds::Text => "string",
        Holds::Whole => "integer",
        Holds::Number => "number",
        Holds::Day => "date",
        Holds::Month => "yearmonth",
        Holds::Moment => "datetime",
    };
    put("type", json!(kind));
    if field.name == "response" {
        put("constraints", json!({ "required": true, "unique": true }));
    }
    if !field.codes.is_empty() {
        let code = |(code, label): &(usize, String)| json!({ "value": code, "label": label });
        put("categories", field.codes.iter().map(code).collect());
        put("categoriesOrdered", json!(field.is_ordered));
    }
    Value::Object(all)
}

/// `answers.csv-metadata.json`.
pub fn on_the_web(about: &About, fields: &[Field]) -> String {
    let nulls: Vec<&str> = [""].into_iter().chain(Missing::ALL.map(Missing::code)).collect();
    let column = |field: &Field| {
        let base = match field.holds {
            Holds::Text => "string",
            Holds::Whole => "integer",
            Holds::Number => "decimal",
            Holds::Day => "date",
            Holds::Month => "gYearMonth",
            Holds::Moment => "dateTime",
        };
        json!({
            "name": field.name,
            "titles": field.name,
            "dc:description": field.label,
            "datatype": base,
            "null": nulls,
        })
    };
    pretty(&json!({
        "@context": "http://www.w3.org/ns/csvw",
        "url": "answers.csv",
        "dc:title": about.title,
        "dc:description": WARNING,
        "dialect": { "encoding": "utf-8", "header": true, "lineTerminators": ["\r\n", "\n"] },
        "tableSchema": {
            "columns": fields.iter().map(column).collect::<Vec<_>>(),
            "primaryKey": "response",
        },
    }))
}

fn pretty(value: &Value) -> String {
    // A value in memory can always be written.
    serde_json::to_string_pretty(value).unwrap_or_default()
}
