//! The words around a quantity: its own segment, its clause, its sentence.

use std::ops::Range;

use memchr::memrchr2_iter;

use crate::metric::between;
use crate::metric::pair::{List, pair};
use crate::metric::step::{Level, levels, stocks};
use crate::order::sort_by;
use crate::quantity::Quantity;
use crate::words::starts;

/// Where the words stand that may tell what a quantity measures, in the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// From the clause's start, or the quantity before, to the quantity.
    pub before: Range<usize>,
    /// From the quantity to the next comma or quantity.
    pub after: Range<usize>,
    /// The clause up to the quantity, other quantities included.
    pub clause: Range<usize>,
    /// The rest of the clause, other quantities included.
    pub tail: Range<usize>,
    /// The sentence.
    pub sentence: Range<usize>,
    /// From where the sentence is looked at: all of it, but of one without end the last stretch.
    pub reach: usize,
    /// The bracket that the quantity stands in, from its opening.
    pub bracket: Option<usize>,
    /// Words elsewhere that name what it measures: in a list that 分别 announces, in a table's head.
    pub name: Option<Range<usize>>,
    /// The other head of a table's cell: its row's where the column's names it, its column's where that names a year.
    pub beside: Option<Range<usize>>,
    /// The lines over a table, which tell what a column's sum is of: 行政处罚实施数量, 合计.
    pub caption: Option<Range<usize>>,
    /// The list that 分别 announces, of which `name` is one.
    pub list: Option<List>,
    /// Whether the quantity follows the one before without a word: 34件60项.
    pub chained: bool,
    /// In a list by years, its own.
    pub year: Option<u16>,
    /// In a list of shares or changes: how many figures back stands what it is a share or change of.
    pub back: Option<usize>,
    /// Which of two levels it is.
    pub level: Level,
    /// Of an outcome with no words of its own, those of the figure before: 信访积案5件,已化解4件.
    pub of: Option<Range<usize>>,
}

/// Bytes of the longest sentence that is looked at as one.
const REACH: usize = 3000;

/// Bytes of the longest clause that is looked at behind a figure.
const AHEAD: usize = 900;

/// The first quantity that does not end before a place.
fn near(quantities: &[Quantity], place: usize) -> usize {
    quantities.partition_point(|quantity| quantity.place.end <= place)
}

fn ends_clause(c: char) -> bool {
    // ①咨询类22403件②投诉类9871件: items of a list without a stop.
    matches!(c, ',' | '。' | ';' | ':' | '\t' | '!' | '?' | '①'..='⑳')
}

/// Whether a comma or a colon stands among digits: 1,905.
fn in_number(folded: &str, at: usize) -> bool {
    let bytes = folded.as_bytes();
    let digit = |i: Option<usize>| i.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit);
    digit(at.checked_sub(1)) && digit(Some(at + 1)) && digit(Some(at + 2)) && digit(Some(at + 3))
}

/// Adds the frames of a sentence's quantities.
pub fn frames(folded: &str, sentence: &Range<usize>, quantities: &[Quantity], frames: &mut Vec<Frame>) {
    let first = frames.len();
    for (i, quantity) in quantities.iter().enumerate() {
        let reach =
            folded.floor_char_boundary(quantity.place.start.saturating_sub(REACH)).max(sentence.start);
        let previous = i.checked_sub(1).map(|p| quantities[p].place.end);
        let (clause, bracket) =
            opening(folded, reach, quantity.place.start, &quantities[near(quantities, reach)..]);
        let end = folded.floor_char_boundary(sentence.end.min(quantity.place.end + AHEAD));
        let tail = closing(folded, quantity.place.end, end.max(quantity.place.end));
        let from = previous.filter(|&end| end > clause).unwrap_or(clause);
        let between = &folded[from..quantity.place.start];
        let chained = previous.is_some_and(|end| end >= clause) && between.trim_matches(is_joint).is_empty();
        let next = quantities.get(i + 1).map_or(usize::MAX, |q| q.place.start);
        let words = &folded[quantity.place.end..tail];
        let stop = joint(words).map_or(tail, |at| quantity.place.end + at);
        let stop = holding_bracket(folded, quantity.place.end, stop, &quantities[i..]).unwrap_or(stop);
        frames.push(Frame {
            before: from..quantity.place.start,
            after: quantity.place.end..stop.min(next),
            clause: clause..quantity.place.start,
            tail: quantity.place.end..tail,
            sentence: sentence.clone(),
            reach,
            bracket,
            name: None,
            beside: None,
            caption: None,
            list: None,
            chained,
            year: None,
            back: None,
            level: Level::Only,
            of: None,
        });
    }
    between::divide(folded, quantities, &mut frames[first..]);
    pair(folded, quantities, &mut frames[first..]);
    levels(folded, quantities, &mut frames[first..]);
    stocks(folded, quantities, &mut frames[first..]);
}

