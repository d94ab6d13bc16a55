//! 分别: names and figures listed apart, paired one by one.

use std::ops::Range;

use crate::Decimal;
use crate::metric::change::AGAINST;
use crate::metric::frame::{Frame, is_joint};
use crate::metric::label::{clause_before, core, is_relating, local};
use crate::quantity::unit::UnitKind;
use crate::quantity::{Quantity, is_year};
use crate::words::{Stretch, last_word};

/// A list of names, and what they share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// From the first name to the last.
    pub names: Range<usize>,
    /// The words before the first that belong to every name.
    pub verb: Range<usize>,
    /// The words behind the last that belong to every name.
    pub shared: Range<usize>,
}

impl List {
    /// Whether a place is in the names, but not in what they share.
    pub fn sets_apart(&self, place: &Range<usize>) -> bool {
        let within = |range: &Range<usize>| range.start <= place.start && place.end <= range.end;
        within(&self.names) && !within(&self.verb) && !within(&self.shared)
    }
}

/// Gives each figure of a run that 分别 announces its own name.
pub fn pair(folded: &str, quantities: &[Quantity], frames: &mut [Frame]) {
    let mut first = 0;
    while first < quantities.len() {
        let last = run_end(folded, quantities, first);
        if last > first {
            let count = last - first + 1;
            if let Some((name, year)) = years_before(folded, &frames[first], count) {
                for (frame, year) in frames[first..].iter_mut().take(count).zip(year..) {
                    (frame.name, frame.year) = (name.clone(), Some(year));
                }
                first = last + 1;
                continue;
            }
            let before = names_before(folded, frames, first, count);
            let around = before.as_deref().and_then(|names| shared(folded, names));
            let (before, around) = before.map_or_else(
                || counted_names(folded, quantities, frames, first, count).unzip(),
                |names| (Some(names), around),
            );
            let names = before.or_else(|| names_behind(folded, frames, last, count)).unwrap_or_default();
            if names.is_empty() && follows_counts(folded, quantities, &frames[first], first, count) {
                for i in first..=last {
                    frames[i].name = Some(local(folded, &frames[i - count]).0);
                    frames[i].back = Some(count);
                }
            }
            for (frame, name) in frames[first..].iter_mut().zip(names) {
                frame.list.clone_from(&around);
                frame.name = Some(name);
            }
        }
        first = last + 1;
    }
}

/// The last quantity of the run that begins with `first`: only joints stand between.
fn run_end(folded: &str, quantities: &[Quantity], first: usize) -> usize {
    let mut last = first;
    while let Some(next) = quantities.get(last + 1) {
        let between = &folded[quantities[last].place.end..next.place.start];
        let joined = !between.is_empty() && between.trim_matches(|c| is_joint(c) || c == '与').is_empty();
        if !joined || next.kind != quantities[last].kind {
            break;
        }
        last += 1;
    }
    last
}

/// A、B分别为1件、2件; A、B共3件,分别为1件、2件.
fn names_before(folded: &str, frames: &[Frame], first: usize, count: usize) -> Option<Vec<Range<usize>>> {
    let own = frames[first].before.clone();
    let words = &folded[own.clone()];
    let at = ["分别", "依次", "各为"].iter().find_map(|word| last_word(words, word))?;
    // 案件数和金额较去年同期分别上升18%和57%
    let against = AGAINST.at_end(&words[..at]).map_or(0, str::len);
    let at = own.start + at - against;
    let names = names(folded, own.start..at, count);
    if names.is_some() {
        return names;
    }
    if core(folded, own.start..at).is_empty() {
        let found = clause_named(folded, &frames[first], count);
        if found.is_some() {
            return found;
        }
    }
    let earlier = frames.get(first.checked_sub(1)?)?;
    let same = earlier.sentence == frames[first].sentence && core(folded, own.start..at).is_empty();
    self::names(folded, core(folded, earlier.before.clone()), count).filter(|_| same)
}

/// 物业、停车、供热投诉最多,依次为5件、3件、1件: the names are the clause before.
fn clause_named(folded: &str, frame: &Frame, count: usize) -> Option<Vec<Range<usize>>> {
    let words = folded[frame.reach..frame.before.start].strip_suffix(',')?;
    let clause = words.behind_any(",。;:");
    let end = frame.reach + words.len();
    let ranked =
        ["最多", "居多", "较多", "突出", "靠前", "居前"].iter().find_map(|word| clause.strip_suffix(word));
    let named = ranked.map_or(clause, |rest| rest.strip_suffix("投诉").unwrap_or(rest));
    let start = end - clause.len();
    let plain = !clause.has_digit();
    names(folded, start..start + named.len(), count).filter(|_| plain)
}

/// 甲、乙、丙三个大队立案分别为12件、9件、7件: the names stand before the figure that counts them.
fn counted_names(
    folded: &str,
    quantities: &[Quantity],
    frames: &[Frame],
    first: usize,
    count: usize,
) -> Option<(Vec<Range<usize>>, List)> {
    let (own, before) = (frames[first].before.clone(), first.checked_sub(1)?);
    let told =
        quantities[before].value <= Decimal::whole(count as i64) && quantities[before].place.end == own.start;
    let at = own.start + folded[own.clone()].place_of("分别")?;
    let names = names(folded, core(folded, frames[before].before.clone()), count).filter(|_| told)?;
    let list = names[0].start..names[count - 1].end;
    Some((names, List { verb: list.start..list.start, names: list, shared: core(folded, own.start..at) }))
}

