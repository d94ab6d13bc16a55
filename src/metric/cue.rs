//! Cues: the words of the table, found in one pass over the text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;
use std::sync::LazyLock;

use crate::data;
use crate::indicators::{self, Indicator};

/// A row of the table of cues.
pub struct Row {
    /// The indicator that it tells.
    pub indicator: &'static Indicator,
    /// Words beside the figure that rule it out.
    pub nots: Vec<&'static str>,
    /// Words of which one must stand near, by number; none needed where empty.
    pub context: Vec<u16>,
}

/// A word of the table where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub place: Range<usize>,
    /// Which word, as an index of [`Table::words`].
    pub word: u16,
}

/// A word, and what it is for.
pub struct Word {
    text: &'static str,
    /// The cues that end in it.
    pub cues: Vec<Cue>,
    /// Its characters.
    pub len: u8,
}

/// A cue of a row: a word, and the words that must stand in its clause too (收到+复议+申请).
pub struct Cue {
    /// The row that it belongs to.
    pub row: u16,
    /// What else must stand in the clause.
    pub others: Vec<&'static str>,
    /// The characters of all its words.
    pub len: u8,
}

/// The cues, ready to be found.
pub struct Table {
    /// The rows of `cues.tsv`.
    pub rows: Vec<Row>,
    /// Every cue and every context word once.
    pub words: Vec<Word>,
    /// The words by their first two characters, longer ones first.
    starts: HashMap<[char; 2], Vec<u16>, BuildHasherDefault<PairHasher>>,
}

/// Hashes two characters: the default hasher's safety against chosen keys is not needed here.
#[derive(Default)]
struct PairHasher(u64);

impl Hasher for PairHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(byte.into());
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(value)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_usize(&mut self, _: usize) {}
}

/// The one table.
pub static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

impl Table {
    fn new() -> Self {
        let mut table = Self { rows: Vec::new(), words: Vec::new(), starts: HashMap::default() };
        let mut numbers: HashMap<&'static str, u16> = HashMap::new();
        for mut fields in data::rows(include_str!("../data/cues.tsv")) {
            let (Some(id), Some(cues), Some(nots), Some(context)) =
                (fields.next(), fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let Some(indicator) = indicators::indicator(id) else { continue };
            let row = table.rows.len() as u16;
            for cue in words(cues) {
                let mut others: Vec<_> = cue.split('+').collect();
                let last = others.pop().unwrap_or_default();
                let word = table.word(&mut numbers, last);
                let len = cue.chars().filter(|c| *c != '+').count() as u8;
                table.words[usize::from(word)].cues.push(Cue { row, others, len });
            }
            let context = words(context).map(|word| table.word(&mut numbers, word)).collect();
            table.rows.push(Row { indicator, nots: words(nots).collect(), context });
        }
        for (i, word) in table.words.iter().enumerate() {
            let mut chars = word.text.chars();
            if let (Some(a), Some(b)) = (chars.next(), chars.next()) {
                table.starts.entry([a, b]).or_default().push(i as u16);
            }
        }
        for words in table.starts.values_mut() {
            words.sort_by_key(|&word| std::cmp::Reverse(table.words[usize::from(word)].len));
        }
        table
    }

    fn word(&mut self, numbers: &mut HashMap<&'static str, u16>, text: &'static str) -> u16 {
        *numbers.entry(text).or_insert_with(|| {
            self.words.push(Word { text, cues: Vec::new(), len: text.chars().count() as u8 });
            (self.words.len() - 1) as u16
        })
    }

    /// Finds every word in a stretch of the folded text.
    pub fn find(&self, folded: &str, within: Range<usize>, hits: &mut Vec<Hit>) {
        let mut chars = folded[within.clone()].char_indices().peekable();
        while let Some((i, first)) = chars.next() {
            let Some(&(_, second)) = chars.peek() else { break };
            let Some(words) = self.starts.get(&[first, second]) else { continue };
            let at = within.start + i;
            for &word in words {
                let text = self.words[usize::from(word)].text;
                if folded[at..within.end].starts_with(text) {
                    hits.push(Hit { place: at..at + text.len(), word });
                }
            }
        }
    }
}

fn words(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split(' ').filter(|word| !word.is_empty() && *word != "-")
}
