//! How the principal leaders performed as first responsible persons: told, not only asked for.
//!
//! A heading may announce it. Elsewhere a leader must stand before acts of his own (主持, 批示, 带头 …); a slogan
//! (压实第一责任人职责), a rule's title or a list of those who reported to others is no account of anybody.

use std::ops::Range;
use std::sync::LazyLock;

use crate::data;
use crate::requirement;
use crate::words::{Stretch, Trie, any_first, ends, part};
use crate::{Id, Reading};

const REQUIREMENT: &str = "first_responsible_person";

/// Who counts as a principal leader, what one does himself, and what somebody says who asks it of others.
struct Words {
    words: Trie,
    /// The role of each: `leader`, `act` or `asked`.
    roles: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let (mut words, mut roles) = (Vec::new(), Vec::new());
    for [role, word, ..] in data::rows(data::table!("../data/leader_words.tsv")) {
        words.push((word, roles.len() as u16));
        roles.push(role);
    }
    Words { words: Trie::of(&words), roles }
});

/// Calls `found` with place and number of every word of one role.
fn each(words: &str, role: &str, found: &mut dyn FnMut(Range<usize>, u16)) {
    WORDS.words.find(words, |start, end, word| {
        if WORDS.roles[usize::from(word)] == role {
            found(start..end, word);
        }
    });
}

/// How many different words of one role stand in a text.
fn count(words: &str, role: &str) -> usize {
    let mut all = Vec::new();
    each(words, role, &mut |_, word| {
        if !all.contains(&word) {
            all.push(word);
        }
    });
    all.len()
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
    section.is_some_and(|id| announces(part(&reading.text.folded, &reading.outline.places[id.index()])))
}

fn announces(heading: &str) -> bool {
    requirement::first(heading, REQUIREMENT, "heading").is_some()
}

/// A heading outside plans and shortcomings, with an account under it: one that only asks for it (压实) needs
/// a leader's own act there.
fn headed(reading: &Reading) -> Option<Range<usize>> {
    let (text, outline) = (&reading.text, &reading.outline);
    for (place, &end) in outline.places.iter().zip(&outline.ends) {
        let heading = part(&text.folded, place);
        if !reading.chapters.account_holds(place.start) || !announces(heading) {
            continue;
        }
        let told = if count(heading, "asked") > 0 && !heading.has('履') {
            let first = text.sentences.partition_point(|sentence| sentence.start < place.end);
            let mut sentences = text.sentences[first..].iter().take_while(|sentence| sentence.start < end);
            sentences.any(|sentence| acts(part(&text.folded, sentence)) > 0)
        } else {
            text.folded[place.end..end].chars().nth(FEWEST).is_some()
        };
        if told {
            return Some(place.clone());
        }
    }
    None
}

/// A sentence of the account in which a leader acts, and that calls it by its name or tells many acts.
fn told(reading: &Reading) -> Option<Range<usize>> {
    let text = &reading.text;
    for (i, sentence) in text.sentences.iter().enumerate() {
        if !reading.chapters.account_holds(sentence.start) {
            continue;
        }
        let words = part(&text.folded, sentence);
        let acts_here = acts(words);
        if acts_here >= MANY && words.has('法') {
            return Some(sentence.clone());
        }
        let Some(by_leader) = named(words) else { continue };
        // The next sentence of the paragraph may tell the acts.
        let next = text.sentences.get(i + 1).filter(|next| by_leader && next.start == sentence.end);
        if acts_here > 0 || next.is_some_and(|next| count(part(&text.folded, next), "act") > 1) {
            return Some(sentence.clone());
        }
    }
    None
}

/// Whether a sentence calls the duty by its name outside a title and without asking it of others; and whether
/// a leader stands before it.
fn named(words: &str) -> Option<bool> {
    let number = requirement::number_of(REQUIREMENT)?;
    let mut named = None;
    requirement::each(words, &mut |pattern, first| {
        if named.is_some() || pattern.number != number || pattern.place != "sentence" {
            return;
        }
        let Some(end) = pattern.end(words, &first) else { return };
        let before = before(words, first.start, FAR);
        let clause = before.behind_any(",;。:");
        let entered = any_first(&words[end..], "情况纳入 情况作为 情况列入 纳入").is_some();
        let asked = count(clause, "asked") > 0 || entered;
        if !asked {
            let titled = before.matches('《').count() > before.matches('》').count();
            named = Some(!titled && leader(before).is_some());
        }
    });
    named
}

/// How many kinds of acts a leader of the sentence does.
fn acts(words: &str) -> usize {
    leader(words).map_or(0, |end| count(&words[end..], "act"))
}

/// Where the first leader's name ends who acts for himself: not a deputy, not a village's, not one of many.
fn leader(words: &str) -> Option<usize> {
    let mut leader = None;
    each(words, "leader", &mut |name, _| {
        if leader.is_some_and(|end| end <= name.end) {
            return;
        }
        let near = before(words, name.start, NEAR).behind_any(",;。:(");
        let other = ends(near, "副 村 支部 总支 部门 单位 办公室 分管 委员会")
            || near.has_any("名各位")
            || any_first(near, "向 对 由 组织 将 把").is_some()
            || any_first(&words[name.end..], "办公 信箱 热线 专线 员 接待日").is_some();
        let far = before(words, name.start, FAR);
        if !other && far.rfind('《') <= far.rfind('》') {
            leader = Some(name.end);
        }
    });
    leader
}

/// So many bytes before a place.
fn before(words: &str, place: usize, bytes: usize) -> &str {
    &words[words.floor_char_boundary(place.saturating_sub(bytes))..place]
}