/// So many names in a stretch: parted by every joint, or by 、 alone where 和 and 及 join one name.
fn names(folded: &str, list: Range<usize>, count: usize) -> Option<Vec<Range<usize>>> {
    let parted = |joints| Some(split(folded, list.clone(), joints)).filter(|names| names.len() == count);
    parted("、和及与").or_else(|| parted("、"))
}

/// 收案2018年至2022年分别为612件、655件…: what is counted, and the first of the years.
fn years_before(folded: &str, frame: &Frame, count: usize) -> Option<(Option<Range<usize>>, u16)> {
    let own = frame.before.clone();
    let words = folded[own.clone()].parted("分别")?.0;
    let (ahead, to) = year_at_end(words)?;
    let listed = words.matches('年').count() == count;
    let ahead = ahead.without_last("至到-~、和及");
    let (mut before, mut from) = year_at_end(ahead)?;
    while let Some((further, year)) = year_at_end(before.trim_end_matches('、')).filter(|_| listed) {
        (before, from) = (further, year);
    }
    if usize::from(to.checked_sub(from)?) + 1 != count {
        return None;
    }
    let place = core(folded, own.start..own.start + before.len());
    let name = if place.is_empty() { clause_before(folded, frame) } else { Some(place) };
    Some((name, from))
}

/// The year that words end with, 2022年 or 2022, and the words before it.
fn year_at_end(words: &str) -> Option<(&str, u16)> {
    let words = words.strip_suffix("年度").or(words.strip_suffix('年')).unwrap_or(words);
    let (before, digits) = words.split_at_checked(words.len().checked_sub("2022".len())?)?;
    Some((before, digits.parse().ok().filter(|_| is_year(digits))?))
}

/// The most bytes of a noun that names share.
const NOUN: usize = 48;

/// What the names of a list share: of 办理民事、刑事援助案件 the verb and the noun.
fn shared(folded: &str, names: &[Range<usize>]) -> Option<List> {
    let ([first, ..], [.., before, last]) = (names, names) else { return None };
    let words = &folded[last.clone()];
    // Names of a list end alike (一审、二审) or are as long (许可、处罚).
    let alike = folded[before.clone()].chars().next_back().and_then(|c| Some(words.rfind(c)? + c.len_utf8()));
    let long = || words.char_indices().nth(folded[before.clone()].chars().count()).map(|(at, _)| at);
    let own = alike.or_else(long).filter(|own| words.len() - own <= NOUN).unwrap_or(words.len());
    Some(List {
        names: first.start..last.end,
        verb: first.start..first.end.saturating_sub(own).max(first.start),
        shared: last.start + own..last.end,
    })
}

/// 许可96件、处罚58件,分别占62%、38%: whether a run of shares or changes is of as many counts right before it.
fn follows_counts(folded: &str, quantities: &[Quantity], frame: &Frame, first: usize, count: usize) -> bool {
    let Some(counted) = first.checked_sub(count) else { return false };
    let counts = quantities[counted..first].iter().all(|q| q.kind == UnitKind::Count);
    let words = &folded[frame.before.clone()];
    let Some((own, _)) = words.parted("分别").or(words.parted("依次")).or(words.parted("各占")) else {
        return false;
    };
    let bare = is_relating(own.trim_start_matches(|c| is_joint(c) || c == ','));
    bare && counts && quantities[first].kind == UnitKind::Rate
}

/// 1件、2件分别是A、B.
fn names_behind(folded: &str, frames: &[Frame], last: usize, count: usize) -> Option<Vec<Range<usize>>> {
    let behind = frames[last].after.start..frames[last].sentence.end;
    let words = folded[behind.clone()].trim_start_matches(',');
    let tail = "分别是 分别为 分别系 分别属 依次是 依次为".split(' ').find_map(|w| words.strip_prefix(w))?;
    let start = behind.end - tail.len();
    let end = start + tail.first_of(",。;").unwrap_or(tail.len());
    let names = names(folded, start..end, count)?;
    (!folded[start..end].has_digit()).then_some(names)
}

/// The names of a list that these joints part, without the words around them.
fn split(folded: &str, list: Range<usize>, joints: &str) -> Vec<Range<usize>> {
    let words = &folded[list.clone()];
    let mut names = Vec::new();
    let mut start = 0;
    let mut depth = 0;
    for (i, c) in words.char_indices().chain([(words.len(), '、')]) {
        match c {
            '(' | '“' | '《' => depth += 1,
            ')' | '”' | '》' => depth -= 1,
            c if depth == 0 && joints.has(c) => {
                let name = core(folded, list.start + start..list.start + i);
                if !name.is_empty() {
                    names.push(name);
                }
                start = (i + c.len_utf8()).min(words.len());
            }
            _ => {}
        }
    }
    names
}
