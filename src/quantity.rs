//! Quantities: numbers that tell how much or how many, with scale, unit and bound; and what only
//! looks like one: names, days, sessions, articles, phone numbers, idioms, titles.

pub mod bound;
mod chinese;
mod measure;
mod name;
mod share;
pub mod unit;

use std::ops::Range;

use crate::Decimal;
use crate::number::{self, Number};
use crate::text::Text;
use crate::words::{Stretch, starts};
pub(crate) use name::leading_year;
pub use name::{chinese_year, is_year};

use bound::{Bound, bound};
use unit::UnitKind;

/// A number with its unit, before it is known what it measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Where it stands in the folded text, unit included.
    pub place: Range<usize>,
    /// The value in the canonical unit.
    pub value: Decimal,
    /// The upper end of a range.
    pub upper: Option<Decimal>,
    /// The canonical unit; empty where none is written.
    pub unit: &'static str,
    /// What the unit counts.
    pub kind: UnitKind,
    /// How the text bounds the value.
    pub bound: Bound,
    /// Whether it stands in a table's cell.
    pub in_table: bool,
}

/// Finds the quantities of a text, in its order.
#[must_use]
pub fn quantities(text: &Text) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut titles = text.titles.iter().peekable();
    let mut sentences = text.sentences.iter().peekable();
    let mut scan = Scan { folded: &text.folded, sentence: 0..0, first: 0 };
    // Where the last number read ended.
    let mut done = 0;
    for &numeral in &text.numerals {
        let at = numeral as usize;
        if at < done {
            continue;
        }
        while titles.next_if(|title| title.end <= at).is_some() {}
        if let Some(title) = titles.peek().filter(|title| title.start <= at) {
            done = title.end;
            continue;
        }
        while let Some(sentence) = sentences.next_if(|sentence| sentence.start <= at) {
            scan = Scan { sentence: sentence.clone(), first: found.len(), ..scan };
        }
        done = scan.step(at, &mut found);
    }
    found
}

/// Reads one sentence.
struct Scan<'a> {
    folded: &'a str,
    sentence: Range<usize>,
    /// The index of the sentence's first quantity.
    first: usize,
}

/// A number read at a place: a quantity's raw form.
struct Raw {
    number: Number,
    /// Behind the number.
    end: usize,
}

impl<'a> Scan<'a> {
    fn before(&self, at: usize) -> &'a str {
        &self.folded[self.sentence.start..at]
    }

    fn after(&self, at: usize) -> &'a str {
        &self.folded[at..self.sentence.end]
    }

    /// Reads what stands at `at`; returns where to go on.
    fn step(&mut self, at: usize, found: &mut Vec<Quantity>) -> usize {
        let rest = self.after(at);
        let Some(c) = rest.chars().next() else { return self.sentence.end };
        let quantity = if c.is_ascii_digit() {
            match self.arabic(at) {
                Ok(raw) => self.share(at, &raw).or_else(|| self.measured(at, &raw, found)).ok_or(raw.end),
                Err(skip) => self.slashed(at).ok_or(skip),
            }
        } else if number::is_chinese(c) {
            self.chinese(at, found)
        } else {
            return at + c.len_utf8();
        };
        match quantity {
            Ok(quantity) => {
                let end = quantity.place.end;
                found.push(quantity);
                end
            }
            Err(end) => end,
        }
    }

    /// An Arabic number, or where what only looks like one ends.
    fn arabic(&self, at: usize) -> Result<Raw, usize> {
        let (before, rest) = (self.before(at), self.after(at));
        let last = before.chars().next_back();
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let program = before.ends_with("APP") || before.ends_with("App");
        // 互联网+5G, 1+6, but 同比+13.6%.
        let plus = || last == Some('+') && !starts(rest.without_first("0123456789."), "% 个百分点");
        if !program && last.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '第' | '#' | '№'))
            || plus()
        {
            let code = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
            return Err(at + code.max(digits));
        }
        if let Some(len) = name::arabic(before, rest) {
            return Err(at + len);
        }
        let spaced = last.is_some_and(|c| !c.is_ascii() || c == '\t');
        let number = number::arabic(rest, spaced).ok_or(at + digits)?;
        let end = at + number.len;
        let mut number = number;
        let mut start_sign = false;
        if let Some(unsigned) = before.strip_suffix('-') {
            // A minus stands behind a word or an opening, a dash behind a number or a day.
            let ahead = unsigned.chars().next_back();
            start_sign = ahead.is_none_or(|c| !c.is_ascii_alphanumeric() && !"年月日号时件个%-".has(c));
        }
        if start_sign {
            number.value = number.value.negated();
        }
        Ok(Raw { number, end })
    }

    fn quantity(
        &self,
        place: Range<usize>,
        value: Decimal,
        unit: &'static str,
        kind: UnitKind,
        over: bool,
    ) -> Quantity {
        // 五千来份 are about as many.
        let about = over && self.folded[place.clone()].has('来');
        let bound = bound(self.before(place.start), self.after(place.end), over && !about);
        let bound = if about && bound == Bound::Exact { Bound::About } else { bound };
        Quantity { place, value, upper: None, unit, kind, bound, in_table: false }
    }
}
