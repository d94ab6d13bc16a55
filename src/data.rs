//! Rows of data: open sets live in `src/data/*.tsv`, one row a line, fields split by tabs.
//!
//! The compiler packs each table, without its comments, an ideograph in two bytes and the commonest in one: a page
//! loads that in less time.

use std::sync::OnceLock;

/// A table, packed.
pub struct Table {
    packed: &'static [u8],
    text: OnceLock<String>,
}

impl Table {
    /// A table of what [`packed`] gives.
    pub const fn new(packed: &'static [u8]) -> Self {
        Self { packed, text: OnceLock::new() }
    }

    /// The lines of the table.
    pub fn text(&'static self) -> &'static str {
        self.text.get_or_init(|| unpacked(self.packed))
    }
}

/// The text of a table, by its path from the file that asks.
macro_rules! table {
    ($path:literal) => {
        $crate::data::table!($path, $crate::data::Firsts::Kept)
    };
    ($path:literal, $firsts:expr) => {{
        const TEXT: &[u8] = include_bytes!($path);
        const PACKED: [u8; $crate::data::packed_len(TEXT, $firsts)] = $crate::data::packed(TEXT, $firsts);
        static TABLE: $crate::data::Table = $crate::data::Table::new(&PACKED);
        TABLE.text()
    }};
}
pub(crate) use table;

/// The ideographs that the tables hold most often; each takes the byte of its place.
const COMMON: [u32; COMMONEST] = codes(
    "一不业个主事人件企会体作信全公决出制力办务单发受合员处复委审工应建开律性意成执提改政数文权查案检次治法清率理督结网罚范行规解议证诉请调责部问项题",
);
const COMMONEST: usize = 72;
/// The ideographs, and what is added to the first of the two bytes that another one takes.
const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;
const IDEOGRAPH: u8 = 0xAD;
/// Stands before another character's own bytes.
const OTHER: u8 = 0xFF;

/// Bytes that no table holds, in the order of the places of [`COMMON`]: of ASCII the controls but tab and line ends.
const fn byte_of(place: usize) -> u8 {
    match place as u8 {
        place @ 0..8 => 0x01 + place,
        place @ 8..26 => 0x0E + place - 8,
        place => 0x7F + place - 26,
    }
}

/// The place among the common ones that a byte stands for.
const fn place_of(byte: u8) -> Option<usize> {
    match byte {
        0x01..0x09 => Some((byte - 0x01) as usize),
        0x0E..0x20 => Some((byte - 0x0E) as usize + 8),
        0x7F..IDEOGRAPH => Some((byte - 0x7F) as usize + 26),
        _ => None,
    }
}

/// The place of each ideograph among the common ones; behind them where it is none.
const PLACES: &[u8; (LAST - FIRST + 1) as usize] = &{
    let mut places = [COMMONEST as u8; (LAST - FIRST + 1) as usize];
    let mut place = 0;
    while place < COMMONEST {
        places[(COMMON[place] - FIRST) as usize] = place as u8;
        place += 1;
    }
    places
};

/// The codes of so many ideographs.
const fn codes(text: &str) -> [u32; COMMONEST] {
    let text = text.as_bytes();
    let mut codes = [0; COMMONEST];
    let mut i = 0;
    while i < COMMONEST {
        codes[i] = code(text, i * 3);
        i += 1;
    }
    codes
}

/// The code of the ideograph that begins at a byte.
const fn code(text: &[u8], at: usize) -> u32 {
    ((text[at] & 0xF) as u32) << 12 | ((text[at + 1] & 0x3F) as u32) << 6 | (text[at + 2] & 0x3F) as u32
}

/// What becomes of the first fields of a table.
#[derive(Clone, Copy)]
pub enum Firsts {
    /// They stay.
    Kept,
    /// They follow from another table: a `+` where it is another than in the row above, else nothing.
    Told,
}

/// How many bytes a table takes when it is packed.
pub const fn packed_len(text: &[u8], firsts: Firsts) -> usize {
    let (mut at, mut len) = (0, 0);
    while at < text.len() {
        let piece = Piece::at(text, at, firsts);
        at += piece.bytes;
        len += piece.packed();
    }
    len
}

/// A table with its ideographs in two bytes and without its comments; `N` is its [`packed_len`].
pub const fn packed<const N: usize>(text: &[u8], firsts: Firsts) -> [u8; N] {
    let mut packed = [0; N];
    let (mut at, mut len) = (0, 0);
    while at < text.len() {
        let piece = Piece::at(text, at, firsts);
        match piece.kind {
            Kind::LeftOut => {}
            Kind::Another => packed[len] = b'+',
            Kind::Common(place) => packed[len] = byte_of(place),
            Kind::Ideograph(number) => {
                packed[len] = IDEOGRAPH + (number >> 8) as u8;
                packed[len + 1] = number as u8;
            }
            Kind::Other => {
                // Of one byte, or behind a mark the bytes as they are.
                let own = piece.packed() - piece.bytes;
                if own > 0 {
                    packed[len] = OTHER;
                }
                let mut i = 0;
                while i < piece.bytes {
                    packed[len + own + i] = text[at + i];
                    i += 1;
                }
            }
        }
        at += piece.bytes;
        len += piece.packed();
    }
    packed
}

/// A character of a table, a first field or a comment, and how it is packed.
struct Piece {
    /// Its bytes in the table.
    bytes: usize,
    kind: Kind,
}

enum Kind {
    /// A comment, or a first field that is that of the row above.
    LeftOut,
    /// Another first field.
    Another,
    /// An ideograph, by its place among the commonest.
    Common(usize),
    /// An ideograph, by its place among all.
    Ideograph(u32),
    /// Any other character.
    Other,
}

impl Piece {
    const fn packed(&self) -> usize {
        match self.kind {
            Kind::LeftOut => 0,
            Kind::Another | Kind::Common(_) => 1,
            Kind::Ideograph(_) => 2,
            Kind::Other if self.bytes == 1 => 1,
            Kind::Other => 1 + self.bytes,
        }
    }

