//! Another year's figure, and running totals over years.

use crate::quantity::{is_year, leading_year};
use crate::words::{Stretch, Words, ends, last_word, starts};

/// Another year's figure in a bracket: 较2020年(735家次), 916件(2014年为804件).
pub fn in_bracket(own: &str, ahead: &str, year: Option<u16>) -> bool {
    let told = |words: &str| {
        named_year(words)
            .is_some_and(|named| ends(words, "年 年的 年同期") && year.is_none_or(|year| named < year))
    };
    let compared = || ahead.last_of("较比与").is_some_and(|at| ahead[at..].chars().count() <= 8);
    let empty = own.trim_start_matches('、').is_empty();
    // 是2022年(58件)的2.36倍
    let dated = year.is_some() && told(ahead);
    !ahead.is_empty()
        && (empty && (dated || compared() && (told(ahead) || ends(ahead, "上年 去年 上年同期 去年同期")))
            || !empty && year.is_none() && told(own.without_last("为是")))
}

/// The most characters of 比 and of what came later than that: 比改革前的.
const BEFORE: usize = 6;

/// Another year's figure, by the words of its own clause; a chained figure shares its clause.
pub fn is_earlier(before: &str, own: &str, named: Option<u16>, year: Option<u16>) -> bool {
    static PREVIOUS: Words = Words::new("上年 去年 上一年 同期 前一年 上期");
    static CHANGED: Words = Words::new("增长 下降 减少 增加 上升 提升 提高 降低 核销 新增");
    // 环比上升22.4%,同比79起下降10.1%; 较2月份的111家次
    let month = || {
        let month = own.strip_suffix("月份的").or(own.strip_suffix("月的"));
        month.is_some_and(|month| month.without_last("0123456789").ends_with_any("比较"))
    };
    // 比2024年的675件增长, 比改革前的37个减少
    let against = || {
        let year = own.strip_suffix('的').map(|words| words.without_last("年度同期底末0123456789"));
        let year = year.filter(|when| when.len() + "的年".len() < own.len() && ends(when, "比 较"));
        let when = own.strip_suffix("前的").and_then(|when| when.last_of("比较").map(|at| &when[at..]));
        year.is_some() || when.is_some_and(|when| when.chars().nth(BEFORE).is_none())
    };
    if own.ends_with("同比") || month() || against() {
        return true;
    }
    static REACHED: Words = Words::new(
        "增至 升至 降至 减至 增加到 提高到 提升到 升到 降到 扩展到 压缩至 压减至 缩短至 整合为 增加至 结转 未结 旧存 未办结 未审结 转入 当年 本年 今年",
    );
    if !before.has('年') && !before.has('期') {
        return false;
    }
    // 五年前只有1.6万户
    if own.split_once("年前").is_some_and(|(years, _)| years.ends_with_any("几两三四五六七八十")) {
        return true;
    }
    // 同期市直机关办理1200件: in the same time.
    let meant = |i: usize| {
        let (ahead, behind) = before.split_at(i);
        let own = behind
            .strip_prefix("同期")
            .is_some_and(|rest| rest.chars().nth(1).is_some() && !starts(rest, "为 是 的 仅 有 数"));
        !own || ends(ahead, "年 年度 比 较 与 和 季度 月")
    };
    let previous = || PREVIOUS.last_in(before).is_some_and(|i| meant(i) && !CHANGED.stand_in(&before[i..]));
    let before_this = named.zip(year).is_some_and(|(named, year)| named < year);
    // 对2018年以前印发的9件文件作了清理, 2016年底以前的186件: when they came out is not when they were counted.
    static OPEN: Words =
        Words::new("以来 截至 以前印 以前制 以前出 以前的 底前的 之前的 前印发 前制发 前出台");
    let earlier = before_this && !OPEN.stand_in(before) || previous();
    earlier && !REACHED.stand_in(own)
}