/// Puts places in the order of the text.
pub fn sort(places: &mut [Range<usize>]) {
    sort_by(places, |place| place.start as u64);
}

/// The first 、 outside brackets; 以及 and the like where they stand first.
fn joint(words: &str) -> Option<usize> {
    if starts(words, "以及 和 及 与 并") {
        return Some(0);
    }
    let mut depth = 0;
    words.char_indices().find_map(|(i, c)| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        (c == '、' && depth <= 0).then_some(i)
    })
}

/// Marks that only join figures.
pub fn is_joint(c: char) -> bool {
    matches!(c, '、' | '/' | '和' | '及' | ' ')
}

/// Where the clause of a place begins: behind the last comma or the last bracket still open; and
/// that bracket. A bracket that is closed again belongs to its words, unless it holds a quantity.
fn opening(folded: &str, from: usize, to: usize, quantities: &[Quantity]) -> (usize, Option<usize>) {
    let mut depth = 0;
    for (i, c) in folded[from..to].char_indices().rev() {
        let at = from + i;
        match c {
            ')' => {
                let open = folded[from..at].rfind('(').map_or(from, |open| from + open);
                if depth == 0 && quantities.iter().any(|q| open < q.place.start && q.place.end <= at) {
                    return (at + 1, None);
                }
                depth += 1;
            }
            '(' if depth == 0 => return (at + 1, Some(at)),
            '(' => depth -= 1,
            c if depth == 0 && ends_clause(c) && !in_number(folded, at) => {
                let bracket = unclosed(&folded[from..at]).map(|open| from + open);
                return (at + c.len_utf8(), bracket);
            }
            _ => {}
        }
    }
    (from, None)
}

/// The first bracket of a stretch that opens it or holds a quantity: its words are another figure's.
fn holding_bracket(folded: &str, from: usize, to: usize, quantities: &[Quantity]) -> Option<usize> {
    let open = from + folded[from..to].find('(')?;
    let end = folded.floor_char_boundary(folded.len().min(to + AHEAD));
    let close = folded[open..end].find(')').map_or(end, |i| open + i);
    let mut near = quantities.iter().take_while(|q| q.place.start < close);
    let holds = near.any(|q| open < q.place.start && q.place.end <= close);
    (open == from || holds).then_some(open)
}

/// The last opening bracket that is not closed.
fn unclosed(words: &str) -> Option<usize> {
    let mut depth = 0;
    for i in memrchr2_iter(b'(', b')', words.as_bytes()) {
        match words.as_bytes()[i] {
            b')' => depth += 1,
            _ if depth == 0 => return Some(i),
            _ => depth -= 1,
        }
    }
    None
}

/// Where the clause goes on to: the next comma outside brackets, or the bracket that closes it.
fn closing(folded: &str, from: usize, to: usize) -> usize {
    let mut depth = 0;
    for (i, c) in folded[from..to].char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return from + i,
            ')' => depth -= 1,
            c if ends_clause(c) && depth == 0 && !in_number(folded, from + i) => return from + i,
            _ => {}
        }
    }
    to
}
