//! Files out of a zip, a piece at a time. A zip's bytes go in; what is in it comes out, or why not.
//!
//! A hostile zip swells without end, names one file many times, or holds itself. So nothing it says of sizes is
//! believed: what comes out is counted, each file against its packed size and all of them against a sum.
//! The structure is read by `rawzip`, which takes nothing out; what inflates is `miniz_oxide`, as it can stop on the
//! way. Absent: zips in zips, which the caller counts.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use rawzip::{CompressionMethod, ZipArchive};
use std::ops::Range;

/// Most files in a zip.
const MOST_FILES: usize = 20_000;
/// A file may swell to this many times its packed size. What people write comes to 20.
const MOST_TIMES: usize = 200;
/// A file this small may swell by more, in bytes.
const SMALL: usize = 1024 * 1024;
/// How many bytes come out in one step: a few milliseconds of work.
const STEP: usize = 512 * 1024;

/// Why something did not come out of a zip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotUnzip {
    /// It is no zip, or not all of it.
    Damaged,
    /// It swells far beyond what files do, or holds more than we read.
    Swells,
    /// It has a password.
    Locked,
    /// It is packed in a way that we do not know.
    OtherWay,
    /// Its name leads out of the zip.
    OddName,
}

/// A file in a zip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Its name with its folders.
    pub name: String,
    /// Where its bytes are, or why they can't be had.
    at: Result<Range<usize>, CannotUnzip>,
    is_deflated: bool,
    check: u32,
}

/// The files in a zip, without folders and what systems put beside.
pub fn list(bytes: &[u8]) -> Result<Vec<Packed>, CannotUnzip> {
    let damaged = |_| CannotUnzip::Damaged;
    let zip = ZipArchive::from_slice(bytes).map_err(damaged)?;
    let (mut entries, mut all) = (zip.entries(), Vec::new());
    while let Some(entry) = entries.next_entry().map_err(damaged)? {
        let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
        if entry.is_dir() || is_by_system(&name) {
            continue;
        }
        if all.len() == MOST_FILES {
            return Err(CannotUnzip::Swells);
        }
        let method = entry.compression_method();
        let is_deflated = method == CompressionMethod::DEFLATE;
        let at = match zip.get_entry(entry.wayfinder()) {
            _ if leads_out(&name) => Err(CannotUnzip::OddName),
            _ if entry.flags().is_encrypted() => Err(CannotUnzip::Locked),
            _ if !is_deflated && method != CompressionMethod::STORE => Err(CannotUnzip::OtherWay),
            Ok(found) => {
                let (start, end) = found.compressed_data_range();
                Ok(start as usize..end as usize)
            }
            Err(_) => Err(CannotUnzip::Damaged),
        };
        all.push(Packed { name, at, is_deflated, check: entry.crc32() });
    }
    Ok(all)
}

/// True for what macOS and Windows put beside a person's files.
fn is_by_system(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/") || matches!(last, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

/// True for a name that stands for a place outside the zip.
fn leads_out(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.contains(':')
        || name.split(['/', '\\']).any(|part| part == "..")
}

/// A file that is coming out.
#[derive(Clone)]
pub struct Unpacking {
    packed: Packed,
    at: Range<usize>,
    most: usize,
    inflater: Box<DecompressorOxide>,
    /// What came out so far is the first `filled` of these.
    out: Vec<u8>,
    filled: usize,
}

impl Unpacking {
    /// Begins with a file, of which at most `left` bytes may come out.
    pub fn new(packed: Packed, left: usize) -> Result<Self, CannotUnzip> {
        let at = packed.at.clone()?;
        let most = at.len().saturating_mul(MOST_TIMES).max(SMALL).min(left);
        Ok(Self { packed, at, most, inflater: Box::default(), out: Vec::new(), filled: 0 })
    }

    /// What the file is called.
    pub fn name(&self) -> &str {
        &self.packed.name
    }

    /// Some more of it, out of the bytes of the zip. All of it at the end.
    pub fn step(&mut self, zip: &[u8]) -> Result<Option<Vec<u8>>, CannotUnzip> {
        let input = zip.get(self.at.clone()).ok_or(CannotUnzip::Damaged)?;
        if !self.packed.is_deflated {
            if input.len() > self.most {
                return Err(CannotUnzip::Swells);
            }
            return self.checked(input.to_vec()).map(Some);
        }
        if self.filled == self.out.len() {
            if self.filled >= self.most {
                return Err(CannotUnzip::Swells);
            }
            self.out.resize((self.filled + STEP).min(self.most), 0);
        }
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, taken, made) =
            decompress(&mut self.inflater, input, &mut self.out, self.filled, flags);
        self.at.start += taken;
        self.filled += made;
        match status {
            TINFLStatus::Done => {
                let mut whole = core::mem::take(&mut self.out);
                whole.truncate(self.filled);
                self.checked(whole).map(Some)
            }
            TINFLStatus::HasMoreOutput => Ok(None),
            _ => Err(CannotUnzip::Damaged),
        }
    }

    fn checked(&self, whole: Vec<u8>) -> Result<Vec<u8>, CannotUnzip> {
        let is_it = crc32fast::hash(&whole) == self.packed.check;
        if is_it { Ok(whole) } else { Err(CannotUnzip::Damaged) }
    }
}