/// The last year that a clause names: 2021年.
pub fn named_year(before: &str) -> Option<u16> {
    // Further back than any clause that is read as one.
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(600))..];
    let (digits, ahead) = before.rmatch_indices('年').find_map(|(i, _)| {
        let start = i.checked_sub(4)?;
        let digits = before.get(start..i).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
        is_year(digits).then(|| (digits, before[..start].chars().next_back()))
    })?;
    // 2000年至2016年 names no one year.
    let alone = ahead.is_none_or(|c| !c.is_ascii_digit() && !matches!(c, '-' | '至' | '~'));
    alone.then(|| digits.parse().ok())?
}

/// The earlier year that opens a stretch and whose account goes on in it: 2022年办理190件,挽回损失20.4亿元.
pub fn carried_year(stretch: &str, year: u16) -> Option<u16> {
    static NOW: Words = Words::new("今年 本年 当年 全年 目前 现 至今 截至 截止 已 累计 年 增 减 比");
    let (told, behind) = leading_year(stretch.without_first("。\n "))?;
    let (first, rest) = behind.trim_start_matches(',').split_once(',')?;
    let counted = first.has_digit() && !starts(first, "以 底 末 起 同 为 初 至 - 的");
    (told < year && counted && !NOW.stand_in(first) && !NOW.stand_in(rest)).then_some(told)
}

/// The most characters of what began in a year: 2017年热线整合以来.
const STARTED: usize = 9;

/// A running total since a year that is over: 2021年以来共培养96名.
pub fn since_year(before: &str, year: Option<u16>) -> bool {
    // 2010年以来现行的118件文件: since when they stand.
    let at = last_word(before, "以来").filter(|&at| !before[at..].has('的'));
    // 2017年热线整合以来
    let from = at.and_then(|at| {
        named_year(&before[..at]).filter(|_| before[..at].behind_any("年").chars().nth(STARTED).is_none())
    });
    let told = from.zip(year).is_some_and(|(from, year)| from < year);
    // Where nobody knows the year, 累计 tells that it is over.
    told || from.is_some() && year.is_none() && before.holds("累计")
}

/// 2016年到2020年,累计办案2384件
pub fn is_span(stretch: &str) -> bool {
    let Some((from, behind)) = leading_year(stretch.without_first("。\n, 自从")) else { return false };
    let to = behind.strip_prefix(['到', '至', '-']).and_then(leading_year);
    to.is_some_and(|(to, _)| from < to)
}

/// A running total over years: 自平台运行以来, 五年来.
pub fn since(sentence: &str) -> bool {
    // “十四五”期间
    let plan = |period: &str| {
        let told = sentence.parted(period);
        told.is_some_and(|(plan, _)| plan.ends_with_any("二三四五"))
    };
    if sentence.has('”') && (plan("五”期间") || plan("五”以来")) {
        return true;
    }
    static PAST: Words = Words::new("过去两年 过去三年 过去四年 过去五年 历年累计");
    if PAST.stand_in(sentence) {
        return true;
    }
    // 五年开展宣传1270场, 三年半共办理
    let words = sentence.without_first("。\n ");
    let years = words.without_first("近这两三四五六七八十").trim_start_matches('年').trim_start_matches('半');
    if words.len() > years.len()
        && words[..words.len() - years.len()].has('年')
        && starts(years, "共 累计 间 里 开展 办 受理 组织 来")
    {
        return true;
    }
    if !sentence.has('来') {
        return false;
    }
    let from = ["自", "从", "党的十"].iter().filter_map(|w| sentence.place_of(w)).min();
    let by = last_word(sentence, "以来")
        .filter(|&i| !sentence[..i].ends_with("今年") && !sentence[..i].ends_with("年初"));
    const STARTED: &str = "实施 施行 成立 建立 组建 挂牌 运行 启动 上线 揭牌";
    if by.is_some_and(|by| ends(&sentence[..by], STARTED)) {
        return true;
    }
    let years =
        sentence.place_of("年来").is_some_and(|i| sentence[..i].ends_with_any("几三四五六十两3450多"));
    matches!((from, by), (Some(from), Some(by)) if from < by) || years
}
