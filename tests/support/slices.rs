//! A text cut by spans, as its offsets count; and words compared with what was cut.

use fachi::OffsetUnit;
use serde_json::Value;

/// A text cut as its offsets count.
pub enum Slices {
    Utf8(String),
    Utf16(Vec<u16>),
    Utf32(Vec<char>),
}

impl Slices {
    pub fn new(source: &str, unit: OffsetUnit) -> Self {
        match unit {
            OffsetUnit::Utf8 => Self::Utf8(source.to_owned()),
            OffsetUnit::Utf16 => Self::Utf16(source.encode_utf16().collect()),
            OffsetUnit::Utf32 => Self::Utf32(source.chars().collect()),
        }
    }

    pub fn length(&self) -> usize {
        match self {
            Self::Utf8(text) => text.len(),
            Self::Utf16(units) => units.len(),
            Self::Utf32(chars) => chars.len(),
        }
    }

    /// The words of a span; `None` where it leaves the text or cuts a character.
    pub fn of(&self, span: &Value) -> Option<String> {
        let (start, end) = ends(span);
        match self {
            Self::Utf8(text) => text.get(start..end).map(str::to_owned),
            Self::Utf16(units) => String::from_utf16(units.get(start..end)?).ok(),
            Self::Utf32(chars) => chars.get(start..end).map(|chars| chars.iter().collect()),
        }
    }
}

/// Start and end of a span.
pub fn ends(span: &Value) -> (usize, usize) {
    let end = |key: &str| span[key].as_u64().unwrap_or_else(|| panic!("no span: {span}")) as usize;
    (end("start"), end("end"))
}

/// Words without what a span may hold and its words leave out: blanks, line breaks, marks without width.
pub fn unblanked(words: &str) -> String {
    let blank = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    words.chars().filter(|c| !blank(*c)).collect()
}

/// Whether words are those of a slice but for blanks; line breaks and tabs are never among them.
pub fn says(words: &str, slice: &str) -> bool {
    unblanked(words) == unblanked(slice) && !words.contains(['\n', '\r', '\t'])
}
