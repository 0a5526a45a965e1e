//! The organiser's own templates: saving a survey as one, beginning a survey with one, other names for them,
//! and removing them.

use super::{Desk, HEADING, Message, Undo, new_id};
use crate::browser::{clock, page, random};
use crate::model::id::{Author, SurveyId};
use crate::model::own_template::OwnTemplate;
use crate::organiser::{library, store, words};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Desk {
    /// Keeps what a survey says now as a template.
    pub fn save_as_template(self, id: SurveyId) {
        let Some(draft) = library::draft(id).here() else { return };
        let author = Author(u32::from_be_bytes(random::bytes()).max(1));
        let template = OwnTemplate::new(draft.as_template(new_id(), author, clock::now()));
        let name = words::quoted(&template.name);
        self.keep_template(
            template,
            format!(
                "{name} is saved as a template. You find it on My surveys, under “Your templates”."
            ),
        );
    }

    /// Makes a survey from a template and opens it.
    pub fn begin_with(self, id: SurveyId) {
        if let Some(template) = library::template(id) {
            self.open_begun(template.begin(new_id()));
        }
    }

    /// Gives a template another name. False for a name without letters.
    pub fn rename_template(self, id: SurveyId, name: &str) -> bool {
        let Some(template) = library::template(id) else { return true };
        let Some(renamed) = template.renamed(name) else { return false };
        let told = format!("The template is called {} now.", words::quoted(&renamed.name));
        self.keep_template(renamed, told);
        true
    }

    /// Removes a template. It can be had back as long as the message stands.
    pub fn remove_template(self, id: SurveyId) {
        let Some(template) = library::template(id) else { return };
        library::remove_template(id);
        self.templates.set(library::templates());
        let text = format!("The template {} is removed.", words::quoted(&template.name));
        self.message.set(Some(Message { text, undo: Some(Undo::Template(Box::new(template))) }));
        page::focus_soon(HEADING);
    }

    /// Has a template back that was removed.
    pub fn put_back_template(self, template: OwnTemplate) {
        let told = format!("The template {} is back.", words::quoted(&template.name));
        self.keep_template(template, told);
        page::focus_soon(HEADING);
    }

    /// Keeps a template, and says so once it is on the disk.
    fn keep_template(self, template: OwnTemplate, told: String) {
        library::save_template(&template);
        self.templates.set(library::templates());
        spawn_local(async move {
            if store::settled().await.is_ok() {
                return self.tell(&told);
            }
            library::take_back_template(template.draft.id());
            self.templates.set(library::templates());
            self.tell(
                "This browser did not keep the template. It may be full. Save a backup of your work, then \
                 delete a survey you do not need.",
            );
        });
    }
}
