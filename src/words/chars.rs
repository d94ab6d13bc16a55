//! Characters of a text as code points, one by one, and small sets of them.

/// Codes of the basic plane; a character beyond it is none that words hold.
pub const PLANE: usize = 0x1_0000;

/// Characters, by the low byte of their codes: a quick no for most others.
#[derive(Debug, Default, Clone, Copy)]
pub struct Chars([u64; 4]);

impl Chars {
    /// The set of these characters.
    pub fn of(chars: &str) -> Self {
        let mut own = Self::default();
        chars.chars().for_each(|c| own.add(c.into()));
        own
    }

    /// Adds a character.
    pub fn add(&mut self, c: u32) {
        self.0[(c >> 6 & 3) as usize] |= 1 << (c & 0x3F);
    }

    /// Whether the character may be one of them.
    #[inline(always)]
    pub fn may_hold(&self, c: usize) -> bool {
        self.0[c >> 6 & 3] & 1 << (c & 0x3F) != 0
    }
}

/// The code point that begins at a byte, and how many bytes it takes.
#[inline(always)]
pub fn decoded(text: &[u8], at: usize) -> (usize, usize) {
    let lead = text[at] as usize;
    if lead < 0x80 {
        return (lead, 1);
    }
    let second = text[at + 1] as usize & 0x3F;
    if lead < 0xE0 {
        return ((lead & 0x1F) << 6 | second, 2);
    }
    if lead < 0xF0 {
        return ((lead & 0xF) << 12 | second << 6 | text[at + 2] as usize & 0x3F, 3);
    }
    (PLANE, 4)
}

/// Where the code point that ends before a byte begins.
#[inline(always)]
pub fn lead_before(text: &[u8], end: usize) -> usize {
    let mut at = end - 1;
    while text[at] & 0xC0 == 0x80 {
        at -= 1;
    }
    at
}
