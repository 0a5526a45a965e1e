//! A dialog that asks before something is lost. The browser's own `<dialog>`, so that the focus
//! stays inside, Escape closes it, and the focus goes back where it was.

use leptos::html::Dialog;
use leptos::prelude::*;

/// What opens and closes a dialog.
pub type Asking = NodeRef<Dialog>;

/// Opens the dialog.
pub fn ask(dialog: Asking) {
    if let Some(dialog) = dialog.get_untracked() {
        // Fails only for a dialog that is not in the page or is open, and then there is nothing
        // to do.
        let _ = dialog.show_modal();
    }
}

fn close(dialog: Asking) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}

/// Asks. Both answers close it.
#[component]
pub fn Confirm(
    dialog: Asking,
    /// What is asked.
    #[prop(into)]
    title: TextProp,
    /// What would happen.
    #[prop(into)]
    text: TextProp,
    /// What the button that does it says.
    #[prop(into)]
    yes: TextProp,
    /// What the button that leaves all as it is says.
    no: &'static str,
    /// Does it.
    on_yes: Callback<()>,
) -> impl IntoView {
    let confirm = move |_| {
        close(dialog);
        on_yes.run(());
    };
    let name = title.clone();
    view! {
        <dialog class="dialog" node_ref=dialog aria-label=move || name.get()>
            <h2>{move || title.get()}</h2>
            <p>{move || text.get()}</p>
            <div class="button-row">
                <button type="button" class="button" on:click=move |_| close(dialog)>
                    {no}
                </button>
                <button type="button" class="button danger" on:click=confirm>
                    {move || yes.get()}
                </button>
            </div>
        </dialog>
    }
}
