//! All that the second part of the program has, by name: see [`later`](super::later).
//!
//! **Invariant:** nothing but the program's `main` names this. What does so comes with the first part.

use super::editor::{card_parts, shortcuts};
use super::later::Later;
use super::screen::{Part, Screen};
use super::state::Desk;
use super::{
    advice, changed, editor, glossary, guides, help, home, inbox, invited, languages, making,
    missing, on_paper, paths, practice, removing, report, results, share, site, together, typing,
    unread, written,
};
use crate::browser::page;
use crate::model::advice::ADVISER;
use crate::model::id::SurveyId;
use crate::model::steps::Undoes;
use crate::ui::el::{El, parts};
use leptos::prelude::*;

/// The second part itself.
pub static LATER: Later = Later {
    screen,
    pair: together::pair_screen,
    learn,
    help: help::panel,
    words: glossary::screen,
    word_ways: glossary::word_ways,
    word_offers: glossary::word_offers,
    adviser: ADVISER,
    kind_list: card_parts::kind_list,
    card_menu: card_parts::card_menu,
    choice_menu: card_parts::choice_menu,
    chip_panel: card_parts::chip_panel,
    picture_links: card_parts::picture_links,
    about_picture: card_parts::about_picture,
    about_words: advice::boxes::about_words,
    about_question: advice::boxes::about_question,
    put_in: editor::put_in::put_in,
    more_kinds: editor::more_kinds::more_kinds,
    dialogs: editor::dialogs,
    preview: editor::preview::preview,
    take_link: Desk::take_sent,
    clashes: together::clash_count,
    came_words: together::came_words,
    due,
    taken_report: inbox::taken_report,
    not_kept: inbox::not_kept,
    follow_others: follow_all,
    publish: Desk::publish_now,
    offered: together::offered,
    put_back: Desk::put_back,
    read_many: Desk::read_many,
    read_site: Desk::read_site,
    begun: Desk::begun,
    site: [site::head, site::foot],
    damaged: home::damaged,
    stand_in: home::stand_in,
    paste_list: editor::paste_list,
    paste_into_choice: editor::paste_into_choice,
    save_copy: home::save_copy,
    forget_photos: Desk::forget_unused_photos,
    make_from: Desk::make_from,
    save_as_template: Desk::save_as_template,
    put_back_template: Desk::put_back_template,
    own_templates: home::own_templates,
    about_you_start: home::about_you_start,
    open_copies: home::open_copies,
    put_back_report: Desk::put_back_report,
};

/// What there is to remember, on the first screen.
fn due(desk: Desk) -> El {
    parts().and(inbox::keeping::due(desk)).and(changed::due(desk))
}

fn learn(desk: Desk, screen: Screen) -> El {
    parts().child(match screen {
        Screen::Guide(guide) => guides::guide(desk, guide),
        Screen::Practice(level) => practice::screen(desk, level),
        _ => guides::list(desk),
    })
}

/// Undo and Redo by keys, where a screen keeps data of its own. In a field they are the browser's, which takes back
/// what was typed.
fn on_key(desk: Desk, event: &leptos::ev::KeyboardEvent) {
    if page::typing().is_some() || event.is_composing() || desk.tool.get_untracked().is_some() {
        return;
    }
    match shortcuts::command(event) {
        Some(shortcuts::Command::Undo) => desk.undo_here(),
        Some(shortcuts::Command::Redo) => desk.redo_here(),
        _ => return,
    }
    event.prevent_default();
}

fn follow_all(desk: Desk) {
    desk.follow_live();
    desk.follow_company();
}

fn screen(desk: Desk, id: SurveyId, part: Part) -> El {
    desk.begin_trail();
    if part.undoes() == Undoes::Here {
        let keys = window_event_listener(leptos::ev::keydown, move |event| on_key(desk, &event));
        on_cleanup(move || keys.remove());
    }
    let reads_answers = matches!(
        part,
        Part::Invited
            | Part::Inbox
            | Part::Results
            | Part::Missing
            | Part::Written
            | Part::Report
            | Part::Removing
    );
    if reads_answers {
        desk.try_waiting(id);
    }
    let says_unread = matches!(
        part,
        Part::Share
            | Part::Inbox
            | Part::Results
            | Part::Missing
            | Part::Written
            | Part::Report
            | Part::Removing
            | Part::Paper
            | Part::Typing
    );
    let screen = match part {
        Part::Questions => parts(),
        Part::Advice => parts().child(advice::screen(desk)),
        Part::Paths => parts().child(paths::screen(desk)),
        Part::Ask | Part::Notes | Part::Clashes | Part::Drafts | Part::Beside => {
            parts().child(together::screen(desk, part))
        }
        Part::Making => parts().child(making::screen(desk)),
        Part::Languages => languages::languages(desk),
        Part::Share => parts().view(view! { <share::Share desk id /> }),
        Part::Invited => parts().child(invited::screen(desk, id)),
        Part::Inbox => parts().child(inbox::inbox(desk)),
        Part::Results => parts().child(results::results(desk)),
        Part::Written => parts().child(written::screen(desk)),
        Part::Removing => parts().child(removing::screen(desk)),
        Part::Paper => parts().child(on_paper::screen(desk, id)),
        Part::Typing => parts().child(typing::screen(desk, id)),
        Part::Changes | Part::Told | Part::Board => parts().child(changed::screen(desk, id, part)),
        Part::Report => parts().child(report::screen(desk, id)),
        Part::Missing => parts().child(missing::screen(desk, id)),
    };
    if says_unread { parts().child(unread::unread(desk, id)).child(screen) } else { screen }
}
