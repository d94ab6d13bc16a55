//! Tables run flat into one line, whose rows are a name of any number of words and always as many numbers.

use std::ops::Range;

use super::{Border, is_number};
use crate::text::lines::goes_on;
use crate::words::{Stretch, ends};

/// The most characters of a name's word, and the most words of a name.
const LONGEST: usize = 40;
const MOST_WORDS: usize = 4;
/// The fewest numbers of a table.
const FEWEST_NUMBERS: usize = 5;

/// A row: its name begins, its numbers begin, they end.
type Row = [usize; 3];

/// Adds the borders of the rows among the words of a line.
pub fn rows(source: &str, cells: &[Range<usize>], borders: &mut Vec<(usize, Border)>) {
    let all = all_rows(source, cells);
    let alike = all
        .chunk_by(|a, b| a[1] > a[0] && b[0] == a[2] && width(*a) == width(*b) && is_name(source, cells, *b));
    let Some(rows) = alike.max_by_key(|rows| rows.len() * width(rows[0])) else { return };
    let (first, last) = (rows[0], rows[rows.len() - 1]);
    // 许可 154 项、处罚 1978 项: prose with blanks around its numbers.
    let unit = |row: &&Row| goes_on(&source[cells[row[0]].start..]);
    let prose = rows[1..].iter().filter(unit).count() * 2 >= rows.len() - 1;
    if prose || rows.len() * width(first) < FEWEST_NUMBERS {
        return;
    }
    let name = first[1] - 1;
    heads(source, cells, first, name, borders);
    for row in rows {
        let start = if *row == first { name } else { row[0] };
        if start > 0 {
            borders.push((cells[start - 1].end, Border::Row(0)));
        }
        // The words of a name are one cell.
        borders.extend((start + 1..row[1]).map(|i| (cells[i - 1].end, Border::None)));
        borders.extend((row[1]..row[2]).map(|i| (cells[i - 1].end, Border::Cell)));
    }
    if last[2] < cells.len() {
        borders.push((cells[last[2] - 1].end, Border::Row(0)));
    }
}

/// The borders of the heads before the first row, and of the caption before them.
fn heads(source: &str, cells: &[Range<usize>], first: Row, name: usize, borders: &mut Vec<(usize, Border)>) {
    let columns = width(first);
    let Some(head) = name.checked_sub(columns).filter(|&head| head >= first[0]) else { return };
    let counted = |i: usize| ends(&source[cells[i].clone()], "数 量 额 率 ) ）");
    if columns == 1 && !counted(head) {
        return;
    }
    if head > 0 {
        borders.push((cells[head - 1].end, Border::Row(1)));
    }
    borders.extend((head + 1..name).map(|i| (cells[i - 1].end, Border::Cell)));
}

/// Runs of words, each with the numbers behind it.
fn all_rows(source: &str, cells: &[Range<usize>]) -> Vec<Row> {
    let number = |i: usize| is_number(&source[cells[i].clone()]);
    let mut rows = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let words = (at..cells.len()).find(|&i| number(i)).unwrap_or(cells.len());
        let end = (words..cells.len()).find(|&i| !number(i)).unwrap_or(cells.len());
        rows.push([at, words, end]);
        at = end;
    }
    rows
}

fn width(row: Row) -> usize {
    row[2] - row[1]
}

/// Whether the words of a row may be a name: few, without a stop outside brackets.
fn is_name(source: &str, cells: &[Range<usize>], row: Row) -> bool {
    let words = &cells[row[0]..row[1]];
    let plain = |cell: &Range<usize>| {
        let word = &source[cell.clone()];
        let outside = word.up_to_any("(（");
        word.chars().nth(LONGEST).is_none() && !outside.has_any("，,:：") && !word.has_any("。；;！")
    };
    (1..=MOST_WORDS).contains(&words.len()) && words.iter().all(plain)
}
