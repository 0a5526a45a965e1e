//! Sending: the answers are sealed here, and handed over by share sheet, copy or file. Each way
//! says what happens next. The program itself sends nothing anywhere.

use super::state::Answering;
use crate::browser::share::{self, Shared};
use crate::browser::{file, page};
use crate::ui::question::HEADING;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field that holds the link, for copying by hand.
const CODE: &str = "answer-link";

/// How far the sending got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sent {
    NotYet,
    Shared,
    Copied,
    CopyByHand,
    Saved,
    Failed,
}

/// The ways to send.
#[component]
pub fn SendAnswers(state: Answering) -> impl IntoView {
    let Ok(link) = state.sealed_link() else {
        return view! {
            <h1 id=HEADING tabindex="-1">
                "Your answers can not be sent"
            </h1>
            <div class="notice bad">
                <p>"Something is wrong with this survey link. Your answers are still on this phone."</p>
                <p>"Ask the person who sent it for a new link."</p>
            </div>
        }
        .into_any();
    };
    let (title, whose) = state.survey.with_value(|s| (s.title.clone(), s.organisation.clone()));
    let revision = state.progress.with_untracked(|progress| progress.sent + 1);
    let before = revision > 1;
    let message = format!("My answers to “{title}”:\n{link}");
    let sent = RwSignal::new(Sent::NotYet);
    let done = move |how: Sent| {
        sent.set(how);
        if how != Sent::Failed {
            state.sent(revision);
        }
        page::show_soon("sent");
    };
    let kept = StoredValue::new((title, message));
    let share = move |_| {
        spawn_local(async move {
            let (title, message) = kept.get_value();
            match share::share(&title, &message).await {
                Shared::Handed => done(Sent::Shared),
                Shared::Closed => {}
                Shared::Failed => done(Sent::Failed),
            }
        });
    };
    let copy = move |_| {
        spawn_local(async move {
            let copied = share::copy(&kept.get_value().1, CODE).await;
            done(if copied { Sent::Copied } else { Sent::CopyByHand });
        });
    };
    let save = move |_| {
        let message = kept.get_value().1;
        let saved = file::save("my-answers.txt", "text/plain;charset=utf-8", message.as_bytes());
        done(if saved.is_ok() { Sent::Saved } else { Sent::Failed });
    };
    let to = if whose.is_empty() { "the person who asked you".to_owned() } else { whose };
    let share_way = share::can_share().then(|| {
        view! {
            <div class="send-way">
                <button type="button" class="button primary" on:click=share>
                    "Share my answers"
                </button>
                <p>"Pick an app, like messages or email. Then pick who to send it to."</p>
            </div>
        }
    });
    let copy_class = if share::can_share() { "button" } else { "button primary" };
    view! {
        <h1 id=HEADING tabindex="-1">
            "Send my answers"
        </h1>
        <p>
            "Your answers are locked. Only " <bdi>{to}</bdi>
            " can open them. Pick a way to send them."
        </p>
        {before.then(|| view! { <p>"You sent answers before. These will take their place."</p> })}
        {share_way}
        <div class="send-way">
            <button type="button" class=copy_class on:click=copy>
                "Copy my answers"
            </button>
            <p>"Paste them into a message or an email."</p>
        </div>
        <div class="send-way">
            <button type="button" class="button" on:click=save>
                "Save my answers as a file"
            </button>
            <p>"Then send the file, or hand it over."</p>
        </div>
        <div id="sent" role="status">
            {move || what_next(sent.get())}
        </div>
        <details prop:open=move || sent.get() == Sent::CopyByHand>
            <summary>"Copy it by hand"</summary>
            <label for=CODE>"Your locked answers"</label>
            <textarea class="code" id=CODE readonly rows="5" dir="ltr">
                {kept.get_value().1}
            </textarea>
        </details>
        <div class="steps">
            <button type="button" class="button" on:click=move |_| state.back()>
                "Back"
            </button>
        </div>
    }
    .into_any()
}

/// What happened, and what happens next.
fn what_next(sent: Sent) -> Option<impl IntoView> {
    let (class, what, next) = match sent {
        Sent::NotYet => return None,
        Sent::Shared => (
            "notice good",
            "Your answers went to the app you picked.",
            "Make sure you press send there. Then you are done. Thank you.",
        ),
        Sent::Copied => (
            "notice good",
            "Your answers are copied.",
            "Now open a message or an email to the person who asked you. Paste, and press send.",
        ),
        Sent::CopyByHand => (
            "notice",
            "This phone did not let us copy.",
            "The words below are marked. Copy them. Then paste them into a message.",
        ),
        Sent::Saved => (
            "notice good",
            "Your answers are saved. The file is called my-answers.txt.",
            "Send the file to the person who asked you. Or ask someone to help you.",
        ),
        Sent::Failed => (
            "notice bad",
            "That did not work. Your answers are still on this phone.",
            "Please try another way.",
        ),
    };
    Some(view! {
        <div class=class>
            <p>
                <strong>{what}</strong>
            </p>
            <p>{next}</p>
        </div>
    })
}
