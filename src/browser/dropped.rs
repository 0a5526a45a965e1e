//! What a person dropped, with folders: all files in them, however deep. An event goes in, files come out.
//!
//! Browsers hand folders out by an old interface that all of them have (`webkitGetAsEntry`), a hundred entries at a
//! time, and only while the event lasts: so what was dropped is noted at once, and read after that. Its few names are
//! asked for as text.

use super::file::{self, Given};
use super::wait::within;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

/// Most files of one drop.
const MOST_FILES: usize = 20_000;
/// Milliseconds to list a part of a folder in.
const PATIENCE: i32 = 60_000;

/// What was dropped, not yet looked into.
#[derive(Debug)]
pub struct Dropped {
    files: Vec<Given>,
    folders: Vec<Entry>,
}

/// The files of a drop.
#[derive(Debug, Default)]
pub struct Walked {
    /// All that can be read.
    pub files: Vec<Given>,
    /// The names of files and folders that the browser could not open, and of those that are too many.
    pub unread: Vec<String>,
}

/// A file or a folder, as the browser hands it out.
#[derive(Debug)]
struct Entry(JsValue);

/// Notes what was dropped. To be called while the event lasts.
pub fn dropped(event: &impl AsRef<JsValue>) -> Dropped {
    let all = file::given(event);
    let items = get(event.as_ref(), "dataTransfer").and_then(|transfer| get(&transfer, "items"));
    let length = items.as_ref().and_then(|items| get(items, "length")?.as_f64()).unwrap_or(0.0);
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for place in 0..length as u32 {
        let item = items.as_ref().and_then(|items| Reflect::get_u32(items, place).ok());
        let Some(item) = item else { continue };
        let entry = call(&item, "webkitGetAsEntry", &[]).map(Entry);
        match entry.filter(Entry::is_folder) {
            Some(folder) => folders.push(folder),
            None => {
                let file = call(&item, "getAsFile", &[]).and_then(|file| file.dyn_into().ok());
                files.extend(file.map(Given));
            }
        }
    }
    // A folder is among the files too, as one that can't be read.
    if folders.is_empty() { Dropped { files: all, folders } } else { Dropped { files, folders } }
}

impl Dropped {
    /// All files, with those in folders.
    pub async fn walk(self) -> Walked {
        let mut walked = Walked { files: self.files, unread: Vec::new() };
        let mut todo = self.folders;
        while let Some(entry) = todo.pop() {
            if walked.files.len() >= MOST_FILES {
                walked.unread.push(entry.name());
            } else if entry.is_folder() {
                let (mut inside, is_all) = entry.entries().await;
                if !is_all {
                    walked.unread.push(entry.name());
                }
                // The last is taken first.
                inside.reverse();
                todo.append(&mut inside);
            } else {
                match entry.open().await {
                    Some(file) => walked.files.push(Given(file)),
                    None => walked.unread.push(entry.name()),
                }
            }
        }
        walked
    }
}

impl Entry {
    fn name(&self) -> String {
        get(&self.0, "name").and_then(|name| name.as_string()).unwrap_or_default()
    }

    fn is_folder(&self) -> bool {
        get(&self.0, "isDirectory").is_some_and(|is_folder| is_folder.is_truthy())
    }

    /// What is in a folder, and whether that is all of it.
    async fn entries(&self) -> (Vec<Entry>, bool) {
        let mut all = Vec::new();
        let Some(reader) = call(&self.0, "createReader", &[]) else { return (all, false) };
        loop {
            // A reader gives some at each call, and none once there are no more.
            let Some(some) = answered(&reader, "readEntries").await else { return (all, false) };
            let some = Array::from(&some);
            if some.length() == 0 {
                return (all, true);
            }
            all.extend(some.iter().map(Entry));
        }
    }

    async fn open(&self) -> Option<File> {
        answered(&self.0, "file").await?.dyn_into().ok()
    }
}

fn get(from: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(from, &name.into()).ok()?;
    (!value.is_null() && !value.is_undefined()).then_some(value)
}

fn call(on: &JsValue, name: &str, with: &[&JsValue]) -> Option<JsValue> {
    let function: Function = get(on, name)?.dyn_into().ok()?;
    let with: Array = with.iter().map(|value| (*value).clone()).collect();
    let value = function.apply(on, &with).ok()?;
    (!value.is_null()).then_some(value)
}

/// What a function answers that takes two others, for an answer and for an error.
async fn answered(on: &JsValue, name: &str) -> Option<JsValue> {
    let answer = Promise::new(&mut |resolve, reject| {
        call(on, name, &[&resolve, &reject]);
    });
    within(PATIENCE, &answer).await.ok()
}
