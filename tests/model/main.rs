//! Native tests of the model: `cargo test --test model`. One file a subject.
//!
//! The attacks are named, one a test, as in age's testkit: a hostile link, file or packet goes
//! in, and the one error it must give is written beside it.

#![cfg(not(target_arch = "wasm32"))]

mod allocations;
mod flows;
mod make;
mod sample_changes;
mod sample_draft;
mod sample_review;
mod sample_survey;
mod samples;
mod strategies;
mod support;
mod walks;

mod again;
mod beside;
mod company;
mod copied;
mod copying;
mod draft;
mod draft_merge;
mod draft_parts;
mod draft_positions;
mod draft_properties;
mod edit;
mod find;
mod fixing;
mod moving;
mod notice;
mod publish;
mod publish_ways;
mod reach;
mod shown;

mod cut;
mod path;
mod path_properties;
mod path_sections;
mod piping;
mod routes;
mod walk;

mod alone;
mod answer;
mod apart;
mod chips;
mod day;
mod language;
mod meanings;
mod media;
mod organiser_words;
mod own_template;
mod paper;
mod photos;
mod picking;
mod pictures;
mod plain_text;
mod room;
mod sentences;
mod shelf;
mod site;
mod slip;
mod standard;
mod steps;
mod tablet;
mod typed;
mod typed_dates;
mod typing;
mod ways;
mod words;

mod attacks_on_backups;
mod attacks_on_bounds;
mod attacks_on_drafts;
mod attacks_on_edits;
mod attacks_on_links;
mod attacks_on_packets;
mod attacks_on_responses;
mod attacks_on_surveys;
mod deflate;
mod given;
mod golden;
mod hosted;
mod kept;
mod left;
mod link;
mod link_travelled;
mod live;
mod sending;
mod wire;

mod seal;
mod seal_vectors;

mod came_in;
mod change;
mod change_pages;
mod change_properties;
mod codebook;
mod compare;
mod conflicts;
mod contrast;
mod dataset;
mod history;
mod inbox;
mod inbox_taking;
mod invited;
mod judged;
mod keys;
mod mailbox;
mod missing;
mod records;
mod removing;
mod report;
mod report_files;
mod response;
mod results;
mod review;
mod review_visit;
mod review_words;
mod sound;
mod spreadsheet;
mod spreadsheet_codes;
mod spreadsheet_notes;
mod suppress;
mod written;
mod written_files;
mod written_names;
mod written_reading;
mod written_shared;

mod advice;
mod easy_read;
mod easy_read_context;
mod easy_read_properties;
mod easy_read_questions;
mod easy_read_safe;
mod equality;
mod paste;
mod paste_lists;
mod qr;
mod ready_made;
mod ready_made_templates;
