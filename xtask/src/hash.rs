//! Digests: short ones for file names, full ones for a browser's `integrity` check.

use anyhow::{Context, Result};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256, Sha384};
use std::path::Path;

/// Ten characters that change whenever the bytes do.
pub fn short(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest[..5].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a browser compares a fetched file with.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", Base64::encode_string(&Sha384::digest(bytes)))
}

/// One digest for many files and folders, names included. A missing one counts as empty.
pub fn of_files(paths: &[impl AsRef<Path>]) -> Result<String> {
    let mut sum = Sha256::new();
    for path in paths {
        add(&mut sum, path.as_ref())?;
    }
    Ok(Base64::encode_string(&sum.finalize()))
}

fn add(sum: &mut Sha256, path: &Path) -> Result<()> {
    sum.update(path.to_string_lossy().as_bytes());
    if path.is_dir() {
        let mut inside: Vec<_> = std::fs::read_dir(path)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        inside.sort();
        inside.iter().try_for_each(|path| add(sum, path))
    } else if path.exists() {
        let bytes =
            std::fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
        sum.update((bytes.len() as u64).to_le_bytes());
        sum.update(bytes);
        Ok(())
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_written_as_browsers_read_it() {
        assert_eq!(
            integrity(b""),
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
    }

    #[test]
    fn a_name_changes_with_the_bytes() {
        assert_eq!(short(b"one").len(), 10);
        assert_ne!(short(b"one"), short(b"two"));
    }
}
