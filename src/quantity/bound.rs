//! How the words around a number bound its value.

use std::sync::LazyLock;

use serde::Serialize;

use crate::words::Ends;

/// How the text bounds a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The value itself.
    Exact,
    /// 约, 近, 左右.
    About,
    /// More than: 余, 多, 超, 突破.
    Over,
    /// 以上, 不少于.
    AtLeast,
    /// 不足, 低于.
    Under,
    /// 以内, 不超过.
    AtMost,
}

/// Words right before the number; the longest counts.
const BEFORE: &[(&str, Bound)] = &[
    ("不少于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("不得少于", Bound::AtLeast),
    ("不得低于", Bound::AtLeast),
    ("不高于", Bound::AtMost),
    ("不得高于", Bound::AtMost),
    ("不超过", Bound::AtMost),
    ("不得超过", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("未超过", Bound::AtMost),
    ("至少", Bound::AtLeast),
    ("最少", Bound::AtLeast),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("超过了", Bound::Over),
    ("突破了", Bound::Over),
    ("超出", Bound::Over),
    ("超过", Bound::Over),
    ("突破", Bound::Over),
    ("高于", Bound::Over),
    ("大于", Bound::Over),
    ("多于", Bound::Over),
    ("超", Bound::Over),
    ("逾", Bound::Over),
    ("上百", Bound::Over),
    ("接近", Bound::About),
    ("将近", Bound::About),
    ("大约", Bound::About),
    ("大概", Bound::About),
    ("约为", Bound::About),
    ("约占", Bound::About),
    ("约有", Bound::About),
    ("约达", Bound::About),
    ("约合", Bound::About),
    ("约计", Bound::About),
    ("近", Bound::About),
    ("约", Bound::About),
    ("不足", Bound::Under),
    ("不到", Bound::Under),
    ("不满", Bound::Under),
    ("未达到", Bound::Under),
    ("低于", Bound::Under),
    ("小于", Bound::Under),
    ("少于", Bound::Under),
];

static WORDS: LazyLock<Ends> = LazyLock::new(|| Ends::new(BEFORE.iter().map(|(word, _)| *word)));

/// Characters that make another word of the one behind them: 最近, 签约, 赶超.
const OTHER_WORD: &[(&str, &str)] =
    &[("近", "最附临靠邻就亲"), ("约", "规公民签解合预特条节履违契制租续相邀"), ("超", "赶反")];

/// Bounds that may stand before a comparison: 约为诉讼收案量的1.5倍.
const OVER_WORDS: &[(&str, Bound)] = &[
    ("不低于", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不到", Bound::Under),
    ("不足", Bound::Under),
    ("约为", Bound::About),
    ("约占", Bound::About),
    ("接近", Bound::About),
    ("近", Bound::About),
    ("超过", Bound::Over),
    ("超", Bound::Over),
];

/// Words right behind the unit.
const AFTER: &[(&str, Bound)] = &[
    ("(含)以上", Bound::AtLeast),
    ("及以上", Bound::AtLeast),
    ("或以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("(含)以下", Bound::AtMost),
    ("及以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
    ("有余", Bound::Over),
    ("开外", Bound::Over),
];

/// The bound that `before` and `after` put on a number which itself says whether it is more.
///
/// A comparison with somebody else's figure (低于全市9%) bounds nothing: there the word does not
/// stand right before the number.
#[must_use]
pub fn bound(before: &str, after: &str, over: bool) -> Bound {
    if let Some(&(_, bound)) = AFTER.iter().find(|(words, _)| after.starts_with(words)) {
        return bound;
    }
    // 2个工作日内, 5个多; not 六类多发, 3家内资企业, 比58件多28件.
    for (word, bound) in [("内", Bound::AtMost), ("多", Bound::Over)] {
        let behind = after.strip_prefix(word).map(|rest| rest.chars().next());
        if behind.is_some_and(|c| {
            c.is_none_or(|c| !('\u{4E00}'..='\u{9FFF}').contains(&c) && !c.is_ascii_digit() || c == '办')
        }) {
            return bound;
        }
    }
    if over {
        return Bound::Over;
    }
    let near = before.trim_end_matches([' ', '“']);
    if let Some(words) = WORDS.at_end(near) {
        let rest = &near[..near.len() - words.len()];
        let other = OTHER_WORD.iter().find(|(word, _)| *word == words);
        let made = other.is_some_and(|(_, chars)| rest.ends_with(|c| chars.contains(c)));
        let bound = BEFORE.iter().find(|(word, _)| *word == words).map(|(_, bound)| *bound);
        return bound.filter(|_| !made).unwrap_or(Bound::Exact);
    }
    over_words(near).unwrap_or(Bound::Exact)
}

/// The bound before what a figure is compared with: 不低于执法人员总数的5%.
fn over_words(before: &str) -> Option<Bound> {
    const REACH: usize = 14;
    let compared = before.strip_suffix('的')?;
    let clause = compared.rsplit([',', '。', ';', ':', '、', '(']).next()?;
    let start = clause.char_indices().rev().nth(REACH).map_or(0, |(i, _)| i);
    let words = &clause[start..];
    let found = OVER_WORDS.iter().filter_map(|(word, bound)| Some((words.rfind(word)?, word.len(), bound)));
    let (at, len, bound) = found.max_by_key(|&(at, len, _)| (at, len))?;
    let other = OTHER_WORD.iter().find(|(word, _)| words[at..].starts_with(word) && word.len() == len);
    let made = other.is_some_and(|(_, chars)| words[..at].ends_with(|c| chars.contains(c)));
    let counted = words[at + len..].contains(|c: char| c.is_ascii_digit());
    (!made && !counted).then_some(*bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_words_on_both_sides() {
        for (before, after, wanted) in [
            ("办结率达到", "以上", Bound::AtLeast),
            ("控制在", "以内", Bound::AtMost),
            ("抽检量不低于", "", Bound::AtLeast),
            ("走访企业近", ",", Bound::About),
            ("总量突破", "。", Bound::Over),
            ("年内签约", "", Bound::Exact),
            ("降幅达", "左右", Bound::About),
            ("的不足", ";", Bound::Under),
            ("低于全市", "的平均水平", Bound::Exact),
            ("避免经济损失约", "", Bound::About),
            ("复议收案量约为诉讼收案量的", "", Bound::About),
            ("占比不低于执法人员总数的", "", Bound::AtLeast),
        ] {
            assert_eq!(bound(before, after, false), wanted, "{before}…{after}");
        }
        assert_eq!(bound("", "", true), Bound::Over);
    }
}
