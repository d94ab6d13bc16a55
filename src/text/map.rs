//! The way back from the folded text to the words as given.

use std::ops::Range;

use crate::Span;

/// Where folded bytes stand in the source: copied runs between points where the distance changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    /// `(folded, source)`, ascending. Two points of one folded place are the end of what stands
    /// before and the start of what comes after something left out.
    points: Vec<(u32, u32)>,
}

impl Map {
    /// Notes that folded byte `folded` continues at source byte `source`, `before` being where the
    /// source of what stands before it ended.
    pub fn point(&mut self, folded: usize, before: usize, source: usize) {
        self.points.push((folded as u32, before as u32));
        if before != source {
            self.points.push((folded as u32, source as u32));
        }
    }

    /// The place in the source of a folded range; both ends are character boundaries.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let (start, end) = (range.start as u32, range.end as u32);
        let last = self.points.partition_point(|&(folded, _)| folded <= start);
        let start_source = self.points[..last].last().map_or(start, |&(f, s)| s + (start - f));
        if range.is_empty() {
            return Span { start: start_source, end: start_source };
        }
        let first = self.points.partition_point(|&(folded, _)| folded < end);
        let end_source = match self.points.get(first) {
            Some(&(folded, source)) if folded == end => source,
            _ => self.points[..first].last().map_or(end, |&(f, s)| s + (end - f)),
        };
        Span { start: start_source, end: end_source }
    }

    /// The folded byte of a source byte; of one left out, that of what follows.
    #[must_use]
    pub fn folded(&self, source: u32) -> usize {
        let next = self.points.partition_point(|&(_, s)| s <= source);
        let Some(&(f, s)) = self.points[..next].last() else { return source as usize };
        let folded = f + (source - s);
        // Inside something that shrank or was left out, stop where the next run begins.
        let limit = self.points.get(next).map_or(u32::MAX, |&(f, _)| f);
        folded.min(limit) as usize
    }
}
