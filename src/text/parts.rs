//! Paragraphs, sentences, titles and numerals of a folded text, found in one pass.

use std::ops::Range;

/// What a folded text divides into.
#[derive(Debug, Default)]
pub struct Parts {
    /// The paragraphs, none empty.
    pub paragraphs: Vec<Range<usize>>,
    /// The sentences, with their stops.
    pub sentences: Vec<Range<usize>>,
    /// The outermost 《…》, none longer than its paragraph.
    pub titles: Vec<Range<usize>>,
    /// Every character of a numeral.
    pub numerals: Vec<u32>,
}

/// Finds the parts.
pub fn parts(folded: &str) -> Parts {
    let mut parts = Parts::default();
    let (mut paragraph, mut sentence) = (0, 0);
    let (mut depth, mut title) = (0_u32, 0);
    // Behind a stop: closing marks and more stops belong to the sentence that it ends.
    let mut stopped = false;
    for (at, c) in folded.char_indices() {
        if stopped && !matches!(c, '”' | '’' | ')' | '》' | '。' | '!' | '?') {
            parts.sentences.push(sentence..at);
            (sentence, stopped) = (at, false);
        }
        match c {
            '0'..='9'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '两'
            | '零'
            | '〇' => parts.numerals.push(at as u32),
            '。' | '!' | '?' => stopped = true,
            '《' => {
                if depth == 0 {
                    title = at;
                }
                depth += 1;
            }
            '》' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    parts.titles.push(title..at + c.len_utf8());
                }
            }
            '\n' => {
                if sentence < at {
                    parts.sentences.push(sentence..at);
                }
                if paragraph < at {
                    parts.paragraphs.push(paragraph..at);
                }
                (paragraph, sentence, depth) = (at + 1, at + 1, 0);
            }
            _ => {}
        }
    }
    let end = folded.len();
    if sentence < end {
        parts.sentences.push(sentence..end);
    }
    if paragraph < end {
        parts.paragraphs.push(paragraph..end);
    }
    parts
}
