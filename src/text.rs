//! The text: folded to one form for reading, with the way back to the words as given.
//!
//! Folded are full-width forms, traditional characters, kinds of dashes and brackets, blanks and
//! hard line breaks. Places in the folded text are `Range<usize>`, places in the source [`Span`].

mod lines;
mod map;
mod offsets;

use std::ops::Range;

pub use offsets::{OffsetUnit, Offsets};

use crate::Span;
use crate::fold::{Folded, fold};
use map::Map;

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
    /// Code points of the source but white space.
    pub characters: u32,
    map: Map,
}

impl Text<'_> {
    /// Where a folded range stands in the source.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        self.map.span(range)
    }

    /// The words of the source that a folded range stands for, without blanks and line breaks.
    #[must_use]
    pub fn words(&self, range: Range<usize>) -> String {
        let given = self.span(range).of(self.source);
        given.chars().filter(|c| !c.is_whitespace() && !matches!(fold(*c), Folded::Blank)).collect()
    }

    /// The folded place of a source byte.
    #[must_use]
    pub fn folded_at(&self, byte: u32) -> usize {
        self.map.folded(byte)
    }
}

/// Folds a text and finds its paragraphs and sentences.
#[must_use]
pub fn text(source: &str) -> Text<'_> {
    let lines = lines::lines(source);
    let joined = lines::joined(source, &lines);
    let mut folded = String::with_capacity(source.len());
    let mut map = Map::default();
    let mut characters = 0;
    // Behind the last source byte that `folded` stands for.
    let mut done = 0;
    let mut put = |folded: &mut String, c: char, at: usize, len: usize| {
        if at != done {
            map.point(folded.len(), done, at);
        }
        folded.push(c);
        done = at + len;
        if c.len_utf8() != len {
            map.point(folded.len(), done, done);
        }
    };
    for (line, joined) in lines.iter().zip(joined) {
        let mut blank = false;
        for (i, c) in source[line.start..line.end].char_indices() {
            let at = line.start + i;
            characters += u32::from(!c.is_whitespace());
            match fold(c) {
                Folded::As(as_read) => {
                    // A blank tells two words of another script apart, and two numbers.
                    if blank && as_read.is_ascii_alphanumeric() && ends_alphanumeric(&folded) {
                        let before = source[..at].chars().next_back().map_or(0, char::len_utf8);
                        put(&mut folded, ' ', at - before, before);
                    }
                    put(&mut folded, as_read, at, c.len_utf8());
                    blank = false;
                }
                Folded::Blank if line.spaced_cells && !blank => {
                    put(&mut folded, '\t', at, c.len_utf8());
                    blank = true;
                }
                Folded::Blank => blank = true,
                Folded::Cell => {
                    put(&mut folded, '\t', at, c.len_utf8());
                    blank = false;
                }
                Folded::Break => {}
            }
        }
        if !joined && line.next > line.end {
            put(&mut folded, '\n', line.end, line.next - line.end);
        }
    }
    let paragraphs = paragraphs(&folded);
    let sentences = sentences(&folded, &paragraphs);
    let titles = titles(&folded, &paragraphs);
    Text { source, folded, paragraphs, sentences, titles, characters, map }
}

fn ends_alphanumeric(folded: &str) -> bool {
    folded.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric)
}

fn paragraphs(folded: &str) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for line in folded.split_inclusive('\n') {
        let end = start + line.trim_end_matches('\n').len();
        if end > start {
            paragraphs.push(start..end);
        }
        start += line.len();
    }
    paragraphs
}

fn sentences(folded: &str, paragraphs: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    for paragraph in paragraphs {
        let mut start = paragraph.start;
        for (i, stop) in folded[paragraph.clone()].match_indices(['。', '!', '?']) {
            let mut end = paragraph.start + i + stop.len();
            if end < start {
                continue;
            }
            // A closing quotation mark or a second stop belongs to the sentence that it ends.
            while let Some(c) = folded[end..paragraph.end].chars().next().filter(|c| "”’)》。!?".contains(*c))
            {
                end += c.len_utf8();
            }
            sentences.push(start..end);
            start = end;
        }
        if start < paragraph.end {
            sentences.push(start..paragraph.end);
        }
    }
    sentences
}

fn titles(folded: &str, paragraphs: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    for paragraph in paragraphs {
        let (mut depth, mut start) = (0, 0);
        for (i, mark) in folded[paragraph.clone()].match_indices(['《', '》']) {
            let at = paragraph.start + i;
            if mark == "《" {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            } else if depth > 0 {
                depth -= 1;
                if depth == 0 {
                    titles.push(start..at + mark.len());
                }
            }
        }
    }
    titles
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
            assert_eq!(text.span(at..at + folded.len()).of(source), given);
            assert_eq!(text.folded_at(text.span(at..at + 1).start), at);
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
}
