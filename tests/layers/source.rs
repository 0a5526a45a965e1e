//! Rust sources as plain text: without comments and strings, and the layers that they name.

/// The text without comments and without what stands in strings. Lines stay where they are.
pub fn code(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = string(rest, &out) {
            length
        } else if first == '\'' {
            char_literal(rest)
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        out.push(' ');
        out.extend(rest[..length].chars().filter(|c| *c == '\n'));
        rest = &rest[length..];
    }
    out
}

/// The length of the comment that the text starts with. Such comments stand in one another.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut place = 0;
    while place < text.len() {
        if text[place..].starts_with("/*") {
            depth += 1;
            place += 2;
        } else if text[place..].starts_with("*/") {
            depth -= 1;
            place += 2;
            if depth == 0 {
                return place;
            }
        } else {
            place += text[place..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of the string that the text starts with, plain or raw.
fn string(text: &str, before: &str) -> Option<usize> {
    let in_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    if let Some(raw) = text.strip_prefix('r').filter(|_| !in_word || before.ends_with('b')) {
        let hashes = raw.bytes().take_while(|byte| *byte == b'#').count();
        if raw[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let start = 1 + hashes + 1;
            return Some(text[start..].find(&end).map_or(text.len(), |at| start + at + end.len()));
        }
    }
    let inside = text.strip_prefix('"')?;
    let mut escaped = false;
    for (place, c) in inside.char_indices() {
        match c {
            '"' if !escaped => return Some(place + 2),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    Some(text.len())
}

/// The length of the character that the text starts with, or of the sign of a lifetime.
fn char_literal(text: &str) -> usize {
    let mut inside = text.char_indices().skip(1);
    match inside.next() {
        Some((_, '\\')) => text[3..].find('\'').map_or(1, |end| end + 4),
        _ => match inside.next() {
            Some((place, '\'')) => place + 1,
            _ => 1,
        },
    }
}

/// The names and other words in a text.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// Every layer that the code names, with its line: behind `crate::`, `super::` or the name of the
/// library, alone or as an item of a group.
pub fn named_layers(code: &str, layers: &[&str]) -> Vec<(usize, String)> {
    let tokens = tokens(code);
    let text = |place: usize| tokens.get(place).map_or("", |(_, token)| *token);
    let mut found = Vec::new();
    for start in 0..tokens.len() {
        if !matches!(text(start), "crate" | "super" | "ask_together") || text(start + 1) != "::" {
            continue;
        }
        let mut depth = 0;
        let mut item = true;
        for (line, token) in &tokens[start + 2..] {
            if item && depth <= 1 && layers.contains(token) {
                found.push((*line, (*token).to_owned()));
            }
            item = false;
            match *token {
                "{" => {
                    depth += 1;
                    item = depth == 1;
                }
                "}" => depth -= 1,
                "," => item = depth == 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

/// Words, `::` and single signs, each with its line.
pub fn tokens(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (line, number) in code.lines().zip(1..) {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            let length = match rest.find(|c| !is_word(c)).unwrap_or(rest.len()) {
                0 if rest.starts_with("::") => 2,
                0 => first.len_utf8(),
                length => length,
            };
            found.push((number, &rest[..length]));
            rest = rest[length..].trim_start();
        }
    }
    found
}
