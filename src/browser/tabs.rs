//! What the tabs of one browser tell each other: which records one of them has just changed.
//!
//! Absent: what was changed in them. Each tab reads that itself.

use super::Failed;
use super::folder::full;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A way to the other tabs that listen to the same name.
#[derive(Clone, Debug)]
pub struct Tabs(BroadcastChannel);

impl Tabs {
    /// Joins, and from then on calls back with each line that another tab tells.
    pub fn join(name: &str, mut call: impl FnMut(String) + 'static) -> Result<Self, Failed> {
        let channel = BroadcastChannel::new(&full(name))?;
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(line) = event.data().as_string() {
                call(line);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
        Ok(Self(channel))
    }

    /// Tells the other tabs. One that can't be told reads the change when it next looks.
    pub fn tell(&self, line: &str) {
        let _ = self.0.post_message(&line.into());
    }
}
