//! Tables whose last row is the sum of the rows above it.

use crate::Decimal;
use crate::audit::case::Case;
use crate::audit::sum::List;
use crate::metric::Source;
use crate::metric::table::WIDEST;
use crate::words::starts;

/// Rows of the longest table that is added up.
const LONGEST: usize = 60;

/// A figure in a table: its row and its column.
struct Cell {
    figure: usize,
    row: usize,
    column: usize,
}

/// The sums in tables, each with the figures above it in its column.
pub fn sums(case: &Case) -> Vec<List> {
    let mut sums = Vec::new();
    let mut table: Vec<Cell> = Vec::new();
    let mut figures = Vec::new();
    for (i, metric) in case.metrics().iter().enumerate() {
        if metric.source == Source::Table {
            figures.push(i);
        }
    }
    let mut next = 0;
    for (row, paragraph) in case.reading.text.paragraphs.iter().enumerate() {
        if next == figures.len() && table.is_empty() {
            break;
        }
        let words = case.words(paragraph.clone());
        if !words.contains('\t') {
            table.clear();
            continue;
        }
        let first = table.len();
        let (mut column, mut from) = (0, paragraph.start);
        while next < figures.len() && case.place(figures[next]).start < paragraph.end {
            let figure = figures[next];
            let place = case.place(figure).start;
            if place >= from {
                column += case.words(from..place).matches('\t').count();
                from = place;
                if column < WIDEST {
                    table.push(Cell { figure, row, column });
                }
            }
            next += 1;
        }
        if starts(words.trim_start_matches('\t'), "合计 总计 总数 共计") {
            let (above, own) = table.split_at(first);
            // A column of growth has no sum; one of shares has 100.
            let added = |cell: &&Cell| {
                let metric = case.metric(cell.figure);
                metric.unit != "%" || metric.value == Decimal::whole(100)
            };
            for total in own.iter().filter(added) {
                let mut parts = Vec::new();
                for cell in above {
                    let near = cell.column == total.column && row - cell.row < LONGEST;
                    if near && case.alike(cell.figure, total.figure) {
                        parts.push(cell.figure);
                    }
                }
                sums.push(List { total: total.figure, parts });
            }
            table.clear();
        }
    }
    sums
}
