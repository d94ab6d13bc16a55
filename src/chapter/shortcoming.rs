//! Where shortcomings stand: under a heading of theirs, or from a sentence that owns up to them.

use std::ops::Range;

use crate::chapter::{Chapter, headed, hold, merged, paragraph, section_end, title};
use crate::mark::item_mark;
use crate::outline::Outline;
use crate::requirement;
use crate::text::Text;

/// Finds the chapters of shortcomings.
pub fn shortcomings(text: &Text, outline: &Outline, plans: &[Chapter]) -> Vec<Chapter> {
    let mut found = Vec::new();
    for section in 0..outline.sections.len() {
        let title = title(text, outline, section);
        let named = headed(title, "shortcomings") || headed(title, "causes");
        let place = outline.places[section].start..section_end(text, outline, section);
        if named && !within(plans, &place) {
            found.push(Chapter { place, section: Some(section) });
        }
    }
    if found.is_empty() {
        found.extend(opening(text, outline, plans));
    }
    apart(merged(found, Vec::new()), plans)
}

/// Whether a heading stands inside plans that began before it.
fn within(plans: &[Chapter], place: &Range<usize>) -> bool {
    place.start > 0 && hold(plans, place.start) && hold(plans, place.start - 1)
}

/// The chapter that a sentence opens: the rest of its paragraph, and the list below it.
fn opening(text: &Text, outline: &Outline, plans: &[Chapter]) -> Option<Chapter> {
    // Nobody owns up to shortcomings before he has told what was done.
    let behind = text.folded.len() * 2 / 5;
    let first = text.sentences.partition_point(|sentence| sentence.end < behind);
    let mut sentences = text.sentences[first..].iter();
    let sentence = sentences.find(|sentence| {
        let words = &text.folded[(*sentence).clone()];
        !hold(plans, sentence.start) && requirement::first(words, "shortcomings", "sentence").is_some()
    })?;
    let mut last = paragraph(text, sentence.start);
    let heading =
        |place: &Range<usize>| outline.places.binary_search_by_key(&place.start, |p| p.start).is_ok();
    while let Some(next) = text.paragraphs.get(last + 1) {
        let words = &text.folded[next.clone()];
        let goes_on = item_mark(words).is_some() || is_cause(words);
        if !goes_on || heading(next) || hold(plans, next.start) {
            break;
        }
        last += 1;
    }
    Some(Chapter { place: sentence.start..text.paragraphs.get(last)?.end, section: None })
}

/// Whether a paragraph opens with the causes of what stands above it.
fn is_cause(words: &str) -> bool {
    let opening = &words[..words.floor_char_boundary(60)];
    requirement::first(opening, "causes", "sentence").is_some_and(|cause| cause.start <= 30)
}

/// Chapters without the plans that stand inside them.
fn apart(chapters: Vec<Chapter>, plans: &[Chapter]) -> Vec<Chapter> {
    let mut apart = Vec::with_capacity(chapters.len());
    for Chapter { place, section } in chapters {
        let mut start = place.start;
        let first = plans.partition_point(|plan| plan.place.end <= place.start);
        for plan in plans[first..].iter().take_while(|plan| plan.place.start < place.end) {
            if start < plan.place.start {
                apart.push(Chapter { place: start..plan.place.start, section });
            }
            start = plan.place.end;
        }
        if start < place.end {
            apart.push(Chapter { place: start..place.end, section });
        }
    }
    apart
}
