//! The bytes of an input, taken one after the other as steps. After the last one, all are 0.

/// What is left of an input.
pub struct Steps<'a>(&'a [u8]);

impl<'a> Steps<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// True while there are steps.
    pub fn has_more(&self) -> bool {
        !self.0.is_empty()
    }

    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below `end`, or 0.
    pub fn below(&mut self, end: usize) -> usize {
        let wide = u16::from_be_bytes([self.byte(), self.byte()]);
        usize::from(wide).checked_rem(end).unwrap_or(0)
    }

    pub fn is_true(&mut self) -> bool {
        self.byte() & 1 == 1
    }

    pub fn pick<'b, T>(&mut self, all: &'b [T]) -> &'b T {
        &all[self.below(all.len())]
    }

    /// Small mostly, and sometimes at an edge.
    pub fn number(&mut self) -> u32 {
        match self.byte() {
            byte @ 0..=199 => u32::from(byte % 6),
            200..=219 => 1 << 30,
            220..=229 => u32::MAX,
            230..=239 => (1 << 30) + 1,
            _ => u32::from_be_bytes([self.byte(), self.byte(), self.byte(), self.byte()]),
        }
    }
}
