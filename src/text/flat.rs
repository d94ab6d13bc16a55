//! Tables run flat: cells that blanks part in one line, or that stand one in a line.
//!
//! Pages and PDF files give tables away like that. A stretch of short cells is a table again where words
//! as many as its columns stand over rows that are all made alike.

mod named;
mod stops;

use std::ops::Range;

use memchr::memchr_iter;

use crate::mark::{MarkKind, mark};
use crate::order::sort_by;
use crate::text::lines::{BORDERS, Line, goes_on};
use crate::words::Stretch;

/// What a gap between two cells is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Border {
    /// Nothing: an empty line between two cells.
    None,
    /// A comma: the figures around it are no cells.
    Stop,
    /// The border of two cells.
    Cell,
    /// The end of a row; the next one has so many empty cells before its first.
    Row(usize),
}

/// The fewest cells of a table run flat, and the fewest numbers among them.
const FEWEST: usize = 8;
const FEWEST_NUMBERS: usize = 4;
/// The fewest rows in one line of cells that have borders.
const FEWEST_ROWS: usize = 3;
/// The most columns.
const MOST_COLUMNS: usize = 18;
/// The most characters of a cell.
const LONGEST: usize = 14;

/// The gaps of tables run flat that are borders: where each begins, in the order of the text.
pub fn borders(source: &str, lines: &[Line]) -> Vec<(usize, Border)> {
    let mut borders = Vec::new();
    for line in lines.iter().filter(|line| !line.cells && may_hold(&source[line.start..line.end])) {
        let cells = words(source, line.start..line.end);
        let before = borders.len();
        for run in runs(source, &cells) {
            let own = borders.len();
            between(source, run, &mut borders);
            // (表3)行政强制实施情况统计表(单位:件) 查封 7 扣押 58: what is too long for a cell is the caption.
            let caption = cells.iter().rev().find(|cell| cell.end <= run[0].start);
            if borders.len() > own {
                borders.extend(caption.map(|caption| (caption.end, Border::Row(0))));
            }
        }
        if borders.len() == before {
            named::rows(source, &cells, &mut borders);
        }
        if borders.len() == before {
            stops::stops(source, &cells, &mut borders);
        }
    }
    for line in lines.iter().filter(|line| line.cells && !line.spaced_cells) {
        rows_in_one_line(source, line.start..line.end, &mut borders);
    }
    let whole: Vec<Range<usize>> = lines.iter().map(|line| trimmed(source, line)).collect();
    let filled: Vec<Range<usize>> = whole.iter().filter(|line| !line.is_empty()).cloned().collect();
    for run in runs(source, &filled) {
        let first = borders.len();
        between(source, run, &mut borders);
        // A gap of several line ends is one border, at its first.
        for at in first..borders.len() {
            let from = borders[at].0;
            let line = lines.partition_point(|line| line.end < from);
            borders[at].0 = lines[line].end;
            let empty = (line + 1..lines.len()).take_while(|&next| whole[next].is_empty());
            let empty: Vec<(usize, Border)> = empty.map(|next| (lines[next].end, Border::None)).collect();
            borders.extend(empty);
        }
    }
    sort_by(&mut borders, |&(at, _)| at as u64);
    borders
}

/// Adds the ends of rows that stand one behind the other in a line whose cells have borders: 单位|受理|甲局|20|乙局|31|.
fn rows_in_one_line(source: &str, line: Range<usize>, borders: &mut Vec<(usize, Border)>) {
    let mut cells = Vec::new();
    let mut start = line.start;
    for cell in source[line].split(is_border) {
        let from = start + cell.len() - cell.trim_start().len();
        cells.push(from..from + cell.trim().len());
        start += cell.len() + source[start + cell.len()..].chars().next().map_or(0, char::len_utf8);
    }
    let filled = |cell: &Range<usize>| !cell.is_empty();
    let (first, last) = (cells.iter().position(filled), cells.iter().rposition(filled));
    let Some((first, last)) = first.zip(last) else { return };
    let mut found = Vec::new();
    for run in runs(source, &cells[first..=last]) {
        between(source, run, &mut found);
    }
    found.retain(|(_, border)| *border != Border::Cell);
    // A row or two below one another's heads may be one row, and each row has a name.
    let next = |end: usize| cells.get(cells.partition_point(|cell| cell.start <= end));
    let named = found.iter().all(|&(end, _)| next(end).is_some_and(|cell| !is_number(&source[cell.clone()])));
    if found.len() < FEWEST_ROWS || !named {
        return;
    }
    for (end, border) in found {
        borders.extend(source[end..].find(is_border).map(|at| (end + at, border)));
    }
}

