//! Scope: whose and which year's figure it is.

use crate::chapter::Chapters;
use crate::metric::Scope;
use crate::metric::frame::Frame;
use crate::metric::step::Level;
use crate::quantity::{is_year, leading_year};
use crate::words::{Stretch, Words, any_first, ends, last_word, starts};

/// The scope of a quantity, and the year that it is about.
pub fn scope(
    folded: &str,
    frame: &Frame,
    chapters: &Chapters,
    year: Option<u16>,
    is_change: bool,
) -> (Scope, Option<u16>) {
    let before = &folded[frame.clause.clone()];
    let own = &folded[frame.before.clone()];
    let sentence = &folded[frame.reach..frame.clause.end];
    if chapters.plans_hold(frame.clause.end) && !folded[frame.sentence.clone()].has('\t') {
        return (Scope::Target, year.map(|y| y + 1));
    }
    if is_norm(before, own) || is_task(sentence, own, &folded[frame.tail.end..]) {
        return (Scope::Target, None);
    }
    let behind = &folded[frame.after.start..frame.tail.end];
    if is_demanded(own, &folded[frame.after.clone()]) {
        return (Scope::Target, None);
    }
    let ahead = frame.bracket.map_or("", |open| folded.get(frame.reach..open).unwrap_or(""));
    let points = folded[frame.clause.end..frame.after.start].ends_with("百分点");
    // 满意率95.0%(区平均92.6%)
    let wider =
        || frame.bracket.is_some() && (is_wider(own) || starts(own, "区平均 县平均 全区平均 全县平均"));
    // 全区派单16.8万件,本局承办6213件
    let contrasted = || {
        before.has('全')
            && any_first(before, WIDE).is_some()
            && starts(
                &folded[frame.tail.end..],
                ",本市 ,本县 ,本区 ,我市 ,我县 ,我区 ,我局 ,本局 ,我镇 ,本镇 ,我乡 ,本乡 ,我街道 ,本街道 ,其中我 ,其中本 ,其中涉及我",
            )
    };
    let compared = || {
        wider()
            || contrasted()
            || behind.is_empty() && beside_rate(own, &folded[frame.reach..frame.before.start])
    };
    if !points && (elsewhere(own, ahead, behind) || compared()) {
        return (Scope::Elsewhere, year);
    }
    let multiple = || {
        let behind = folded[frame.clause.end..].without_first("0123456789.");
        behind.starts_with('倍')
    };
    let named = named_year(before);
    if let Some(told) = frame.year {
        let scope = if year.is_some_and(|year| told < year) { Scope::Earlier } else { Scope::Report };
        return (scope, Some(told));
    }
    if frame.level == Level::Left {
        // What the law allows is a norm, not what was.
        let allowed = before.holds("法定");
        return if allowed { (Scope::Target, None) } else { (Scope::Earlier, named) };
    }
    // 2026年力争控制在3%以内, in a report for 2025.
    static PLANNED: Words = Words::new("力争 确保 争取 计划 拟 将 目标");
    if named.zip(year).is_some_and(|(named, year)| named > year) && PLANNED.stand_in(before) {
        return (Scope::Target, named);
    }
    if year.is_some_and(|year| is_ahead(sentence, year)) {
        return (Scope::Target, None);
    }
    static EARLIER: Words = Words::new("上年 去年 同期");
    // A table's cell tells its year in a head.
    for head in [&frame.name, &frame.beside].into_iter().flatten().map(|head| &folded[head.clone()]) {
        if is_change || !head.has_any("年期") {
            continue;
        }
        let told = named_year(&format!("{head}年")).or(named_year(head));
        let earlier = told.zip(year).is_some_and(|(told, year)| told < year);
        if earlier || EARLIER.stand_in(head) {
            return (Scope::Earlier, told.or(year.map(|year| year - 1)));
        }
    }
    if !is_change && in_bracket(own, ahead, year) {
        return (Scope::Earlier, named.or_else(|| named_year(ahead)));
    }
    if !is_change && frame.level != Level::Reached && !multiple() && is_earlier(before, own, named, year) {
        return (Scope::Earlier, named.or(year.map(|year| year - 1)));
    }
    let own_year = named.is_some() && named == year;
    let stretch = sentence.rsplit(';').next().unwrap_or(sentence);
    if !is_change
        && named.is_none()
        && let Some(told) = year.and_then(|year| carried_year(stretch, year))
    {
        return (Scope::Earlier, Some(told));
    }
    let this_year = || NOW_ONLY.stand_in(own);
    if !own_year && !this_year() && (since(stretch) || since_year(before, year)) {
        return (Scope::Since, None);
    }
    (Scope::Report, year)
}

