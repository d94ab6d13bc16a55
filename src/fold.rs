//! Folding: one form for what is written in several, character by character.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::data;

const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// Simplified forms of the unified ideographs, by code point; 0 where the character stays.
static SIMPLIFIED: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table = vec![0; (LAST - FIRST + 1) as usize];
    for [simplified, traditional, ..] in data::rows(data::table!("data/traditional.tsv")) {
        for c in traditional.chars() {
            table[(u32::from(c) - FIRST) as usize] = simplified.chars().next().map_or(0, |c| c as u16);
        }
    }
    table
});

/// How a character is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folded {
    /// As this character, itself or its usual form.
    As(char),
    /// As nothing: a blank, a mark without width.
    Blank,
    /// As the border of a table's cell.
    Cell,
    /// As the end of a line.
    Break,
}

/// Whether a character is a unified ideograph.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Whether a character of folded text is a letter: an ideograph, or one of the Latin alphabet.
pub fn is_letter(c: char) -> bool {
    is_ideograph(c) || c.is_ascii_alphabetic()
}

/// Whether a character is an ideograph that is read as it is: most are.
pub fn stays(c: char) -> bool {
    let at = u32::from(c).wrapping_sub(FIRST) as usize;
    SIMPLIFIED.get(at).is_some_and(|&simplified| simplified == 0)
}

/// The character that one is read as; itself where it is read as none.
pub fn read_as(c: char) -> char {
    if let Folded::As(read) = fold(c) { read } else { c }
}

/// Words of the source, character by character as they are read.
pub fn as_read(words: &str) -> Cow<'_, str> {
    if words.chars().all(|c| read_as(c) == c) {
        Cow::Borrowed(words)
    } else {
        Cow::Owned(words.chars().map(read_as).collect())
    }
}

/// Folds one character.
pub fn fold(c: char) -> Folded {
    Folded::As(match c {
        '\u{4E00}'..='\u{9FFF}' => match SIMPLIFIED[(u32::from(c) - FIRST) as usize] {
            0 => c,
            simplified => char::from_u32(simplified.into()).unwrap_or(c),
        },
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => return Folded::Break,
        '\t' | '|' | '｜' | '│' | '┃' => return Folded::Cell,
        '！'..='～' => match c {
            '＂' => c,
            '－' => '-',
            '［' => '[',
            '］' => ']',
            _ => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        },
        '—' | '–' | '─' | '‐' | '‑' | '‒' | '―' | '−' => '-',
        '〔' => '[',
        '〕' => ']',
        '「' | '『' => '“',
        '」' | '』' => '”',
        '•' | '‧' | '・' | '∙' | '⋅' | '●' => '·',
        '﹐' | '﹑' => ',',
        '﹒' => '.',
        '﹔' => ';',
        '︰' | '﹕' => ':',
        '﹙' => '(',
        '﹚' => ')',
        '﹪' => '%',
        '〜' => '~',
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{AD}' => {
            return Folded::Blank;
        }
        _ if c.is_whitespace() => return Folded::Blank,
        _ => c,
    })
}
