//! The text: folded to one form for reading, with the way back to the words as given.
//!
//! Folded are full-width forms, traditional characters, kinds of dashes and brackets, blanks and
//! hard line breaks. Places in the folded text are `Range<usize>`, places in the source [`Span`].

mod flat;
mod lines;
mod map;
mod mirrored;
mod offsets;
mod parts;

use std::borrow::Cow;
use std::ops::Range;

pub(crate) use lines::is_title_part;
pub use offsets::{OffsetUnit, Offsets};

use crate::Span;
use crate::fold::{Folded, fold, is_letter, stays};
use flat::Border;
use lines::Line;
use map::Map;
use memchr::memchr2;
use parts::Parts;

/// A text as given and as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<'a> {
    /// The words as given.
    pub source: &'a str,
    /// The words as read: a paragraph a line.
    pub folded: String,
    /// The paragraphs of `folded`, none empty.
    pub paragraphs: Vec<Range<usize>>,
    /// The sentences of `folded`, with their stops.
    pub sentences: Vec<Range<usize>>,
    /// The outermost 《…》 of `folded`, none longer than its paragraph.
    pub titles: Vec<Range<usize>>,
    /// Where a numeral, Arabic or Chinese, stands in `folded`: every character of it.
    pub numerals: Vec<u32>,
    /// Code points of the source but white space.
    pub characters: u32,
    map: Map,
}

impl<'a> Text<'a> {
    /// Where a folded range stands in the source.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        self.map.span(range)
    }

    /// Where a span of the source stands in the folded text.
    #[must_use]
    pub fn place(&self, span: Span) -> Range<usize> {
        self.map.folded(span.start)..self.map.folded(span.end)
    }

    /// Code points but white space of the source that a folded range stands for.
    #[must_use]
    pub fn characters_in(&self, range: Range<usize>) -> u32 {
        self.span(range).of(self.source).chars().filter(|c| !c.is_whitespace()).count() as u32
    }

    /// The words of the source that a folded range stands for, without blanks and line breaks.
    #[must_use]
    pub fn words(&self, range: Range<usize>) -> Cow<'a, str> {
        let given = self.span(range.clone()).of(self.source);
        // What folding left as it was holds no blanks but those that it keeps.
        if given == &self.folded[range] && memchr2(b' ', b'\t', given.as_bytes()).is_none() {
            return Cow::Borrowed(given);
        }
        let blank = |c: char| c.is_whitespace() || fold(c) == Folded::Blank;
        Cow::Owned(given.chars().filter(|&c| !blank(c)).collect())
    }
}

/// Folds a text and finds its paragraphs and sentences.
#[must_use]
pub fn text(source: &str) -> Text<'_> {
    let lines = lines::lines(source);
    let joined = lines::joined(source, &lines);
    let borders = flat::borders(source, &lines);
    let mut folder = Folder { source, borders: &borders, ..Folder::default() };
    folder.folded.reserve(source.len());
    for (line, joined) in lines.iter().zip(joined) {
        folder.line(line);
        if folder.border(line.end, line.next - line.end) || joined || line.next == line.end {
            continue;
        }
        folder.put('\n', line.end, line.next - line.end);
    }
    let Folder { mut folded, map, blanks, traditional, .. } = folder;
    if traditional * mirrored::FEWEST >= folded.len() {
        mirrored::restore(source, &mut folded);
    }
    let breaks: usize = lines.iter().map(|line| source[line.end..line.next].len()).sum();
    let characters = source.chars().count() - breaks - blanks;
    let Parts { paragraphs, sentences, titles, numerals } = parts::parts(&folded);
    Text { source, folded, paragraphs, sentences, titles, numerals, characters: characters as u32, map }
}

/// Builds the folded text: runs that stay as they are go over in one piece.
#[derive(Default)]
struct Folder<'a> {
    source: &'a str,
    folded: String,
    map: Map,
    /// Behind the last source byte that `folded` stands for.
    done: usize,
    /// White space met, line ends apart.
    blanks: usize,
    /// Ideographs that were read as others.
    traditional: usize,
    /// The borders of tables run flat that are still to come.
    borders: &'a [(usize, Border)],
}