/// Whether a character parts two cells.
fn is_border(c: char) -> bool {
    matches!(c, '|' | '\t') || BORDERS.contains(&c)
}

/// Whether a line has so many blanks and digits that it may be a table, or that blanks may be stops.
fn may_hold(line: &str) -> bool {
    let blanks = memchr_iter(b' ', line.as_bytes()).count() + line.matches('\u{3000}').count();
    blanks >= stops::FEWEST && line.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_NUMBERS
}

/// The words of a line that blanks part.
fn words(source: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let place = |word: &str| {
        let start = word.as_ptr() as usize - source.as_ptr() as usize;
        start..start + word.len()
    };
    source[line].split_whitespace().map(place).collect()
}

fn trimmed(source: &str, line: &Line) -> Range<usize> {
    let text = &source[line.start..line.end];
    let start = line.start + text.len() - text.trim_start().len();
    if line.cells { start..start } else { start..start + text.trim().len() }
}

/// Stretches of cells: short, without a stop inside, no heading among them.
fn runs<'c>(source: &str, cells: &'c [Range<usize>]) -> Vec<&'c [Range<usize>]> {
    let is_cell = |cell: &Range<usize>| {
        let words = &source[cell.clone()];
        words.chars().take(LONGEST + 1).count() <= LONGEST && !words.has_any("。，；;：！")
    };
    let runs = cells.chunk_by(|a, b| is_cell(a) == is_cell(b));
    let numbers =
        |run: &[Range<usize>]| run.iter().filter(|cell| is_number(&source[(*cell).clone()])).count();
    runs.filter(|run| run.len() >= FEWEST && is_cell(&run[0]) && numbers(run) >= FEWEST_NUMBERS).collect()
}

fn is_number(cell: &str) -> bool {
    let written = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'%' | b'-');
    let plain = |part: &str| part.bytes().all(written);
    // 1 906: a blank parts thousands.
    let thousands = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count() == 3 && plain(part);
    let mut parts = cell.split(' ');
    let first = parts.next().unwrap_or_default();
    // Where a row has no such number a dash may stand.
    let dash = matches!(cell, "—" | "——" | "–" | "/");
    dash || first.begins_with_any("0123456789-") && plain(first) && parts.all(thousands)
}

/// Adds the borders of the tables in a stretch of cells, one behind the other.
fn between(source: &str, mut cells: &[Range<usize>], borders: &mut Vec<(usize, Border)>) {
    let numbers: Vec<bool> = cells.iter().map(|cell| is_number(&source[cell.clone()])).collect();
    let is = |cell: &Range<usize>| {
        let words = &source[cell.clone()];
        match words {
            "合计" | "总计" | "小计" => Word::Sum,
            _ if words.starts_with('表') => Word::Table,
            // 保留许可 154 项、处罚 1978 项、强制 12
            _ if is_marked(words) || goes_on(words) && words.chars().nth(1) == Some('、') => Word::Prose,
            _ if words.has_any("表位况(（") => Word::Caption,
            _ => Word::Other,
        }
    };
    while let Some(table) = table(&numbers[numbers.len() - cells.len()..], &|i| is(&cells[i])) {
        around(cells, &table, borders);
        cells = &cells[table.tail..];
    }
}

/// Whether a line of a list of contents opens with a mark: 一、组织领导, (二)主要问题.
fn is_marked(words: &str) -> bool {
    mark(words).is_some_and(|mark| mark.kind <= MarkKind::ChineseInBrackets)
}

/// Adds the borders of a table among cells.
fn around(cells: &[Range<usize>], table: &Table, borders: &mut Vec<(usize, Border)>) {
    let ends = |i: usize| (i - table.head).is_multiple_of(table.columns);
    for i in table.head..table.end {
        if i > 0 {
            let border = if ends(i) { Border::Row(0) } else { Border::Cell };
            borders.push((cells[i - 1].end, border));
        }
    }
    // A last row that lacks the number of the others: 合计.
    for i in table.end..table.tail {
        let border = if i == table.end { Border::Row(table.named) } else { Border::Cell };
        borders.push((cells[i - 1].end, border));
    }
    if table.tail < cells.len() {
        borders.push((cells[table.tail - 1].end, Border::Row(0)));
    }
}

/// Where a table stands in a stretch of cells: its head, its rows, a shorter last one.
#[derive(Debug, PartialEq)]
struct Table {
    head: usize,
    columns: usize,
    /// The column that names the rows.
    named: usize,
    end: usize,
    tail: usize,
}

