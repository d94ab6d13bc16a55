//! Where the causes of shortcomings stand: behind words that only ask why among shortcomings (由于), in a
//! chapter of their own, or promised by a heading (存在的不足和原因).

use std::ops::Range;

use crate::chapter::{Chapter, Heading, paragraph};
use crate::mark::item_mark;
use crate::outline::Outline;
use crate::requirement;
use crate::text::Text;
use crate::words::{Stretch, Words};

/// Bytes before the words that ask why: 产生上述问题的 is still their opening.
const OPENING: usize = 48;

/// Bytes in which the second half of a pair stands.
const FAR: usize = 240;

/// Words that begin a list of the causes' own.
static OWN_LIST: Words = Words::new("一是 一方面 第一");

/// Finds the causes, in the order of the text.
pub fn causes(
    text: &Text,
    outline: &Outline,
    headings: &[Heading],
    shortcomings: &[Chapter],
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for chapter in shortcomings {
        let before = found.len();
        told(text, &chapter.place, &mut found);
        if found.len() == before {
            found.extend(headed(outline, headings, chapter));
        }
        // A heading promises them; then weaker words keep the promise.
        if let Some(section) = chapter.section.filter(|_| found.len() == before) {
            // Plans may stand inside the section: then the chapter is what they leave.
            let Range { start, end } = chapter.place;
            let body = outline.places[section].end.clamp(start, end)..end;
            found.extend(promised(text, &headings[section], body));
        }
    }
    found
}

/// The section inside a chapter that a heading of its own gives to the causes: (一)问题 and (二)缘由.
fn headed(outline: &Outline, headings: &[Heading], chapter: &Chapter) -> Option<Range<usize>> {
    let first = outline.places.partition_point(|place| place.start < chapter.place.start);
    let mut inside = (first..headings.len()).take_while(|&i| outline.places[i].start < chapter.place.end);
    let own = inside.find(|&section| {
        let heading = &headings[section];
        chapter.section != Some(section) && heading.causes && !heading.shortcomings
    })?;
    let body = outline.places[own].end..outline.ends[own];
    (!body.is_empty()).then_some(body)
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
            let clause = words[..at].last_of(",:").map_or(0, |comma| comma + 1);
            found.push(piece.start + clause..piece.end);
        }
    }
}

/// Where causes end that open a piece: with their paragraph, or where the list of shortcomings goes on.
fn closing(text: &Text, chapter: &Range<usize>, opening: Range<usize>) -> usize {
    let end =
        text.paragraphs.get(paragraph(text, opening.start)).map_or(chapter.end, |p| p.end.min(chapter.end));
    let pieces = pieces(text, &(opening.start..end)).map(|piece| (piece.start, &text.folded[piece]));
    let others = pieces.take_while(|(_, words)| !OWN_LIST.stand_in(words));
    let goes_on = |words: &str| item_mark(words).is_some_and(|(number, _)| number > 1);
    others.skip(1).find(|(_, words)| goes_on(words)).map_or(end, |(start, _)| start)
}

/// The causes that a heading promises, where what stands under it keeps the promise.
fn promised(text: &Text, heading: &Heading, body: Range<usize>) -> Option<Range<usize>> {
    if !heading.causes || body.is_empty() {
        return None;
    }
    if !heading.shortcomings {
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
        let start = from;
        for (at, c) in text.folded[start..end].char_indices() {
            from = start + at + c.len_utf8();
            match c {
                '。' | ';' | '!' | '?' => break,
                '\n' => {
                    from -= 1;
                    break;
                }
                _ => {}
            }
        }
        (start < end).then_some(start..from)
    })
}