impl Folder<'_> {
    /// Adds a character that stands for `len` bytes of the source.
    fn put(&mut self, c: char, at: usize, len: usize) {
        if at != self.done {
            self.map.point(self.folded.len(), self.done, at);
        }
        self.folded.push(c);
        self.done = at + len;
        if c.len_utf8() != len {
            self.map.point(self.folded.len(), self.done, self.done);
        }
    }

    /// Adds a stretch of the source as it is.
    fn keep(&mut self, stretch: Range<usize>) {
        if stretch.is_empty() {
            return;
        }
        if stretch.start != self.done {
            self.map.point(self.folded.len(), self.done, stretch.start);
        }
        self.folded.push_str(&self.source[stretch.clone()]);
        self.done = stretch.end;
    }

    /// Adds the border of a table run flat that begins at a place; tells whether there is one.
    fn border(&mut self, at: usize, len: usize) -> bool {
        while let Some((_, later)) = self.borders.split_first().filter(|((place, _), _)| *place < at) {
            self.borders = later;
        }
        let Some(&(_, border)) = self.borders.first().filter(|(place, _)| *place == at) else { return false };
        match border {
            Border::None => {}
            Border::Stop => self.put(',', at, len),
            Border::Cell => self.put('\t', at, len),
            Border::Row(empty) => {
                self.put('\n', at, len);
                (0..empty).for_each(|_| self.put('\t', at + len, 0));
            }
        }
        true
    }

    fn line(&mut self, line: &Line) {
        // Where the run that stays begins; whether a blank stands right before.
        let (mut run, mut blank) = (line.start, false);
        for (i, c) in self.source[line.start..line.end].char_indices() {
            if !blank && stays(c) {
                continue;
            }
            let at = line.start + i;
            let end = at + c.len_utf8();
            match fold(c) {
                Folded::As(as_read) if as_read == c && !blank => {}
                Folded::As(as_read) => {
                    if !blank {
                        self.keep(run..at);
                    }
                    // A blank tells two words of another script apart, and two numbers.
                    if blank && as_read.is_ascii_alphanumeric() && self.ends_alphanumeric() {
                        let before = self.source[..at].chars().next_back().map_or(0, char::len_utf8);
                        self.put(' ', at - before, before);
                    }
                    self.traditional += usize::from(c != as_read && is_letter(c));
                    self.put(as_read, at, end - at);
                    (run, blank) = (end, false);
                }
                folded => {
                    if !blank {
                        self.keep(run..at);
                    }
                    self.blanks += usize::from(c.is_whitespace());
                    match folded {
                        Folded::Blank if self.border(at, end - at) => {}
                        Folded::Blank if line.spaced_cells && !blank => self.put('\t', at, end - at),
                        Folded::Cell if self.border(at, end - at) => {}
                        Folded::Cell => self.put('\t', at, end - at),
                        Folded::Break => self.put('\n', at, end - at),
                        _ => {}
                    }
                    (run, blank) = (end, folded == Folded::Blank);
                }
            }
        }
        if !blank {
            self.keep(run..line.end);
        }
    }

    fn ends_alphanumeric(&self) -> bool {
        self.folded.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_and_finds_the_way_back() {
        let source = "\u{feff}收到 申請１２　件，\r\n\u{3000}\u{3000}其中３件。";
        let text = text(source);
        assert_eq!(text.folded, "收到申请12件,\n其中3件。");
        for (folded, given) in
            [("申请", "申請"), ("12件", "１２　件"), ("3件", "３件"), ("收到", "收到"), (",", "，")]
        {
            let at = text.folded.find(folded).unwrap();
            let span = text.span(at..at + folded.len());
            assert_eq!(span.of(source), given);
            assert_eq!(text.place(span), at..at + folded.len());
        }
    }

    #[test]
    fn joins_lines_broken_at_the_width_of_a_page() {
        let line = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸";
        let source = format!("标题\n{line}\n{line}\n{line}\n{line}完。\n后来");
        let text = text(&source);
        assert_eq!(text.paragraphs.len(), 3, "{:?}", text.folded);
    }

    #[test]
    fn joins_a_line_that_stops_before_a_figure() {
        let line = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸";
        let source =
            format!("标题\n{line}\n{line}\n{line}\n①{line}，罚没款\n682.4万元，比上年少一成。\n后来");
        let text = text(&source);
        assert_eq!(text.paragraphs.len(), 4, "{:?}", text.folded);
    }

    #[test]
    fn keeps_paragraphs_apart() {
        let text = text("一、总体情况\n全年受理案件12件\n审结10件\n二、下一步打算\n继续努力");
        assert_eq!(text.paragraphs.len(), 5);
    }

    #[test]
    fn ends_sentences_with_their_quotation_marks() {
        let text = text("他说：“好。”第二句！第三句");
        let sentences: Vec<_> = text.sentences.iter().map(|s| &text.folded[s.clone()]).collect();
        assert_eq!(sentences, ["他说:“好。”", "第二句!", "第三句"]);
    }

    #[test]
    fn rows_behind_one_another_in_a_line_with_borders_are_rows() {
        let line = "单位 | 受理 | 办结 | 甲局 | 20 | 19 | 乙局 | 31 | 30 | 丙局 | 8 | 8";
        assert_eq!(text(line).folded, "单位\t受理\t办结\n甲局\t20\t19\n乙局\t31\t30\n丙局\t8\t8");
        let row = "三、办理结果 | (一)予以公开 | 21 | 3 | 0 | 0 | 1 | 0 | 25";
        assert!(!text(row).folded.contains('\n'));
    }
}
