//! Cues: the words of the table, found in one pass over a paragraph.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::data;
use crate::indicators::{self, Indicator};
use crate::words::Trie;

/// A row of the table of cues; words go by their number.
#[derive(Debug)]
pub struct Row {
    /// The indicator that it tells.
    pub indicator: &'static Indicator,
    /// Words beside the figure that rule it out.
    pub nots: Vec<u16>,
    /// Words of which one must stand near; none needed where empty.
    pub context: Vec<u16>,
}

/// A cue of a row: a word, and the words that must stand in its clause too (收到+复议+申请).
#[derive(Debug)]
pub struct Cue {
    /// The row that it belongs to.
    pub row: u16,
    /// What else must stand in the clause.
    pub others: Vec<u16>,
    /// The characters of all its words.
    pub len: u8,
}

/// A word of the table where it stands in the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub place: Range<usize>,
    /// Which word, by its number.
    pub word: u16,
}

/// The cues, ready to be found.
#[derive(Debug, Default)]
pub struct Table {
    /// The rows of `cues.tsv`.
    pub rows: Vec<Row>,
    /// The cues that end in each word.
    pub cues: Vec<Vec<Cue>>,
    words: Vec<&'static str>,
    trie: Trie,
}

/// The one table.
pub static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

impl Table {
    fn new() -> Self {
        let mut table = Self::default();
        let mut numbers = HashMap::new();
        for mut fields in data::rows(include_str!("../data/cues.tsv")) {
            let (Some(id), Some(cues), Some(nots), Some(context)) =
                (fields.next(), fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let Some(indicator) = indicators::indicator(id) else { continue };
            let row = table.rows.len() as u16;
            for cue in list(cues) {
                let mut words: Vec<u16> = cue.split('+').map(|word| table.word(&mut numbers, word)).collect();
                let last = words.pop().unwrap_or_default();
                let len = cue.chars().filter(|c| *c != '+').count() as u8;
                table.cues[usize::from(last)].push(Cue { row, others: words, len });
            }
            let mut numbered = |field| list(field).map(|word| table.word(&mut numbers, word)).collect();
            let (nots, context) = (numbered(nots), numbered(context));
            table.rows.push(Row { indicator, nots, context });
        }
        table.share_nots();
        table
    }

    fn word(&mut self, numbers: &mut HashMap<&'static str, u16>, text: &'static str) -> u16 {
        *numbers.entry(text).or_insert_with(|| {
            let number = self.words.len() as u16;
            self.words.push(text);
            self.cues.push(Vec::new());
            self.trie.add(text, number);
            number
        })
    }

    /// What rules out one row of an indicator rules out all of them.
    fn share_nots(&mut self) {
        let mut all: HashMap<&'static str, Vec<u16>> = HashMap::new();
        for row in &self.rows {
            all.entry(row.indicator.id).or_default().extend(&row.nots);
        }
        for row in &mut self.rows {
            row.nots.clone_from(&all[row.indicator.id]);
            row.nots.sort_unstable();
            row.nots.dedup();
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether a word holds another.
    pub fn holds(&self, word: u16, other: u16) -> bool {
        self.words[usize::from(word)].contains(self.words[usize::from(other)])
    }

    /// Adds every word in a stretch of the folded text to `hits`, in the order of their starts.
    pub fn find(&self, folded: &str, within: Range<usize>, hits: &mut Vec<Hit>) {
        let start = within.start;
        self.trie.find(&folded[within], |from, to, word| {
            hits.push(Hit { place: start + from..start + to, word });
        });
    }
}

fn list(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split(' ').filter(|word| !word.is_empty() && *word != "-")
}
