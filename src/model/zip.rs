//! Several files as one zip, for packages of data and for Excel's workbooks, which are zips too.
//!
//! Bytes go in as they are made and are deflated at once, so that a large sheet is never whole in memory beside its
//! packed form. Our own few lines: the `zip` crate is 84 kB of the page (brotli), and what packs bytes is here already.
//! Absent: reading zips, files over 4 GB, and the time of a file, which the model does not know.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output, create_comp_flags_from_zip_params,
};

/// 1 January 1980, the first day that a zip can name.
const DAY: u16 = 0x21;
/// Names are in UTF-8.
const UTF_8: u16 = 1 << 11;
/// Deflated, by its number.
const DEFLATED: u16 = 8;
/// The oldest reader that will do: version 2.0.
const NEEDS: u16 = 20;
/// A fair level: the strongest takes twice as long for a hundredth less.
const LEVEL: i32 = 6;

/// A zip that is being made.
#[derive(Default)]
pub struct Zip {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
}

/// A file in it.
struct Entry {
    name: String,
    /// Where its head stands.
    at: usize,
    check: u32,
    packed: usize,
    whole: usize,
}

/// A file that is being written.
pub struct Open<'a> {
    zip: &'a mut Zip,
    name: String,
    at: usize,
    check: crc32fast::Hasher,
    whole: usize,
    packer: Box<CompressorOxide>,
}

impl Zip {
    /// A file with these bytes.
    pub fn file(&mut self, name: &str, bytes: &[u8]) {
        let mut open = self.open(name);
        open.write(bytes);
        open.close();
    }

    /// A file that is written bit by bit, and ends with [`Open::close`]. Names are ours: no two are the same.
    pub fn open(&mut self, name: &str) -> Open<'_> {
        let at = self.bytes.len();
        // Its head is known when it ends.
        self.bytes.resize(at + 30, 0);
        self.bytes.extend_from_slice(name.as_bytes());
        let flags = create_comp_flags_from_zip_params(LEVEL, -15, 0);
        Open {
            at,
            name: name.to_owned(),
            check: crc32fast::Hasher::new(),
            whole: 0,
            packer: Box::new(CompressorOxide::new(flags)),
            zip: self,
        }
    }

    /// All of it.
    pub fn finish(mut self) -> Vec<u8> {
        let start = self.bytes.len();
        for entry in &self.entries {
            let mut head = b"PK\x01\x02".to_vec();
            head.extend(NEEDS.to_le_bytes());
            head.extend(entry.described());
            // No comment, the first disk, no marks.
            head.extend([0; 10]);
            head.extend((entry.at as u32).to_le_bytes());
            head.extend_from_slice(entry.name.as_bytes());
            self.bytes.extend(head);
        }
        let length = (self.bytes.len() - start) as u32;
        let count = (self.entries.len() as u16).to_le_bytes();
        self.bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend([count, count].concat());
        self.bytes.extend(length.to_le_bytes());
        self.bytes.extend((start as u32).to_le_bytes());
        self.bytes.extend([0, 0]);
        self.bytes
    }
}

impl Entry {
    /// What both of its heads say of it.
    fn described(&self) -> Vec<u8> {
        let mut all = Vec::new();
        for short in [NEEDS, UTF_8, DEFLATED, 0, DAY] {
            all.extend(short.to_le_bytes());
        }
        for long in [self.check, self.packed as u32, self.whole as u32] {
            all.extend(long.to_le_bytes());
        }
        all.extend((self.name.len() as u16).to_le_bytes());
        all.extend([0, 0]);
        all
    }
}

impl Open<'_> {
    /// More of it.
    pub fn write(&mut self, bytes: &[u8]) {
        self.check.update(bytes);
        self.whole += bytes.len();
        self.pack(bytes, TDEFLFlush::None);
    }

    /// Its end.
    pub fn close(mut self) {
        self.pack(&[], TDEFLFlush::Finish);
        let Self { zip, name, at, check, whole, .. } = self;
        let packed = zip.bytes.len() - at - 30 - name.len();
        let entry = Entry { name, at, check: check.finalize(), packed, whole };
        let head = [b"PK\x03\x04".to_vec(), entry.described()].concat();
        zip.bytes[at..at + 30].copy_from_slice(&head);
        zip.entries.push(entry);
    }

    fn pack(&mut self, mut bytes: &[u8], flush: TDEFLFlush) {
        let out = &mut self.zip.bytes;
        loop {
            let (status, taken) = compress_to_output(&mut self.packer, bytes, flush, |packed| {
                out.extend_from_slice(packed);
                true
            });
            bytes = &bytes[taken..];
            // Memory takes whatever comes, so it is done once all is taken.
            if status != TDEFLStatus::Okay || bytes.is_empty() && flush == TDEFLFlush::None {
                return;
            }
        }
    }
}
