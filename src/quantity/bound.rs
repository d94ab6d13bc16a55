//! How the words around a number bound its value.

use serde::Serialize;

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

/// Words right before the number; a longer one stands before one that it ends with.
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

/// Characters that make another word of the 近, 约, 超 or 逾 behind them: 最近, 签约, 赶超.
const OTHER_WORD: &str = "最附临靠邻就亲规公民签合预特条节履违契制赶高立租续相大邀失解";

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
    ("多", Bound::Over),
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
    if over {
        return Bound::Over;
    }
    let before = before.trim_end_matches([' ', '的', '“']);
    for &(words, bound) in BEFORE {
        let Some(rest) = before.strip_suffix(words) else { continue };
        let last = rest.chars().next_back();
        if words.chars().count() == 1 && last.is_some_and(|c| OTHER_WORD.contains(c)) {
            return Bound::Exact;
        }
        return bound;
    }
    Bound::Exact
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
        ] {
            assert_eq!(bound(before, after, false), wanted, "{before}…{after}");
        }
        assert_eq!(bound("", "", true), Bound::Over);
    }
}