/// What a cell that is no number may tell of its table.
#[derive(PartialEq)]
enum Word {
    /// That it is the sum of the others.
    Sum,
    /// That a table begins: 表2.
    Table,
    /// What the table below is of, or in which unit: 行政处罚(宗).
    Caption,
    /// That it is none: a section begins, a sentence goes on.
    Prose,
    Other,
}

/// The table of a stretch, by which of its cells are numbers.
fn table(numbers: &[bool], word: &dyn Fn(usize) -> Word) -> Option<Table> {
    let first = numbers.iter().position(|&number| number)?;
    if let Some(pairs) = pairs(numbers, word, first) {
        return Some(pairs);
    }
    let mut best: Option<(usize, Table)> = None;
    // Rows open with a word or with a number.
    for start in [first.checked_sub(1)?, first] {
        for columns in 2..=MOST_COLUMNS.min(start) {
            let (head, row) = (start - columns, numbers.get(start..start + columns));
            let Some(row) = row.filter(|row| row.contains(&true)) else { break };
            let rows = numbers[start..].chunks_exact(columns).take_while(|other| *other == row).count();
            let end = start + rows * columns;
            // Rows of numbers only, and one row alone, fit heads of many lengths: nothing may be left over.
            let captioned = head > 0 && matches!(word(head - 1), Word::Caption | Word::Table);
            let anchored = head == 0 || captioned;
            // 警告 罚款 合计 3 9 12 表2 …: the row ends where the next table begins.
            let closed =
                end == numbers.len() || captioned && !row.contains(&false) && word(end) == Word::Table;
            // 许可 处罚 合计 5 6 11: the sum is the last column's head, and no name of the row.
            let summed = rows == 1 && start < first && word(start) == Word::Sum;
            let loose = !anchored && (rows == 1 || !row.contains(&false)) || rows == 1 && !closed || summed;
            let (cells, short) = (rows * columns, (end + columns - 1).min(numbers.len()));
            let named = row.iter().position(|&number| !number).unwrap_or(0);
            let totals =
                named > 0 && short > end && !numbers[end] && numbers[end + 1..short].iter().all(|&n| n);
            let tail = if totals { short } else { end };
            let table = Table { head, columns, named, end, tail };
            // Between two captions it is all that stands there, whatever else would fit.
            if end < numbers.len() && rows == 1 && closed {
                return Some(table);
            }
            if !loose && best.as_ref().is_none_or(|(most, _)| cells > *most) {
                best = Some((cells, table));
            }
        }
    }
    best.map(|(_, table)| table)
}

/// The fewest rows of a table without heads.
const FEWEST_PAIRS: usize = 4;

/// Names and numbers in turn, with no heads over them: 警告|12|罚款|486|….
fn pairs(numbers: &[bool], word: &dyn Fn(usize) -> Word, first: usize) -> Option<Table> {
    let head = first.checked_sub(1)?;
    let captioned = head == 0 || word(head - 1) == Word::Table || head == 1 && word(0) == Word::Caption;
    let rows = numbers[head..].chunks_exact(2).take_while(|row| **row == [false, true]).count();
    let end = head + rows * 2;
    let prose = (head..end).step_by(2).any(|i| word(i) == Word::Prose);
    let table = Table { head, columns: 2, named: 0, end, tail: end };
    (captioned && rows >= FEWEST_PAIRS && !prose).then_some(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(cells: &str) -> Option<Table> {
        let numbers: Vec<bool> = cells.split(' ').map(is_number).collect();
        table(&numbers, &|_| Word::Other)
    }

    #[test]
    fn rows_that_are_made_alike_are_a_table() {
        let table = found("序号 单位 受理 办结 1 东区 20 19 2 西区 31 30 合计 51 49");
        assert_eq!(table, Some(Table { head: 0, columns: 4, named: 1, end: 12, tail: 15 }));
        let table = found("单位 优秀 合格 甲局 3 4 乙局 5 6");
        assert_eq!(table, Some(Table { head: 0, columns: 3, named: 0, end: 9, tail: 9 }));
        assert_eq!(
            found("类别 许可 处罚 强制 数量 5 6 7"),
            Some(Table { head: 0, columns: 4, named: 0, end: 8, tail: 8 })
        );
    }

    #[test]
    fn numbers_that_no_head_fits_are_none() {
        assert_eq!(found("警告 罚款 没收违法 所得 合计 5 6 7 18"), None);
        assert_eq!(found("5 6 7 8 9 10 11 12"), None);
    }
}
