//! How the words around a number bound its value.

use std::sync::LazyLock;

use serde::Serialize;

use crate::fold::is_ideograph;
use crate::words::{Ends, Stretch, behind_word, ends, last_word, starts};

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
const BEFORE: &[(Bound, &str)] = &[
    (Bound::AtLeast, "不少于 不低于 不小于 不得少于 不得低于 至少 最少"),
    (Bound::AtMost, "不高于 不得高于 不超过 不得超过 不大于 不多于 未超过 至多 最多"),
    (Bound::Over, "超过了 突破了 超出 超过 突破 高于 大于 多于 超 逾 上百"),
    (Bound::About, "差不多 接近 将近 大约 大概 约为 约占 约有 约达 约合 约计 近 约"),
    (Bound::Under, "不足 不到 不满 未达到 低于 小于 少于"),
];

static WORDS: LazyLock<Ends> =
    LazyLock::new(|| Ends::new(BEFORE.iter().flat_map(|(_, words)| words.split(' ')).collect()));

/// Characters that make another word of the one behind them: 最近, 签约, 赶超.
const OTHER_WORD: &[(&str, &str)] =
    &[("近", "最附临靠邻就亲"), ("约", "规公民签解合预特条节履违契制租续相邀"), ("超", "赶反")];

/// What is lacking on the merits, no bound of what follows: 证据不足29件.
const LACKING: &str = "据 说理 理由 论证 告知 调查 审查 释法";

/// Bounds that may stand before a comparison: 约为诉讼收案量的1.5倍.
const OVER_WORDS: &[(Bound, &str)] = &[
    (Bound::AtLeast, "不低于 不少于"),
    (Bound::AtMost, "不超过"),
    (Bound::Under, "不到 不足"),
    (Bound::About, "约为 约占 接近 近"),
    (Bound::Over, "超过 超"),
];

/// Words right behind the unit.
const AFTER: &[(Bound, &str)] = &[
    (Bound::AtLeast, "(含)以上 及以上 或以上 以上"),
    (Bound::AtMost, "(含)以下 及以下 以内 之内 以下"),
    (Bound::About, "左右 上下"),
    (Bound::Over, "有余 开外"),
];

/// The bound that `before` and `after` put on a number which itself says whether it is more.
///
/// A comparison with somebody else's figure (低于全市9%) bounds nothing: there the word does not
/// stand right before the number.
#[must_use]
pub fn bound(before: &str, after: &str, over: bool) -> Bound {
    if let Some(&(bound, _)) = AFTER.iter().find(|(_, words)| starts(after, words)) {
        return bound;
    }
    // 2个工作日内, 5个多; not 六类多发, 3家内资企业, 比58件多28件.
    for (word, bound) in [("内", Bound::AtMost), ("多", Bound::Over)] {
        let behind = after.strip_prefix(word).map(|rest| rest.chars().next());
        if behind.is_some_and(|c| c.is_none_or(|c| !is_ideograph(c) && !c.is_ascii_digit() || c == '办')) {
            return bound;
        }
    }
    if over {
        return Bound::Over;
    }
    let near = before.without_last(" “");
    if let Some(words) = WORDS.at_end(near) {
        let rest = &near[..near.len() - words.len()];
        let other = OTHER_WORD.iter().find(|(word, _)| *word == words);
        let made = other.is_some_and(|(_, chars)| rest.ends_with_any(chars));
        let ground = words == "不足" && ends(rest, LACKING);
        let told = BEFORE.iter().find(|(_, list)| list.split(' ').any(|word| word == words));
        return told.filter(|_| !made && !ground).map_or(Bound::Exact, |(bound, _)| *bound);
    }
    over_words(near).or_else(|| over_verb(near)).unwrap_or(Bound::Exact)
}

/// The last characters of a clause, so far back.
fn clause_end(clause: &str, reach: usize) -> &str {
    let start = clause.char_indices().rev().nth(reach).map_or(0, |(i, _)| i);
    clause[start..].behind_any(",。;:、(")
}

/// The bound before the verb of what is counted: 至少开展1场.
fn over_verb(before: &str) -> Option<Bound> {
    const REACH: usize = 7;
    let verb = behind_word(clause_end(before, REACH), "至少")?;
    (!verb.is_empty() && !verb.has_digit()).then_some(Bound::AtLeast)
}

/// The bound before what a figure is compared with: 不低于执法人员总数的5%.
fn over_words(before: &str) -> Option<Bound> {
    const REACH: usize = 14;
    let compared = before.strip_suffix('的')?;
    let words = clause_end(compared, REACH);
    let each = OVER_WORDS.iter().flat_map(|(bound, list)| list.split(' ').map(move |word| (word, bound)));
    let found = each.filter_map(|(word, bound)| Some((last_word(words, word)?, word.len(), bound)));
    let (at, len, bound) = found.max_by_key(|&(at, len, _)| (at, len))?;
    let other = OTHER_WORD.iter().find(|(word, _)| words[at..].starts_with(word) && word.len() == len);
    let made = other.is_some_and(|(_, chars)| words[..at].ends_with_any(chars));
    let behind = &words[at + len..];
    let counted = behind.has_digit() || ends(&words[..at], LACKING);
    // 超期送达的17卷, 超范围经营的3户: what is wrong with them.
    let fault = words[at..].starts_with('超') && starts(behind, "期 时 标 范 限 载 额 员 速 权 前");
    (!made && !counted && !fault).then_some(*bound)
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
            ("事实不清、证据不足", ",", Bound::Exact),
            ("对于法有据不足的", "建议不予出台", Bound::Exact),
            ("比去年少了差不多", "", Bound::About),
            ("持证人员不足", ",", Bound::Under),
            ("低于全市", "的平均水平", Bound::Exact),
            ("避免经济损失约", "", Bound::About),
            ("复议收案量约为诉讼收案量的", "", Bound::About),
            ("占比不低于执法人员总数的", "", Bound::AtLeast),
            ("各村每季度至少开展", "", Bound::AtLeast),
            ("整改超期的", "", Bound::Exact),
            ("超标准排放的", "", Bound::Exact),
            ("超全市平均的", "", Bound::Over),
        ] {
            assert_eq!(bound(before, after, false), wanted, "{before}…{after}");
        }
        assert_eq!(bound("", "", true), Bound::Over);
    }
}
