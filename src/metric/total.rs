//! Tables whose last row is the total of the rows above it: their cells are parts of its cells.

use crate::Id;
use crate::metric::table::WIDEST;
use crate::metric::{Metric, MetricKind, Source};
use crate::text::Text;
use crate::words::starts;

/// Rows of the longest table that is added up.
const LONGEST: usize = 60;

/// A figure in a table: its row and its column.
struct Cell {
    figure: usize,
    row: usize,
    column: usize,
}

/// Makes the cells above a row of totals parts of those.
pub fn totals(text: &Text, metrics: &mut [Metric]) {
    let figures: Vec<usize> = (0..metrics.len()).filter(|&i| metrics[i].source == Source::Table).collect();
    let mut table: Vec<Cell> = Vec::new();
    let mut next = 0;
    for (row, paragraph) in text.paragraphs.iter().enumerate() {
        if next == figures.len() && table.is_empty() {
            return;
        }
        let words = &text.folded[paragraph.clone()];
        if !words.contains('\t') {
            table.clear();
            continue;
        }
        let first = table.len();
        let (mut column, mut from) = (0, paragraph.start);
        while let Some(&figure) = figures.get(next) {
            let place = text.place(metrics[figure].span).start;
            if place >= paragraph.end {
                break;
            }
            if place >= from {
                column += text.folded[from..place].matches('\t').count();
                from = place;
                if column < WIDEST {
                    table.push(Cell { figure, row, column });
                }
            }
            next += 1;
        }
        if starts(words.trim_start_matches('\t'), "合计 总计 总数 共计") {
            let (above, own) = table.split_at(first);
            for total in own {
                for cell in above.iter().filter(|cell| row - cell.row < LONGEST) {
                    if cell.column == total.column {
                        joined(metrics, cell.figure, total.figure);
                    }
                }
            }
            table.clear();
        }
    }
}

/// Makes a cell part of a total where it counts the same; shares and means have no sum.
fn joined(metrics: &mut [Metric], part: usize, total: usize) {
    let (unit, kind) = (metrics[total].unit, metrics[total].kind);
    let own = &mut metrics[part];
    let counted = matches!(kind, MetricKind::Count | MetricKind::Amount) && !own.label.contains("均");
    if counted && own.unit == unit && own.kind == kind && own.part_of.is_none() {
        own.part_of = Some(Id::new('m', total));
    }
}
