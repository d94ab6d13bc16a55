//! A table's row: its cells are named by their heads.

use crate::metric::cue::TABLE;
use crate::metric::frame::{Frame, sort};
use crate::metric::read::Reader;
use crate::metric::table;
use crate::quantity::Quantity;

impl Reader<'_, '_> {
    /// Reads a table's row.
    pub(super) fn row(&mut self, index: usize, quantities: &[Quantity], frames: Vec<Frame>) {
        let mut counted = Vec::new();
        let mut around = Vec::new();
        let mut all = Vec::new();
        for (quantity, mut frame) in quantities.iter().zip(frames) {
            let mut quantity = quantity.clone();
            if quantity.in_table {
                let heads = table::heads(self.text, index, &quantity.place);
                let told = |holds: fn(&str) -> bool| {
                    heads.column.clone().is_some_and(|column| holds(self.words(column)))
                };
                if told(table::is_rank) {
                    continue;
                }
                table::measure(self.text, &mut quantity, &heads);
                let (first, second) = if told(table::is_period) {
                    (&heads.row, &heads.column)
                } else {
                    (&heads.column, &heads.row)
                };
                frame.name = first.clone().or(second.clone());
                frame.beside = second.clone().filter(|_| first.is_some());
                let sum = frame.name.clone().is_some_and(|name| table::is_sum(self.words(name)));
                let lines = heads.captions.last().zip(heads.captions.first());
                frame.caption =
                    lines.filter(|_| frame.beside.is_none() && sum).map(|(top, last)| top.start..last.end);
                all.extend(heads.column.into_iter().chain(heads.row).chain(heads.captions));
            }
            counted.push(quantity);
            around.push(frame);
        }
        sort(&mut all);
        all.dedup();
        self.hits.clear();
        for head in all {
            TABLE.find(&self.text.folded, head, &mut self.hits);
        }
        self.paragraph(&self.text.paragraphs[index], &counted, &around);
    }
}
