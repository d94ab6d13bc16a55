//! How the principal leaders performed as first responsible persons: told, not only asked for.
//!
//! A heading may announce it. Elsewhere a leader must stand before acts of his own (主持, 批示, 带头 …); a slogan
//! (压实第一责任人职责), a rule's title or a list of those who reported to others is no account of anybody.

use std::ops::Range;
use std::sync::LazyLock;

use crate::data;
use crate::requirement;
use crate::{Id, Reading};

const REQUIREMENT: &str = "first_responsible_person";

/// Who counts as a principal leader, what one does himself, and what somebody says who asks it of others.
static WORDS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let rows = data::rows(include_str!("../data/leader_words.tsv"));
    rows.filter_map(|mut row| Some((row.next()?, row.next()?))).collect()
});

/// The words of one role: `leader`, `act` or `asked`.
fn words_of(role: &str) -> impl Iterator<Item = &'static str> {
    WORDS.iter().filter(move |(own, _)| *own == role).map(|(_, word)| *word)
}

/// Bytes before and behind a word that say whose it is.
const NEAR: usize = 36;
/// Bytes before it in which a title may have opened, or who acts be named.
const FAR: usize = 360;
/// Characters of an account at least.
const FEWEST: usize = 12;
/// Acts that tell a performance which nobody calls by its name.
const MANY: usize = 3;

/// Where the report tells it.
pub fn performance(reading: &Reading) -> Option<Range<usize>> {
    headed(reading).or_else(|| told(reading))
}

/// Whether a section's heading announces it.
pub fn is_heading(reading: &Reading, section: Option<Id>) -> bool {
    section.is_some_and(|id| announces(&reading.text.folded[reading.outline.places[id.index()].clone()]))
}

fn announces(heading: &str) -> bool {
    requirement::first(heading, REQUIREMENT, "heading").is_some()
}

/// A heading outside plans and shortcomings, with an account under it: one that only asks for it (压实) needs
/// a leader's own act there.
fn headed(reading: &Reading) -> Option<Range<usize>> {
    let (text, outline) = (&reading.text, &reading.outline);
    let mut places = outline.places.iter().enumerate();
    places.find_map(|(i, place)| {
        let heading = &text.folded[place.clone()];
        if !reading.chapters.account_holds(place.start) || !announces(heading) {
            return None;
        }
        let level = outline.sections[i].level;
        let next = outline.sections[i + 1..].iter().position(|section| section.level <= level);
        let end = next.map_or(text.folded.len(), |k| outline.places[i + 1 + k].start);
        let body = &text.folded[place.end..end];
        let asked = words_of("asked").any(|word| heading.contains(word)) && !heading.contains("履");
        let told = if asked {
            let first = text.sentences.partition_point(|sentence| sentence.start < place.end);
            let mut sentences = text.sentences[first..].iter().take_while(|sentence| sentence.start < end);
            sentences.any(|sentence| acts(&text.folded[sentence.clone()]) > 0)
        } else {
            body.chars().nth(FEWEST).is_some()
        };
        told.then(|| place.clone())
    })
}

/// A sentence of the account in which a leader acts, and that calls it by its name or tells many acts.
fn told(reading: &Reading) -> Option<Range<usize>> {
    let text = &reading.text;
    let mut sentences = text.sentences.iter().enumerate();
    let (_, sentence) = sentences.find(|(i, sentence)| {
        if !reading.chapters.account_holds(sentence.start) {
            return false;
        }
        let words = &text.folded[(*sentence).clone()];
        let acts_here = acts(words);
        if acts_here >= MANY && words.contains('法') {
            return true;
        }
        // The next sentence of the paragraph may tell the acts.
        let next = text.sentences.get(i + 1).filter(|next| next.start == sentence.end);
        let acts_next = || next.map_or(0, |next| acts_of(&text.folded[next.clone()]));
        match named(words) {
            Some(by_leader) => acts_here > 0 || by_leader && acts_next() > 1,
            None => false,
        }
    })?;
    Some(sentence.clone())
}

/// Whether a sentence calls the duty by its name outside a title and without asking it of others; and whether
/// a leader stands before it.
fn named(words: &str) -> Option<bool> {
    let mut named = None;
    let wanted = |requirement: &str, place: &str| requirement == REQUIREMENT && place == "sentence";
    requirement::told(words, &wanted, &mut |_, duty| {
        let before = &words[words.floor_char_boundary(duty.start.saturating_sub(FAR))..duty.start];
        let clause = before.rsplit([',', ';', '。', ':']).next().unwrap_or(before);
        let titled = before.matches('《').count() > before.matches('》').count();
        let behind = &words[duty.end..words.floor_char_boundary(duty.end + NEAR)];
        let asked = words_of("asked").any(|word| clause.contains(word))
            || ["情况纳入", "情况作为", "情况列入", "纳入"].iter().any(|word| behind.starts_with(word));
        if !asked && named.is_none() {
            named = Some(!titled && leader(before).is_some());
        }
    });
    named
}

/// How many kinds of acts a leader of the sentence does.
fn acts(words: &str) -> usize {
    leader(words).map_or(0, |end| acts_of(&words[end..]))
}

fn acts_of(words: &str) -> usize {
    words_of("act").filter(|act| words.contains(act)).count()
}

/// Where the first leader's name ends who acts for himself: not a deputy, not a village's, not one of many.
fn leader(words: &str) -> Option<usize> {
    let ends = words_of("leader").filter_map(|name| {
        let mut found = words.match_indices(name);
        found.find_map(|(at, _)| {
            let before = &words[words.floor_char_boundary(at.saturating_sub(NEAR))..at];
            let clause = before.rsplit([',', ';', '。', ':', '(']).next().unwrap_or(before);
            let other = ["副", "村", "支部", "总支", "部门", "单位", "办公室", "分管", "委员会"]
                .iter()
                .any(|w| clause.ends_with(w))
                || clause.contains(['名', '各', '位'])
                || ["向", "对", "由", "组织", "将", "把"].iter().any(|w| clause.starts_with(w));
            let behind = &words[at + name.len()..];
            let other = other
                || ["办公", "信箱", "热线", "专线", "员", "接待日"].iter().any(|w| behind.starts_with(w));
            let far = &words[words.floor_char_boundary(at.saturating_sub(FAR))..at];
            let titled = far.rfind('《') > far.rfind('》');
            (!other && !titled).then_some(at + name.len())
        })
    });
    ends.min()
}
