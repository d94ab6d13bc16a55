//! Sentences that stand twice; however often one does, it is one slip.

use std::ops::Range;

use crate::Span;
use crate::audit::case::Case;
use crate::audit::message::say;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity};
use crate::fold::is_letter;
use crate::words::{Keys, Stretch, ends, mixed, starts};

pub const RULE: Rule = Rule {
    code: "duplicate",
    group: Group::Text,
    severity: Severity::Warning,
    name: ["语句重复", "A sentence stands twice"],
    why: ["整句重复多半是粘贴所致。", "A whole sentence that stands twice was most likely pasted twice."],
    #[cfg(test)]
    proof: include_str!("duplicate.tsv"),
    check,
};

/// Characters of the shortest sentence that doesn't stand twice by chance.
const SHORTEST: usize = 20;
/// So many of its last clauses may be a sentence elsewhere.
const CLAUSES: usize = 4;
/// Characters of a sentence that a message quotes.
const QUOTED: usize = 24;

fn check(case: &Case, found: &mut Found) {
    let text = &case.reading.text;
    let mut known = Known::default();
    let mut slips: Vec<Slip> = Vec::new();
    let mut headings = case.outline().places.iter().peekable();
    for sentence in &text.sentences {
        while headings.next_if(|heading| heading.end <= sentence.start).is_some() {}
        // A heading that runs into its sentence is no part of it.
        let start = headings
            .peek()
            .filter(|heading| heading.start <= sentence.start)
            .map_or(sentence.start, |h| h.end);
        let words = case.words(start.min(sentence.end)..sentence.end);
        if !ends(words, "。 ! ? ; ”") || words.has('\t') {
            continue;
        }
        clauses_twice(case, &mut slips, start, words);
        let mut at = start;
        for item in words.split_inclusive(';') {
            look(case, &mut slips, &mut known, at + number(item)..at + item.len());
            at += item.len();
        }
    }
    for slip in slips {
        found.slip(slip);
    }
    headings_twice(case, found);
}

/// Letters of the shortest clause that does not stand twice in a row by chance.
const SHORTEST_CLAUSE: usize = 8;

/// A clause right behind itself: 依托“学习强国”等平台,依托“学习强国”等平台,组织学习.
fn clauses_twice(case: &Case, slips: &mut Vec<Slip>, start: usize, words: &str) {
    let mut last = start..start;
    for clause in words.split_inclusive(',') {
        let place = last.end..last.end + clause.len();
        let own = clause.without_last(",。");
        let before = case.words(last.clone()).trim_end_matches(',');
        if own == before && own.chars().filter(|&c| is_letter(c)).nth(SHORTEST_CLAUSE - 1).is_some() {
            let text = &case.reading.text;
            let [first, again] = [last, place.clone()].map(|at| text.span(at));
            slips.push(slip(case, again, first, own));
        }
        last = place;
    }
}

/// A heading right below itself.
fn headings_twice(case: &Case, found: &mut Found) {
    let outline = case.outline();
    for (pair, places) in outline.sections.windows(2).zip(outline.places.windows(2)) {
        let [first, again] = pair else { continue };
        let between = case.words(places[0].end..places[1].start);
        if first.heading == again.heading && between.without_first("。:\n").is_empty() {
            found.slip(slip(case, again.span, first.span, &again.heading));
        }
    }
}

/// How long 一是 and the like before an item of a list are.
fn number(item: &str) -> usize {
    let numbered = starts(item, "一 二 三 四 五 六 七 八") && starts(&item['一'.len_utf8()..], "是 要");
    if numbered { "一是".len() } else { 0 }
}

/// What stood before, whole sentences and how they end, by hash.
#[derive(Default)]
struct Known {
    hashes: Keys,
    all: Vec<Standing>,
}

/// What stood before: where, whether it was a whole sentence, and the slip that tells of it.
#[derive(Clone, Copy)]
struct Standing {
    span: Span,
    whole: bool,
    slip: Option<usize>,
}

/// Looks one sentence up among those before it.
fn look(case: &Case, slips: &mut Vec<Slip>, known: &mut Known, place: Range<usize>) {
    let text = &case.reading.text;
    let words = case.words(place.clone());
    let ends = endings(words);
    for (i, &(at, hash)) in ends.iter().enumerate() {
        // Two sentences may end alike; one that is all the end of another was pasted.
        let Some(first) = known.hashes.get(hash).map(|number| &mut known.all[number]) else { continue };
        if i > 0 && !first.whole {
            continue;
        }
        let span = text.span(place.start + at..place.end);
        // The same told of two years, each in a paragraph of its own.
        if case.in_other_years(text.place(first.span).start, text.place(span).start) {
            return;
        }
        if let Some(slip) = first.slip {
            slips[slip].related.push(span);
        } else {
            first.slip = Some(slips.len());
            slips.push(slip(case, span, first.span, &words[at..]));
        }
        return;
    }
    for (i, (at, hash)) in ends.into_iter().enumerate() {
        if known.hashes.add(hash) == known.all.len() {
            let span = text.span(place.start + at..place.end);
            known.all.push(Standing { span, whole: i == 0, slip: None });
        }
    }
}

/// Where the sentence and its last clauses begin that are long enough, each with the hash of what follows,
/// reckoned from the end so that one pass gives them all.
fn endings(words: &str) -> Vec<(usize, u64)> {
    let mut key = 0;
    let (mut letters, mut clauses) = (0, 0);
    let mut ends = Vec::with_capacity(CLAUSES + 1);
    for (at, c) in words.char_indices().rev() {
        if matches!(c, ',' | ';') && clauses < CLAUSES {
            clauses += 1;
            if letters >= SHORTEST {
                ends.push((at + c.len_utf8(), key));
            }
        } else if is_letter(c) || c.is_ascii_digit() {
            letters += 1;
            key = mixed(key, c);
        }
    }
    if letters >= SHORTEST {
        ends.push((0, key));
    }
    ends.reverse();
    ends
}

fn slip(case: &Case, span: Span, first: Span, words: &str) -> Slip {
    let mut said = words.to_owned();
    said.retain(|c| is_letter(c) || c.is_ascii_digit());
    let quoted = said.char_indices().nth(QUOTED).map_or(&*said, |(end, _)| &said[..end]);
    Slip {
        span: Some(span),
        related: vec![first],
        fixes: vec![Fix { span, text: String::new() }],
        message: say(case, SAYS, &[&quoted]),
        key: said,
        ..Slip::default()
    }
}

const SAYS: [&str; 2] =
    ["“$0…”一句与前文完全相同，建议删去一处。", "The sentence “$0…” stands twice; one may go."];
