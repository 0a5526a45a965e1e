//! The model: what a survey, a draft and an answer are, and every rule about them.
//!
//! Values and bytes come in, values and bytes go out.
//!
//! **Invariant:** nothing here knows a browser, a clock or a random number. Whoever calls gives
//! the time and the random bytes, so that every test can give them too.

pub mod advice;
pub mod alone;
pub mod answer;
pub mod carried;
pub mod chips;
pub mod codebook;
pub mod company;
pub mod compare;
pub mod copied;
pub mod csv;
pub mod cut;
pub mod dataset;
pub mod day;
pub mod deflate;
pub mod draft;
pub mod easy_read;
pub mod edit;
pub mod find;
pub mod first_page;
pub mod fixing;
pub mod given;
pub mod id;
pub mod inbox;
pub mod kept;
pub mod keys;
pub mod left;
pub mod link;
pub mod live;
pub mod meanings;
pub mod media;
pub mod own_template;
pub mod package;
pub mod paste;
pub mod path;
pub mod photo;
pub mod phrase;
pub mod picking;
pub mod pictures;
pub mod piping;
pub mod plain_text;
pub mod qr;
pub mod ready_made;
pub mod records;
pub mod response;
pub mod results;
pub mod review;
pub mod room;
pub mod routes;
pub mod seal;
pub mod sending;
pub mod shelf;
pub mod site;
pub mod slip;
pub mod standard;
pub mod steps;
pub mod suppress;
pub mod survey;
pub mod typed;
pub mod walk;
pub mod ways;
pub mod web_address;
pub mod wire;
pub mod words;
pub mod xlsx;
pub mod zip;
