//! Cues: the words of the table, found in one pass over a paragraph.

use std::ops::Range;
use std::sync::LazyLock;

use crate::data::{self, Firsts};
use crate::indicators::{INDICATORS, Indicator};
use crate::quantity::unit;
use crate::words::{Numbers, Stretch, Trie};

/// A row of the table of cues; words go by their number.
#[derive(Debug)]
pub struct Row {
    /// The indicator that it tells.
    pub indicator: &'static Indicator,
    /// Words beside the figure that rule it out.
    pub nots: Vec<u16>,
    /// Words of which one must stand near; none needed where empty.
    pub context: Vec<u16>,
    /// How well each unit fits, by its number: see [`Fit`].
    pub fits: Vec<Fit>,
}

/// How well a unit fits an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It counts something else.
    Not,
    /// No unit is written, or officials take its classifier for the indicator's.
    Alike,
    /// The table names it among the others.
    Listed,
    /// It is the canonical one.
    Canonical,
}

/// Classifiers that officials take for one another.
const FAMILIES: &[&[&str]] = &[
    &["件", "起", "宗", "例", "案", "件次", "案次", "单"],
    &["次", "场", "场次", "期", "批次", "轮", "回", "班", "堂", "节", "班次", "期次", "讲"],
    &["人", "名", "位", "人次"],
    &["家", "户", "家次", "户次"],
    &["份", "册", "本", "张", "卷", "篇"],
];

/// How well each unit fits an indicator, by its number.
fn fits(indicator: &Indicator) -> Vec<Fit> {
    let family = |unit: &str| FAMILIES.iter().position(|family| family.contains(&unit));
    let own = family(indicator.unit);
    let fit = |unit: &str| match unit {
        _ if unit == indicator.unit => Fit::Canonical,
        _ if indicator.units.contains(&unit) => Fit::Listed,
        "" => Fit::Alike,
        _ if own.is_some() && family(unit) == own => Fit::Alike,
        _ => Fit::Not,
    };
    unit::numbered().map(fit).collect()
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its first byte.
    pub start: u32,
    /// Behind its last byte.
    pub end: u32,
    /// Which word, by its number.
    pub word: u16,
    /// Whether it stands in a law's title: there it is not the figure's.
    pub titled: bool,
}

impl Hit {
    /// Where it stands.
    pub fn place(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it stands in a range.
    pub fn within(self, range: &Range<usize>) -> bool {
        range.start <= self.start as usize && self.end as usize <= range.end
    }
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
        let mut numbers = Numbers::default();
        // The rows come in the order of their indicators, each of which has one.
        let mut indicators = INDICATORS.iter();
        let mut indicator = &INDICATORS[0];
        for [first, cues, nots, context, ..] in data::rows(data::table!("../data/cues.tsv", Firsts::Told)) {
            if !first.is_empty() {
                indicator = indicators.next().unwrap_or(indicator);
            }
            let row = table.rows.len() as u16;
            for cue in list(cues) {
                let mut words: Vec<u16> = cue.split('+').map(|word| table.word(&mut numbers, word)).collect();
                let last = words.pop().unwrap_or_default();
                let len = cue.chars().filter(|c| *c != '+').count() as u8;
                table.cues[usize::from(last)].push(Cue { row, others: words, len });
            }
            let mut numbered = |field| list(field).map(|word| table.word(&mut numbers, word)).collect();
            let (nots, context) = (numbered(nots), numbered(context));
            table.rows.push(Row { indicator, nots, context, fits: fits(indicator) });
        }
        table.share_nots();
        table.trie = Trie::new(&table.words);
        table
    }

    fn word(&mut self, numbers: &mut Numbers<'static>, text: &'static str) -> u16 {
        let number = numbers.add(text);
        if number == self.words.len() {
            self.words.push(text);
            self.cues.push(Vec::new());
        }
        number as u16
    }

    /// What rules out one row of an indicator rules out all of them; its rows stand together.
    fn share_nots(&mut self) {
        for rows in self.rows.chunk_by_mut(|a, b| a.indicator.id == b.indicator.id) {
            let nots: Vec<u16> = rows.iter().flat_map(|row| row.nots.iter().copied()).collect();
            for row in rows {
                row.nots.clone_from(&nots);
            }
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether a word holds another.
    pub fn holds(&self, word: u16, other: u16) -> bool {
        self.words[usize::from(word)].holds(self.words[usize::from(other)])
    }

    /// Adds every word in a stretch of the folded text to `hits`, in the order of their starts.
    pub fn find(&self, folded: &str, within: Range<usize>, hits: &mut Vec<Hit>) {
        let start = within.start;
        let words = &folded[within];
        self.trie.find(words, |from, to, word| {
            // 1件尚未审结 tells no concluded case.
            if words[..from].ends_with('未') {
                return;
            }
            hits.push(Hit { start: (start + from) as u32, end: (start + to) as u32, word, titled: false });
        });
    }

    /// Adds the words that begin in a stretch and go on in another one, as far as they stand in the first.
    pub fn find_across(&self, folded: &str, from: &Range<usize>, to: &Range<usize>, hits: &mut Vec<Hit>) {
        let words = [&folded[from.clone()], &folded[to.clone()]].concat();
        self.trie.find(&words, |start, end, word| {
            if start < from.len() && from.len() < end {
                hits.push(Hit {
                    start: (from.start + start) as u32,
                    end: from.end as u32,
                    word,
                    titled: false,
                });
            }
        });
    }
}

fn list(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split(' ').filter(|word| !word.is_empty() && *word != "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_of_the_indicators_that_they_name() {
        let named = include_str!("../data/cues.tsv").lines().filter(|line| !line.starts_with('#'));
        let named: Vec<_> = named.filter_map(|line| line.split('\t').next()).collect();
        let read: Vec<_> = TABLE.rows.iter().map(|row| row.indicator.id).collect();
        assert_eq!(named, read);
    }
}
