//! The main journeys in the engines of browsers other than Chromium: what each of them needs on this computer.
//!
//! Absent: the stories, and how a browser is driven. Both are in `tests/engines`.

use crate::command::{capture, first_on_path};
use crate::setup::debian_packages;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::process::Command;

pub struct Engine {
    /// As the report calls its step.
    pub step: &'static str,
    /// As the stories call it.
    name: &'static str,
    needs: &'static [Program],
    /// Where those come from on Debian.
    packages: &'static [&'static str],
}

struct Program {
    /// Where the stories read its path. Who has it in an unusual place can set it.
    variable: &'static str,
    names: &'static [&'static str],
}

pub const ENGINES: [Engine; 2] = [
    Engine {
        step: "Main journeys in Firefox",
        name: "firefox",
        needs: &[Program { variable: "FIREFOX", names: &["firefox-esr", "firefox"] }],
        packages: &["firefox-esr"],
    },
    Engine {
        step: "Main journeys in WebKitGTK",
        name: "webkit",
        needs: &[
            Program { variable: "WEBKIT_DRIVER", names: &["WebKitWebDriver"] },
            Program {
                variable: "MINIBROWSER",
                names: &[
                    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                    "/usr/lib/webkit2gtk-4.1/MiniBrowser",
                    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
                ],
            },
            Program { variable: "XVFB", names: &["Xvfb"] },
        ],
        packages: &["webkit2gtk-driver", "xvfb"],
    },
];

impl Engine {
    /// The variables that the stories read, once all is there that they need. An error says what to install.
    pub fn find_or_install(&self) -> Result<Vec<(&'static str, OsString)>> {
        let packages = self.packages.join(" ");
        if self.find().is_none() {
            debian_packages("another browser's engine (about 30 seconds)", self.packages)
                .with_context(|| format!("could not install the Debian packages {packages}"))?;
        }
        self.find().with_context(|| {
            let variables: Vec<_> = self.needs.iter().map(|program| program.variable).collect();
            let variables = variables.join(", ");
            format!("install what Debian has as {packages}, or set {variables} to where it is")
        })
    }

    fn find(&self) -> Option<Vec<(&'static str, OsString)>> {
        let path = |program: &Program| {
            std::env::var_os(program.variable)
                .or_else(|| first_on_path(program.names).map(OsString::from))
        };
        let found = self.needs.iter().map(|program| Some((program.variable, path(program)?)));
        let engine = Some(("ENGINE", self.name.into()));
        found.chain([engine]).collect()
    }
}

/// What Node must be told so that it has a `WebSocket`, over which Firefox is driven.
pub fn with_web_socket() -> Result<Option<&'static str>> {
    let version = capture(Command::new("node").arg("--version"))?;
    Ok(must_ask_for_web_socket(&String::from_utf8_lossy(&version))
        .then_some("--experimental-websocket"))
}

/// Node 22 has one by itself.
fn must_ask_for_web_socket(version: &str) -> bool {
    let major = version.trim().trim_start_matches('v').split('.').next();
    major.and_then(|major| major.parse().ok()).is_some_and(|major: u32| major < 22)
}

#[cfg(test)]
mod tests {
    use super::must_ask_for_web_socket;

    #[test]
    fn only_an_older_node_is_asked_for_a_web_socket() {
        assert!(must_ask_for_web_socket("v20.14.0\n"));
        assert!(!must_ask_for_web_socket("v22.0.0\n"));
        assert!(!must_ask_for_web_socket("v100.1.0\n"));
    }
}