    const fn at(text: &[u8], at: usize, firsts: Firsts) -> Self {
        let begins = at == 0 || text[at - 1] == b'\n';
        if begins && text[at] == b'#' {
            return Self { bytes: up_to(text, at, b'\n') + 1 - at, kind: Kind::LeftOut };
        }
        if begins && matches!(firsts, Firsts::Told) {
            let bytes = up_to(text, at, b'\t') - at;
            return Self {
                bytes,
                kind: if is_first_above(text, at) { Kind::LeftOut } else { Kind::Another },
            };
        }
        let bytes = width(text[at]);
        if bytes != 3 {
            return Self { bytes, kind: Kind::Other };
        }
        let kind = match code(text, at) {
            code @ FIRST..=LAST => {
                let number = code - FIRST;
                match PLACES[number as usize] as usize {
                    COMMONEST => Kind::Ideograph(number),
                    place => Kind::Common(place),
                }
            }
            _ => Kind::Other,
        };
        Self { bytes, kind }
    }
}

/// Where a byte next stands, or the end.
const fn up_to(text: &[u8], from: usize, byte: u8) -> usize {
    let mut end = from;
    while end < text.len() && text[end] != byte {
        end += 1;
    }
    end
}

/// Whether the first field of the row that begins here is that of the row above.
const fn is_first_above(text: &[u8], at: usize) -> bool {
    let mut above = at.saturating_sub(1);
    while above > 0 && text[above - 1] != b'\n' {
        above -= 1;
    }
    let mut i = 0;
    while at > 0 && text[above + i] == text[at + i] {
        if text[at + i] == b'\t' {
            return true;
        }
        i += 1;
    }
    false
}

/// How many bytes a character takes in UTF-8, by its first.
const fn width(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// The text that was packed.
fn unpacked(packed: &[u8]) -> String {
    let mut text = String::with_capacity(packed.len() + packed.len() / 2);
    let mut rest = packed;
    while let [first, behind @ ..] = rest {
        let taken = match (*first, behind) {
            (OTHER, [lead, ..]) => {
                let own = &behind[..width(*lead)];
                text.push_str(str::from_utf8(own).unwrap_or_default());
                own.len()
            }
            (IDEOGRAPH.., [low, ..]) => {
                let number = u32::from(first - IDEOGRAPH) << 8 | u32::from(*low);
                text.extend(char::from_u32(FIRST + number));
                1
            }
            (own, _) => {
                let common = place_of(own).and_then(|place| char::from_u32(COMMON[place]));
                text.push(common.unwrap_or(char::from(own)));
                0
            }
        };
        rest = &behind[taken..];
    }
    text
}

/// The rows of a table: its lines split at their tabs; fields that a row lacks are empty.
pub fn rows(table: &'static str) -> impl Iterator<Item = [&'static str; 8]> {
    lines(table).map(fields)
}

fn fields(line: &'static str) -> [&'static str; 8] {
    let mut fields = [""; 8];
    for (field, own) in fields.iter_mut().zip(line.split('\t')) {
        *field = own;
    }
    fields
}

/// The lines of a table but empty ones.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_out_again() {
        const TEXT: &str = "# 说明 of the columns\n一\tA·〇“龥”\n# 又\n㎡‰鿿é𠀀\n";
        const PACKED: [u8; packed_len(TEXT.as_bytes(), Firsts::Kept)] = packed(TEXT.as_bytes(), Firsts::Kept);
        static TABLE: Table = Table::new(&PACKED);
        assert_eq!(TABLE.text(), "一\tA·〇“龥”\n㎡‰鿿é𠀀\n");
        assert_eq!(PACKED[..2], [byte_of(0), b'\t']);
    }

    #[test]
    fn first_fields_that_are_told_elsewhere_are_left_out() {
        const TEXT: &[u8] = b"# id\ta\nab\t1\nab\t2\na\t3\n# a\t4\na\t5\n";
        const PACKED: [u8; packed_len(TEXT, Firsts::Told)] = packed(TEXT, Firsts::Told);
        assert_eq!(str::from_utf8(&PACKED), Ok("+\t1\n\t2\n+\t3\n+\t5\n"));
    }

    #[test]
    fn bytes_and_places_are_each_others() {
        for place in 0..COMMONEST {
            assert_eq!(place_of(byte_of(place)), Some(place));
        }
        assert_eq!((byte_of(COMMONEST - 1), place_of(IDEOGRAPH)), (IDEOGRAPH - 1, None));
    }
}
