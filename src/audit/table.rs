//! Tables whose last row is the sum of the rows above it.

use crate::audit::case::Case;
use crate::metric::Source;

/// Words of a row that adds up the others.
const SUMS: [&str; 4] = ["合计", "总计", "总数", "共计"];
/// Rows of the longest table that is added up.
const LONGEST: usize = 60;

/// A figure in a table: its row and its column.
struct Cell {
    figure: usize,
    row: usize,
    column: usize,
}

/// The sums in tables, each with the figures above it in its column.
pub fn sums(case: &Case) -> Vec<(usize, Vec<usize>)> {
    let mut sums = Vec::new();
    let mut table: Vec<Cell> = Vec::new();
    let mut figures =
        (0..case.metrics().len()).filter(|&i| case.metric(i).source == Source::Table).peekable();
    for (row, paragraph) in case.reading.text.paragraphs.iter().enumerate() {
        let words = case.words(paragraph.clone());
        if !words.contains('\t') {
            table.clear();
            continue;
        }
        let first = table.len();
        while let Some(figure) = figures.next_if(|&i| case.place(i).start < paragraph.end) {
            let place = case.place(figure).start;
            if place >= paragraph.start {
                let column = case.words(paragraph.start..place).matches('\t').count();
                table.push(Cell { figure, row, column });
            }
        }
        let head = words.trim_start_matches('\t');
        if SUMS.iter().any(|w| head.starts_with(w)) {
            let (above, own) = table.split_at(first);
            for total in own {
                let near =
                    above.iter().filter(|cell| cell.column == total.column && row - cell.row < LONGEST);
                let parts: Vec<usize> =
                    near.map(|cell| cell.figure).filter(|&part| case.alike(part, total.figure)).collect();
                if parts.len() > 1 {
                    sums.push((total.figure, parts));
                }
            }
            table.clear();
        }
    }
    sums
}
