//! Where the causes of shortcomings stand: behind words that only ask why among shortcomings (由于), in a
//! chapter of their own, or promised by a heading (存在的不足和原因).

use std::ops::Range;

use crate::chapter::{Chapter, headed, paragraph, title};
use crate::mark::item_mark;
use crate::outline::Outline;
use crate::requirement;
use crate::text::Text;

/// Bytes before the words that ask why: 产生上述问题的 is still their opening.
const OPENING: usize = 48;

/// Bytes in which the second half of a pair stands.
const FAR: usize = 240;

/// Finds the causes, in the order of the text.
pub fn causes(text: &Text, outline: &Outline, shortcomings: &[Chapter]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for chapter in shortcomings {
        let before = found.len();
        told(text, &chapter.place, &mut found);
        // A heading promises them; then weaker words keep the promise.
        if let Some(section) = chapter.section.filter(|_| found.len() == before) {
            found.extend(promised(text, outline, section, &chapter.place));
        }
    }
    found
}

/// The causes that sentences of a chapter tell.
fn told(text: &Text, chapter: &Range<usize>, found: &mut Vec<Range<usize>>) {
    // The list of shortcomings has begun.
    let mut listed = false;
    for piece in pieces(text, chapter) {
        if found.last().is_some_and(|cause| piece.start < cause.end) {
            continue;
        }
        let words = &text.folded[piece.clone()];
        let marked = item_mark(words).is_some();
        // 一方面…;另一方面…: the second half stands behind a stop.
        let on =
            &text.folded[piece.start..text.folded.floor_char_boundary(piece.start + FAR).min(chapter.end)];
        let pair =
            || requirement::first(on, "causes", "pair").filter(|pair| listed && pair.start < words.len());
        let first = requirement::first(words, "causes", "sentence").or_else(pair);
        listed |= marked || !listed && piece.start > chapter.start;
        let Some(at) = first.map(|words| words.start) else { continue };
        if at <= OPENING && !marked {
            let from = piece.start;
            found.push(from..closing(text, chapter, piece));
        } else {
            let clause = words[..at].rfind([',', ':']).map_or(0, |comma| comma + 1);
            found.push(piece.start + clause..piece.end);
        }
    }
}

/// Where causes end that open a piece: with their paragraph, or where the list of shortcomings goes on.
fn closing(text: &Text, chapter: &Range<usize>, opening: Range<usize>) -> usize {
    let end =
        text.paragraphs.get(paragraph(text, opening.start)).map_or(chapter.end, |p| p.end.min(chapter.end));
    let own_list = |words: &str| words.contains("一是") || words.contains("一方面") || words.contains("第一");
    if own_list(&text.folded[opening.clone()]) {
        return end;
    }
    let mut own = false;
    for piece in pieces(text, &(opening.end..end)) {
        let words = &text.folded[piece.clone()];
        own |= own_list(words);
        if !own && item_mark(words).is_some_and(|(number, _)| number > 1) {
            return piece.start;
        }
    }
    end
}

/// The causes that a heading promises, where its section keeps the promise.
fn promised(text: &Text, outline: &Outline, section: usize, chapter: &Range<usize>) -> Option<Range<usize>> {
    let title = title(text, outline, section);
    // Plans may stand inside the section: then the chapter is what they leave.
    let body = outline.places[section].end.clamp(chapter.start, chapter.end)..chapter.end;
    if !headed(title, "causes") || body.is_empty() {
        return None;
    }
    if !headed(title, "shortcomings") {
        return Some(body);
    }
    let weak =
        |piece: &Range<usize>| requirement::first(&text.folded[piece.clone()], "causes", "weak").is_some();
    pieces(text, &body).find(weak)
}

/// The stretches of a text between full stops and semicolons, each with its stop.
fn pieces<'a>(text: &'a Text, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let (mut from, end) = (range.start, range.end);
    std::iter::from_fn(move || {
        while text.folded[from..end].starts_with('\n') {
            from += 1;
        }
        if from >= end {
            return None;
        }
        let stop =
            text.folded[from..end].char_indices().find(|(_, c)| matches!(c, '。' | ';' | '\n' | '!' | '?'));
        let start = from;
        from = stop.map_or(end, |(at, c)| start + at + if c == '\n' { 0 } else { c.len_utf8() });
        Some(start..from)
    })
}