/// Words of a figure that is of the year alone, whatever its sentence counts: 启动以来138件,其中今年化解27件.
static NOW_ONLY: Words = Words::new("今年 本年 当年 年内 全年");

/// A norm: 每季度不少于1次, 到2025年达到90%.
fn is_norm(before: &str, own: &str) -> bool {
    static EVERY: Words = Words::new("每季 每年 每月 每周 每名 人均 每半年");
    static HOPED: Words = Words::new("力争 确保 争取 目标 达到 实现");
    // 拟对人员密集场所检查不少于2轮
    static MEANT: Words = Words::new("计划 拟对 拟再 力争 确保 争取 将");
    let bounded = ends(own, "不少于 不低于 至少 不得少于 不超过");
    let mut reached = before.rmatch_indices('到').map(|(i, to)| &before[i + to.len()..]);
    let by = reached
        .find(|behind| behind.starts_with("20"))
        .is_some_and(|year| year.as_bytes().get("2025".len()) == Some(&0xE5));
    let demanded = ends(own, "应达到 应当达到 须达到 要达到 需达到 应不低于 应不少于");
    demanded || bounded && (EVERY.stand_in(before) || MEANT.stand_in(before)) || by && HOPED.stand_in(before)
}

/// 主要任务是:办理案件不少于1.8万件
fn is_task(sentence: &str, own: &str, behind: &str) -> bool {
    static TASKS: Words = Words::new("任务是 任务为 目标是 目标为 指标为");
    // 计划检查企业180家,实际检查226家
    if starts(own.without_first(",我本局县区市镇"), "计划") && starts(behind, ",实际") {
        return true;
    }
    // 全年目标是受理520件
    if any_first(own.without_first(",全年度"), "目标是 目标为 目标任务为").is_some() {
        return true;
    }
    ends(own, "不少于 不低于 至少 不得少于 不超过") && TASKS.stand_in(sentence)
}

/// 到2027年,办理时限压缩到1天,…: what a later year is to bring.
fn is_ahead(sentence: &str, year: u16) -> bool {
    let words = sentence.without_first("。\n ");
    words.strip_prefix('到').and_then(leading_year).is_some_and(|(told, _)| told > year)
}

/// What was planned or demanded, beside what was reached: 为年度计划36万平方米的104%, 与省厅95%的要求有距离.
fn is_demanded(own: &str, behind: &str) -> bool {
    const PLANNED: &str = "计划 任务 计划数 任务数 目标 目标任务 任务目标 目标值 指标";
    // 高于不少于5%的配备要求
    let norm = behind.strip_prefix('的').map(|words| words.up_to_any(",。"));
    let short = norm.filter(|words| words.chars().nth(6).is_none());
    short.is_some_and(|words| ends(words, "要求 标准 目标 指标"))
        || starts(behind, "的要求 的目标 的标准 的指标 的任务 的考核")
        || behind == "的" && ends(own, PLANNED)
}

