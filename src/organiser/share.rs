//! The survey link and the ways to hand it out: copy, share sheet, QR code.
//!
//! The survey itself travels in the link, behind `#`, which no host ever sees.

use super::languages::unwritten;
use super::screen::{Part, Screen};
use super::state::{Desk, HEADING};
use crate::browser::share::{self, Shared};
use crate::browser::{deflate, file, page};
use crate::model::id::SurveyId;
use crate::model::survey::Survey;
use crate::model::wire::Packet;
use crate::model::{link, qr};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The field that holds the link.
const LINK: &str = "survey-link";

/// Past this many characters, some apps cut a link: measured by nobody, feared by all. Advice,
/// not a limit.
const LONG_LINK: usize = 4_000;

/// The share screen.
#[component]
pub fn Share(desk: Desk, id: SurveyId) -> impl IntoView {
    let link = RwSignal::new(None::<Result<String, ()>>);
    Effect::new(move |_| {
        let Some(survey) = desk.versions.with(|versions| versions.last().cloned()) else { return };
        spawn_local(async move { link.set(Some(survey_link(&survey).await)) });
    });
    let version = move || desk.versions.with(|versions| versions.last().map(|s| s.version));
    let edit = move |_| desk.go(Screen::Survey(id, Part::Questions));
    let changed = move || {
        desk.versions.with(|versions| {
            versions.last().is_some_and(|last| {
                let now = desk.draft.with(|draft| draft.publish(last.version, last.key));
                now.as_ref() != Ok(last)
            })
        })
    };
    view! {
        <main class="column">
            <h1 id=HEADING tabindex="-1">
                "Share your survey"
            </h1>
            <Unwritten desk id />
            <Show
                when=move || version().is_some()
                fallback=move || {
                    view! {
                        <div class="card empty">
                            <h2>"Publish first"</h2>
                            <p>"Your survey has no link yet. Go to Questions. Then press Publish."</p>
                            <div class="button-row">
                                <button type="button" class="button primary" on:click=edit>
                                    "Go to Questions"
                                </button>
                            </div>
                        </div>
                    }
                }
            >
                <p>
                    {move || {
                        format!(
                            "Version {} is published. Send this link to the people you want to ask.",
                            version().unwrap_or_default(),
                        )
                    }}
                </p>
                <Show when=changed>
                    <div class="notice with-action">
                        <p>
                            <strong>"You changed the survey after you published it. "</strong>
                            "This link still shows the older words. Publish again to get a new link."
                        </p>
                        <button type="button" class="button" on:click=move |_| desk.publish()>
                            "Publish again"
                        </button>
                    </div>
                </Show>
                {move || match link.get() {
                    None => view! { <p role="status">"Making the link…"</p> }.into_any(),
                    Some(Ok(link)) => view! { <Ways desk link /> }.into_any(),
                    Some(Err(())) => {
                        view! {
                            <div class="notice bad">
                                <p>"This browser is too old to make the link. Use a newer one. Save a copy of your work, and open it there."</p>
                            </div>
                        }
                            .into_any()
                    }
                }}
            </Show>
        </main>
    }
}

/// Which languages are not finished. Soft: a survey may go out so.
#[component]
fn Unwritten(desk: Desk, id: SurveyId) -> impl IntoView {
    let lines = Memo::new(move |_| unwritten(desk));
    let write = move |_| desk.go(Screen::Survey(id, Part::Languages));
    let line = |text: String| view! { <li>{text}</li> };
    view! {
        <Show when=move || !lines.with(Vec::is_empty)>
            <div class="notice with-action">
                <ul role="list">{move || lines.get().into_iter().map(line).collect_view()}</ul>
                <button type="button" class="button" on:click=write>
                    "Go to Languages"
                </button>
            </div>
        </Show>
    }
}

/// The address of the participant's page with the survey in it.
async fn survey_link(survey: &Survey) -> Result<String, ()> {
    let deflated = deflate::deflate(&survey.to_packet()).await.map_err(|_| ())?;
    Ok(format!("{}#{}", page::address_of("answer/"), link::survey_fragment(&deflated)))
}

#[component]
fn Ways(desk: Desk, link: String) -> impl IntoView {
    let title = super::app::title(desk);
    let kept = StoredValue::new((title, link.clone()));
    let copy = move |_| {
        spawn_local(async move {
            if share::copy(&kept.get_value().1, LINK).await {
                desk.tell("The link is copied. Paste it into a message or an email.");
            } else {
                desk.tell("The browser did not let us copy. The link is marked. Copy it yourself.");
            }
        });
    };
    let share = move |_| {
        spawn_local(async move {
            let (title, link) = kept.get_value();
            match share::share(&title, &format!("{title}\n{link}")).await {
                Shared::Handed => desk.tell("The link went to the app you picked."),
                Shared::Closed => {}
                Shared::Failed => desk.tell("Sharing did not work. Copy the link instead."),
            }
        });
    };
    let long = (link.len() > LONG_LINK).then(|| {
        view! {
            <p class="help">
                "This link is long. Some apps cut long links. Send it to yourself first, and try it."
            </p>
        }
    });
    let code = match qr::encode(&link) {
        Some(code) => view! { <QrCode desk code /> }.into_any(),
        None => view! {
            <p>"This survey is too long for a QR code. Please share the link. Or make the survey shorter."</p>
        }
        .into_any(),
    };
    view! {
        <section class="card">
            <h2>"The link"</h2>
            <label class="unseen" for=LINK>
                "Survey link"
            </label>
            <textarea class="text-field link" id=LINK readonly rows="3" dir="ltr" prop:value=link.clone()></textarea>
            {long}
            <div class="button-row">
                <button type="button" class="button primary" on:click=copy>
                    "Copy the link"
                </button>
                {share::can_share()
                    .then(|| {
                        view! {
                            <button type="button" class="button" on:click=share>
                                "Share the link"
                            </button>
                        }
                    })}
                <a class="button" href=link target="_blank" rel="noopener">
                    "Try it yourself"
                    <span class="unseen">" (opens a new tab)"</span>
                </a>
            </div>
            <p class="soft">"The whole survey is in the link. No website keeps it."</p>
        </section>
        <section class="card">
            <h2>"The QR code"</h2>
            {code}
        </section>
    }
}

#[component]
fn QrCode(desk: Desk, code: qr::Qr) -> impl IntoView {
    let size = code.size;
    let picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\"><rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path d=\"{}\"/></svg>",
        code.path,
    );
    let save = move |_| match file::save("survey-qr-code.svg", "image/svg+xml", picture.as_bytes())
    {
        Ok(()) => desk.tell("The QR code is saved as survey-qr-code.svg. You can print it."),
        Err(_) => desk.tell("The QR code was not saved. Please try again."),
    };
    let fine = code.is_fine.then(|| {
        view! {
            <p class="help">
                "This code has many small squares. Try it with your own phone before you print it. Print it large."
            </p>
        }
    });
    view! {
        <p>"People point their phone camera at it. Then the survey opens."</p>
        <svg
            class="qr"
            role="img"
            aria-label="QR code of the survey link"
            viewBox=format!("0 0 {size} {size}")
            shape-rendering="crispEdges"
        >
            <rect width=size height=size fill="#fff" />
            <path d=code.path fill="#000" />
        </svg>
        {fine}
        <div class="button-row">
            <button type="button" class="button" on:click=save>
                "Save the QR code"
            </button>
        </div>
    }
}
