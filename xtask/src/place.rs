//! Where things are: the project's folder and the folder that cargo builds into.

use anyhow::{Context, Result};
use std::path::PathBuf;

pub struct Place {
    /// The project's folder.
    pub root: PathBuf,
    /// Cargo's target folder, which developers may have moved.
    pub target: PathBuf,
}

impl Place {
    pub fn find() -> Result<Place> {
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .context("start this as `cargo xtask`")?;
        let root = xtask.parent().context("xtask has no parent folder")?.to_path_buf();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(Place { root, target })
    }

    /// Files this tool makes for itself between runs.
    pub fn work(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// Pictures of what the pages of failed stories showed.
    pub fn failures(&self) -> PathBuf {
        self.target.join("e2e-failures")
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A copy of `dist` in the two compressed forms that browsers ask for.
    pub fn compressed(&self) -> PathBuf {
        self.work().join("compressed")
    }

    /// A file inside an npm package.
    pub fn npm(&self, path: &str) -> PathBuf {
        self.root.join("node_modules").join(path)
    }
}