/// Another place's, level's or organ's figure.
fn elsewhere(own: &str, ahead: &str, behind: &str) -> bool {
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
fn beside_rate(own: &str, ahead: &str) -> bool {
    is_wider(own) && ahead.ends_with("%,")
}

/// Places that may be wider than the report's own.
const WIDE: &str = "全区 全县 全市 全省 全州 全国 全系统";

/// Places wider than the report's own.
const WIDER: &str = "全市 全省 全国 全州 全盟";

/// Whether words name nothing but a wider place.
pub fn is_wider(own: &str) -> bool {
    const SAID: &str = "同口径 同期 均值 平均值 平均水平 平均 整体 总体 则 的 为 是";
    let own = own.strip_prefix("同期").unwrap_or(own);
    let Some(place) = any_first(own, WIDER) else { return false };
    SAID.split(' ').fold(&own[place..], |rest, word| rest.strip_prefix(word).unwrap_or(rest)).is_empty()
}

/// Another year's figure in a bracket: 较2020年(735家次), 916件(2014年为804件).
fn in_bracket(own: &str, ahead: &str, year: Option<u16>) -> bool {
    let told = |words: &str| {
        named_year(words)
            .is_some_and(|named| ends(words, "年 年的 年同期") && year.is_none_or(|year| named < year))
    };
    let compared = || ahead.last_of("较比与").is_some_and(|at| ahead[at..].chars().count() <= 8);
    let empty = own.is_empty();
    !ahead.is_empty()
        && (empty && compared() && (told(ahead) || ends(ahead, "上年 去年 上年同期 去年同期"))
            || !empty && year.is_none() && told(own.without_last("为是")))
}

/// Another year's figure, by the words of its own clause; a chained figure shares its clause.
fn is_earlier(before: &str, own: &str, named: Option<u16>, year: Option<u16>) -> bool {
    static PREVIOUS: Words = Words::new("上年 去年 上一年 同期 前一年 上期");
    static CHANGED: Words = Words::new("增长 下降 减少 增加 上升 提升 提高 降低 核销 新增");
    // 环比上升22.4%,同比79起下降10.1%; 较2月份的111家次
    let month = || {
        let month = own.strip_suffix("月份的").or(own.strip_suffix("月的"));
        month.is_some_and(|month| month.without_last("0123456789").ends_with_any("比较"))
    };
    if own.ends_with("同比") || month() {
        return true;
    }
    static REACHED: Words = Words::new(
        "增至 升至 降至 减至 增加到 提高到 提升到 升到 降到 扩展到 压缩至 压减至 缩短至 整合为 增加至 结转 未结 旧存 未办结 未审结 转入 当年 本年 今年",
    );
    if !before.has('年') && !before.has('期') {
        return false;
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
fn named_year(before: &str) -> Option<u16> {
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
fn carried_year(stretch: &str, year: u16) -> Option<u16> {
    static NOW: Words = Words::new("今年 本年 当年 全年 目前 现 至今 截至 截止 已 累计 年 增 减 比");
    let (told, behind) = leading_year(stretch.without_first("。\n "))?;
    let (first, rest) = behind.trim_start_matches(',').split_once(',')?;
    let counted = first.has_digit() && !starts(first, "以 底 末 起 同 为 初 至 - 的");
    (told < year && counted && !NOW.stand_in(first) && !NOW.stand_in(rest)).then_some(told)
}

/// A running total since a year that is over: 2021年以来共培养96名.
fn since_year(before: &str, year: Option<u16>) -> bool {
    // 2010年以来现行的118件文件: since when they stand.
    let from = last_word(before, "年以来").filter(|&at| !before[at..].has('的'));
    let from = from.and_then(|at| before.get(at.checked_sub(4)?..)).and_then(leading_year);
    from.zip(year).is_some_and(|((from, _), year)| from < year)
}

/// A running total over years: 自平台运行以来, 五年来.
fn since(sentence: &str) -> bool {
    // “十四五”期间
    let plan = |period: &str| {
        let told = sentence.parted(period);
        told.is_some_and(|(plan, _)| plan.ends_with_any("二三四五"))
    };
    if sentence.has('”') && (plan("五”期间") || plan("五”以来")) {
        return true;
    }
    static PAST: Words = Words::new("过去两年 过去三年 过去四年 过去五年");
    if PAST.stand_in(sentence) {
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
