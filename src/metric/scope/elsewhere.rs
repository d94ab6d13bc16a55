//! Another place's, level's or organ's figure.

use crate::words::{Stretch, Words, any_first, ends, last_word, starts};

/// Another place's, level's or organ's figure.
pub fn elsewhere(own: &str, ahead: &str, behind: &str) -> bool {
    const MEANS: &str = "平均水平 全市平均 全省平均 全国平均 市平均 省平均 全州平均 平均值 比全县平均 比全区平均 高于全县平均 低于全县平均 高于全区平均 \
        低于全区平均";
    static MEAN: Words = Words::new(MEANS);
    static COMPARED: Words = Words::new("低于 高于 超过 优于");
    let mean = ends(ahead, "平均水平 平均值 平均数");
    if !own.holds("平均") && !mean && !behind.starts_with("的") {
        return false;
    }
    MEAN.stand_in(own)
        || ends(ahead, MEANS)
        || COMPARED.stand_in(own) && starts(behind, "的平均 的全市平均 的全省平均")
}

/// The same rate of a wider place: 持证率98.4%,全市97.0%.
pub fn beside_rate(own: &str, ahead: &str) -> bool {
    is_wider(own) && ahead.ends_with("%,")
}

/// A wider place's figure that words compare with: 好于全省10.7%, 比全市13.5%的水平低, 占全市(28.9万户).
pub fn is_compared(own: &str, ahead: &str, behind: &str, is_change: bool) -> bool {
    const COMPARED: &str = "低于 高于 好于 优于 快于 慢于 多于 少于 比 较 占";
    let told = |words: &str, places: &str| {
        let compared =
            COMPARED.split(' ').filter_map(|word| last_word(words, word).map(|at| &words[at + word.len()..]));
        let place = compared.min_by_key(|rest| rest.len());
        place.is_some_and(|place| starts(place, places) && place.chars().nth(LONGEST).is_none())
    };
    // 占全市案件总数1200件的15% may be of the place itself; 同期 and 而 tell another.
    let of_all = own.has('占') && !own.holds("同期");
    let mean = starts(behind, "的平均 的均值");
    let words = own.without_first(",;");
    let place = ["同期", "同一年", "而"].iter().find_map(|with| words.strip_prefix(with));
    let beside = place.is_some_and(|place| starts(place, WIDER));
    !is_change
        && (beside
            || !of_all && told(own, if mean { WIDE } else { WIDER })
            || own.holds("同期") && told(own, WIDE)
            || own.is_empty() && told(ahead, if ahead.holds("平均") { WIDE } else { WIDER }))
}

/// The most characters of a wider place and what it is told of.
const LONGEST: usize = 8;

/// 全区派单16.8万件,本局承办6213件; 全省样板案例12件里我市仅入选1件
pub fn is_contrasted(before: &str, behind: &str, next: &str) -> bool {
    const OWN: &str = ",本市 ,本县 ,本区 ,我市 ,我县 ,我区 ,我局 ,本局 ,我镇 ,本镇 ,我乡 ,本乡 ,我街道 ,本街道 ,其中我 ,其中本 ,其中涉及我";
    const AMONG: &str = "里我 里本 中我 中本 当中我 当中本 之中我 之中本";
    before.has('全') && any_first(before, WIDE).is_some() && (starts(next, OWN) || starts(behind, AMONG))
}

/// Places that may be wider than the report's own.
const WIDE: &str = "全区 全县 全市 全省 全州 全国 全系统";

/// Places wider than the report's own.
const WIDER: &str = "全市 全省 全国 全州 全盟";

/// Whether words name nothing but a wider place.
pub fn is_wider(own: &str) -> bool {
    const SAID: &str =
        "法院 同口径 同期 均值 平均值 平均水平 平均 增幅 整体 总体 目标 控制线 仅 共有 共 则 的 为 是";
    let own = own.without_first("而;,");
    if starts(own, "区平均 县平均 全区平均 全县平均") {
        return true;
    }
    let own = own.strip_prefix("同期").unwrap_or(own);
    let Some(place) = any_first(own, WIDER) else { return false };
    SAID.split(' ').fold(&own[place..], |rest, word| rest.strip_prefix(word).unwrap_or(rest)).is_empty()
}
