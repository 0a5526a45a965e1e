//! Files: saving one, and reading those that a person chose or dropped.

use super::wait::within;
use super::{Failed, window};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, DataTransfer, File, FileList, HtmlAnchorElement, Url};

/// Milliseconds to read a file in. One may still have to come from somebody's cloud.
const PATIENCE: i32 = 60_000;

/// How many bytes of a file are read at once: more would hold up the page.
const PART: usize = 4 * 1024 * 1024;

/// A file that a person gave, not yet read.
#[derive(Clone, Debug)]
pub struct Given(pub(super) File);

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Larger than the cap.
    TooLarge,
    /// The browser could not read it.
    Failed,
}

/// A file that is made part by part. The browser holds what is in it already.
#[derive(Debug, Default)]
pub struct Parts(Array);

impl Parts {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds these bytes at the end.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.push(&Uint8Array::from(bytes));
    }

    /// Has the browser save it, where it saves downloads.
    pub fn save(self, name: &str, mime: &str) -> Result<(), Failed> {
        save_at(&address_of_parts(&self.0, mime)?, name)
    }
}

/// Has the browser save bytes as a file, where it saves downloads.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), Failed> {
    save_at(&address_of(bytes, mime)?, name)
}

fn save_at(address: &str, name: &str) -> Result<(), Failed> {
    let address = address.to_owned();
    let document = window().document().ok_or_else(|| Failed("no document".into()))?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken hold of the file by the time the next task runs.
    let forget = wasm_bindgen::prelude::Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), 60_000)?;
    Ok(())
}

/// An address for these bytes, such as an `img` shows. It holds for as long as the page is open.
pub fn address_of(bytes: &[u8], mime: &str) -> Result<String, Failed> {
    address_of_parts(&Array::of1(&Uint8Array::from(bytes)), mime)
}

/// These bytes as the browser holds them.
pub(super) fn blob(bytes: &[u8], mime: &str) -> Result<Blob, JsValue> {
    blob_of_parts(&Array::of1(&Uint8Array::from(bytes)), mime)
}

fn blob_of_parts(parts: &Array, mime: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_u8_array_sequence_and_options(parts, &options)
}

fn address_of_parts(parts: &Array, mime: &str) -> Result<String, Failed> {
    Ok(Url::create_object_url_with_blob(&blob_of_parts(parts, mime)?)?)
}

/// The files that a person chose in a file field, dropped or pasted. A file field is emptied, so that
/// the same file can be chosen again.
pub fn given(event: &impl AsRef<JsValue>) -> Vec<Given> {
    let event = event.as_ref();
    let get = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &name.into()).ok();
    let transfer = |name| get(event, name).and_then(|d| d.dyn_into::<DataTransfer>().ok());
    let dropped = transfer("dataTransfer").or_else(|| transfer("clipboardData"));
    let list: Option<FileList> = match dropped {
        Some(transfer) => transfer.files(),
        None => get(event, "target").and_then(|t| get(&t, "files")).and_then(|f| f.dyn_into().ok()),
    };
    let Some(list) = list else { return Vec::new() };
    let files = (0..list.length()).filter_map(|place| list.get(place)).map(Given).collect();
    if let Some(field) =
        get(event, "target").and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok())
        && field.type_() == "file"
    {
        field.set_value("");
    }
    files
}

/// Lets files be dropped here: a browser would open them in place of the page.
pub fn allow_drop(event: &impl AsRef<JsValue>) {
    if let Some(event) = event.as_ref().dyn_ref::<web_sys::Event>() {
        event.prevent_default();
    }
}

impl Given {
    /// What the person calls it.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// When it was saved, in milliseconds since 1970.
    pub fn saved_at(&self) -> u64 {
        self.0.last_modified() as u64
    }

    /// Its bytes, unless they are more than `most`.
    pub async fn bytes(&self, most: usize) -> Result<Vec<u8>, Unread> {
        if self.0.size() > most as f64 {
            return Err(Unread::TooLarge);
        }
        let (mut all, size) = (Vec::new(), self.0.size() as usize);
        // Where there is no memory for it, that is told: to run out of it would end the page.
        all.try_reserve_exact(size).map_err(|_| Unread::TooLarge)?;
        if size <= PART {
            self.read(&self.0, &mut all).await?;
        }
        for start in (0..size).step_by(PART).filter(|_| size > PART) {
            let end = size.min(start + PART);
            let part = self.0.slice_with_f64_and_f64(start as f64, end as f64);
            self.read(&part.map_err(|_| Unread::Failed)?, &mut all).await?;
        }
        Ok(all)
    }

    async fn read(&self, part: &Blob, all: &mut Vec<u8>) -> Result<(), Unread> {
        let bytes = within(PATIENCE, &part.array_buffer()).await.map_err(|_| Unread::Failed)?;
        all.extend(Uint8Array::new(&bytes).to_vec());
        Ok(())
    }

    /// Its text, unless it is more than `most` bytes. Bytes that are no UTF-8 become `�`.
    pub async fn text(&self, most: usize) -> Result<String, Unread> {
        if self.0.size() > most as f64 {
            return Err(Unread::TooLarge);
        }
        let text = within(PATIENCE, &self.0.text()).await.map_err(|_| Unread::Failed)?;
        text.as_string().ok_or(Unread::Failed)
    }
}
