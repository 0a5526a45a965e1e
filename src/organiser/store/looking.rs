//! Looking through the records by the start of their names, however many there are.

use super::{Entry, with};
use std::rc::Rc;

/// Every name that starts so, in order.
pub fn names(start: &str) -> Vec<String> {
    with(|shelf| {
        let from = shelf.entries.range(start.to_owned()..);
        from.map(|(name, _)| name).take_while(|name| name.starts_with(start)).cloned().collect()
    })
}

/// How many names start so.
pub fn count(start: &str) -> usize {
    with(|shelf| {
        let from = shelf.entries.range(start.to_owned()..);
        from.take_while(|(name, _)| name.starts_with(start)).count()
    })
}

/// What stands between this start of names and their next slash, each once, in order. Quick however many names there
/// are of each.
pub fn parts(start: &str) -> Vec<String> {
    with(|shelf| {
        let (mut parts, mut from) = (Vec::new(), start.to_owned());
        while let Some((name, _)) = shelf.entries.range(from..).next() {
            let Some(rest) = name.strip_prefix(start) else { break };
            let part = rest.split('/').next().unwrap_or_default();
            parts.push(part.to_owned());
            // Behind all names that go on with a slash, and behind the one that does not.
            from = match name.len() == start.len() + part.len() {
                true => [name, "\0"].concat(),
                false => [start, part, "0"].concat(),
            };
        }
        parts.dedup();
        parts
    })
}

/// What is in memory under names that start so, and cannot be read: `reads` says what can. Each text is looked at once.
pub fn unreadable(start: &str, reads: impl Fn(&str, &str) -> bool) -> Vec<(String, Rc<str>)> {
    with(|shelf| {
        let from = shelf.entries.range_mut(start.to_owned()..);
        let all = from.take_while(|(name, _)| name.starts_with(start));
        let unread = |(name, entry): (&String, &mut Entry)| {
            let text = entry.text.clone()?;
            entry.reads = entry.reads || reads(name, &text);
            (!entry.reads).then(|| (name.clone(), text))
        };
        all.filter_map(unread).collect()
    })
}

/// The names and texts from this name on, of those that start so: as many as asked for, and none behind the first that
/// is not in memory.
pub fn some(start: &str, from: &str, most: usize) -> Vec<(String, Rc<str>)> {
    with(|shelf| {
        let all = shelf.entries.range(from.to_owned()..);
        let all = all.take_while(|(name, _)| name.starts_with(start));
        let all = all.map_while(|(name, entry)| Some((name.clone(), entry.text.clone()?)));
        all.take(most).collect()
    })
}

/// Notes that what is under this name can be read.
pub fn note_read(name: &str) {
    with(|shelf| {
        if let Some(entry) = shelf.entries.get_mut(name) {
            entry.reads = true;
        }
    });
}
