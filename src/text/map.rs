//! The way back from the folded text to the words as given.

use std::ops::Range;

use crate::Span;

/// Where folded bytes stand in the source: copied runs between points where the distance changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    /// `(folded, source)`, ascending. Two points of one folded place are the end of what stands
    /// before and the start of what comes after something left out.
    points: Vec<(u32, u32)>,
    /// How many points stand before each block of folded bytes, so that a place is looked up among
    /// its neighbours only.
    blocks: Vec<u32>,
}

/// Folded bytes of a block.
const BLOCK: usize = 512;

impl Map {
    /// Notes that folded byte `folded` continues at source byte `source`, `before` being where the
    /// source of what stands before it ended.
    pub fn point(&mut self, folded: usize, before: usize, source: usize) {
        while self.blocks.len() * BLOCK <= folded {
            self.blocks.push(self.points.len() as u32);
        }
        self.points.push((folded as u32, before as u32));
        if before != source {
            self.points.push((folded as u32, source as u32));
        }
    }

    /// How many points fulfil a condition that those before `folded` do and those behind it don't.
    fn count(&self, folded: u32, holds: impl Fn(&(u32, u32)) -> bool) -> usize {
        let block = folded as usize / BLOCK;
        let from = self.blocks.get(block).map_or(self.points.len(), |&from| from as usize);
        let to = self.blocks.get(block + 1).map_or(self.points.len(), |&to| to as usize);
        from + self.points[from..to].partition_point(holds)
    }

    /// The folded byte that a source byte became, or where it was left out.
    #[must_use]
    pub fn folded(&self, source: u32) -> usize {
        let next = self.points.partition_point(|&(_, at)| at <= source);
        let reached = self.points[..next].last().map_or(source, |&(folded, at)| folded + (source - at));
        // What is left out stands where what follows it begins.
        self.points.get(next).map_or(reached, |&(folded, _)| reached.min(folded)) as usize
    }

    /// The place in the source of a folded range; both ends are character boundaries.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let (start, end) = (range.start as u32, range.end as u32);
        let last = self.count(start, |&(folded, _)| folded <= start);
        let start_source = self.points[..last].last().map_or(start, |&(f, s)| s + (start - f));
        if range.is_empty() {
            return Span { start: start_source, end: start_source };
        }
        let first = self.count(end, |&(folded, _)| folded < end);
        let end_source = match self.points.get(first) {
            Some(&(folded, source)) if folded == end => source,
            _ => self.points[..first].last().map_or(end, |&(f, s)| s + (end - f)),
        };
        Span { start: start_source, end: end_source }
    }
}
