//! Copies of everything: making one, and putting one back.

use super::names::edition_name;
use super::{
    Found, all_invited, all_receipts, all_received, changes, count_waiting, draft, find_received,
    ids, is_waiting, is_withdrawn, keep, keys, plans, remove, removed, report, reports,
    restore_invited, restore_receipts, restore_work, save_changes, save_draft, save_key, save_plan,
    save_received, save_report, save_template, save_waiting, save_words, template, templates,
    versions, waiting, withdraw, withdrawn, words, work,
};
use crate::model::copied::{self, Restored};
use crate::model::draft::Draft;
use crate::model::id::{ResponseId, SurveyId};
use crate::model::inbox::{MOST_WAITING, Received, Waiting};
use crate::model::invited::Invited;
use crate::model::own_template::OwnTemplate;
use crate::model::report::Edits;
use crate::model::tablet::Receipts;
use crate::model::wire::{self, Backup, BackupSurvey};
use std::collections::BTreeSet;

/// Everything there is, for a copy. Needs all responses in memory. Where a draft can't be read, an empty one
/// stands for it: without the rest, nobody could ever open the answers to that survey.
pub fn backup() -> Backup {
    let survey = |id: SurveyId| {
        let draft = draft(id).here().unwrap_or_else(|| Draft::new(id));
        BackupSurvey {
            keys: keys(id),
            versions: versions(&draft),
            received: all_received(id),
            withdrawn: withdrawn(id),
            removed: removed(id),
            waiting: waiting(id).into_iter().map(|one| one.sealed).collect(),
            work: work(id).0,
            changes: changes(id).here(),
            draft,
        }
    };
    let surveys = ids().into_iter().map(survey).collect();
    Backup {
        surveys,
        templates: templates(),
        invited: all_invited(),
        reports: reports(),
        words: words().here().unwrap_or_default(),
        missing: plans(),
        receipts: all_receipts(),
        ..Backup::default()
    }
}

/// Puts a copy back. Adds what is missing and merges drafts: nothing that is here is lost but the
/// responses that people took back, here or where the copy was made.
pub fn restore(backup: Backup) -> Restored {
    // What is here under the same id may have another name by now.
    let is_new = |one: &&OwnTemplate| template(one.draft.id()).is_none();
    backup.templates.iter().filter(is_new).for_each(save_template);
    let mut words = backup.words;
    if !words.log().is_empty() {
        save_words(&mut words);
    }
    let mut restored = Restored::default();
    let mut put_back = BTreeSet::new();
    for survey in backup.surveys {
        let own = draft(survey.draft.id()).here();
        let Ok(survey) = copied::judge(survey, own.as_ref()) else {
            restored.strangers += 1;
            continue;
        };
        restored.surveys += 1;
        put_back.insert(survey.draft.id());
        let BackupSurvey {
            mut draft,
            keys,
            versions,
            received,
            withdrawn,
            removed,
            waiting,
            work,
            changes,
        } = survey;
        let id = draft.id();
        keys.iter().for_each(|key| save_key(id, key));
        if let Some(mut changes) = changes {
            save_changes(&mut changes);
        }
        // A report that is here stays.
        let is_new = |one: &&Edits| one.survey == id && report(id) == Found::Absent;
        backup.reports.iter().filter(is_new).for_each(save_report);
        backup.missing.iter().filter(|plan| plan.survey == id).for_each(|plan| {
            save_plan(plan);
        });
        for survey in versions {
            keep(&edition_name(id, survey.edition), &wire::to_text(&survey));
        }
        for response in withdrawn {
            let is_here = find_received(id, response) != Found::Absent;
            restored.taken_back += usize::from(is_here);
            withdraw(id, response);
        }
        // Those that were removed while they waited are named here alone. What is here stays as it is.
        let counted = received.iter().map(|one| one.response.id);
        let noted = super::waiting(id).into_iter().filter_map(|one| Some(one.noted?.id));
        let known: BTreeSet<_> = counted.chain(noted).collect();
        let is_new =
            |one: &ResponseId| !known.contains(one) && find_received(id, *one) == Found::Absent;
        let waited: Vec<_> = removed.iter().copied().filter(is_new).collect();
        remove(id, &waited);
        let stays = |received: &Received| !is_withdrawn(id, received.response.id);
        for received in received.into_iter().filter(stays) {
            let held = find_received(id, received.response.id).here();
            let is_newer = |held: &Received| held.response.revision < received.response.revision;
            if held.as_ref().is_none_or(is_newer) {
                save_received(&received);
            }
            // What counts here goes on counting.
            if held.is_none() && removed.contains(&received.response.id) {
                remove(id, &[received.response.id]);
            }
        }
        restore_work(id, &work);
        // What waits here already tells when it came.
        for sealed in waiting.into_iter().filter(|sealed| !is_waiting(sealed)) {
            if count_waiting(id) < MOST_WAITING {
                save_waiting(&Waiting { sealed, noted: None });
            }
        }
        // The empty one of a copy stands for what could not be read. It is nobody's draft.
        if !draft.log().is_empty() {
            save_draft(&mut draft);
        }
    }
    // Those of a stranger's survey stay out with it.
    let is_ours = |list: &Invited| put_back.contains(&list.survey);
    backup.invited.into_iter().filter(is_ours).for_each(restore_invited);
    let is_ours = |receipts: &&Receipts| put_back.contains(&receipts.survey);
    backup.receipts.iter().filter(is_ours).for_each(restore_receipts);
    restored
}
