//! Where shortcomings stand: under a heading of theirs, or from a sentence that owns up to them.

use crate::chapter::{Chapter, Heading, hold, merged, paragraph};
use crate::mark::item_mark;
use crate::outline::Outline;
use crate::requirement;
use crate::text::Text;

/// Finds the chapters of shortcomings.
pub fn shortcomings(text: &Text, outline: &Outline, headings: &[Heading], plans: &[Chapter]) -> Vec<Chapter> {
    let mut found = Vec::new();
    for (section, heading) in headings.iter().enumerate() {
        let start = outline.places[section].start;
        // One that stands inside plans that began before it tells none.
        let planned = hold(plans, start) && start > 0 && hold(plans, start - 1);
        if (heading.shortcomings || heading.causes) && !planned {
            let place = start..outline.ends[section];
            found.push(Chapter { place, section: Some(section) });
        }
    }
    if found.is_empty() {
        found.extend(opening(text, outline, plans));
    }
    apart(merged(found), plans)
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
    while let Some(next) = text.paragraphs.get(last + 1) {
        let words = &text.folded[next.clone()];
        let goes_on = item_mark(words).is_some() || is_cause(words);
        let headed = outline.at(next.start).is_some_and(|i| outline.places[i].start == next.start);
        if !goes_on || headed || hold(plans, next.start) {
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
