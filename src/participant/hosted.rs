//! Opening a survey that lies beside the app on its host, by the short name in the page's address.
//!
//! Which names there can be is decided in the [model](crate::model::hosted). What comes is read as any survey's
//! file is: it may be anything.

use super::app::Opened;
use super::open_file::open;
use super::words::Unopened;
use crate::browser::fetch::{self, NotFetched};
use crate::browser::page;
use crate::model::hosted;
use crate::model::link::BadLink;
use crate::model::wire::{Packet, SurveyFile};
use leptos::prelude::*;
use leptos::task::spawn_local;

const ASK: &str = "Ask the person who sent you the link.";
const NO_NAME: Unopened = Unopened::File("This link is not right.", ASK);
const NOT_THERE: Unopened =
    Unopened::File("We cannot find this survey. It may be over, or the link may be wrong.", ASK);
const NO_SURVEY: Unopened = Unopened::File("The file of this survey is not right.", ASK);
const NO_INTERNET: Unopened =
    Unopened::File("The survey did not come.", "Check your internet. Then open the link again.");
const REFUSED: Unopened = Unopened::File("The survey did not come.", "Try again later.");

/// Fetches the survey that the address names, once: not while there is a survey in the address, or after that
/// did not open.
pub fn open_named(opened: RwSignal<Opened>) {
    let is_first = opened
        .with_untracked(|opened| matches!(opened, Some(Err(Unopened::Link(BadLink::Missing)))));
    let query = page::query();
    let Some(name) = hosted::named(&query).filter(|_| is_first) else { return };
    let Some(address) = name.ok().and_then(|name| hosted::address(&name)) else {
        return opened.set(Some(Err(NO_NAME)));
    };
    spawn_local(async move {
        opened.set(None);
        let bytes = fetch::bytes(&address, SurveyFile::LARGEST).await.map_err(|why| match why {
            NotFetched::Away => NO_INTERNET,
            NotFetched::Refused => REFUSED,
            NotFetched::Missing => NOT_THERE,
            NotFetched::TooLarge => NO_SURVEY,
        });
        open(opened, bytes, NO_SURVEY).await;
    });
}
