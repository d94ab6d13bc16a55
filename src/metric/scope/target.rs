//! What was planned or demanded, or is a norm.

use crate::quantity::leading_year;
use crate::words::{Stretch, Words, any_first, ends, starts};

/// A norm: 每季度不少于1次, 到2025年达到90%.
pub fn is_norm(before: &str, own: &str) -> bool {
    static EVERY: Words = Words::new("每季 每年 每月 每周 每名 人均 每半年");
    static BY: Words = Words::new("月底前 年底前 日前");
    static HOPED: Words = Words::new("力争 确保 争取 目标 达到 实现 要到 要达");
    // 拟对人员密集场所检查不少于2轮
    static MEANT: Words = Words::new("计划 拟对 拟再 力争 确保 争取 将");
    let bounded = ends(own, "不少于 不低于 至少 不得少于 不超过");
    let mut reached = before.rmatch_indices('到').map(|(i, to)| &before[i + to.len()..]);
    let by = reached
        .find(|behind| behind.starts_with("20"))
        .is_some_and(|year| year.as_bytes().get("2025".len()) == Some(&0xE5));
    let demanded = ends(own, "应达到 应当达到 须达到 要达到 需达到 应不低于 应不少于");
    // 建议各机关每年至少组织1次; 要求6月底前达到90%
    static LEAST: Words = Words::new("至少 不少于");
    let timed = |words: &str| EVERY.stand_in(words) || BY.stand_in(words);
    let least = LEAST.last_in(own).is_some_and(|at| own[at..].chars().nth(LONGEST_ACT).is_none());
    let asked = before.has_any("要须应") && BY.stand_in(before) && ends(own, "达到 完成 不低于");
    demanded
        || least && timed(own)
        || asked
        || bounded && (timed(before) || MEANT.stand_in(before))
        || by && HOPED.stand_in(before)
}

/// The most characters of 至少 and what is to be done.
const LONGEST_ACT: usize = 6;

/// 2025年小目标:败诉率压到8%以内,正职出庭300人次; 全年目标85%: what is told behind such words, or is called so.
pub fn is_aim(sentence: &str, [clause, own]: [&str; 2], behind: &str, year: Option<u16>) -> bool {
    const HEAD: usize = 14;
    let near = sentence.char_indices().nth(HEAD).map_or(sentence, |(at, _)| &sentence[..at]);
    let head = near.parted(":").map_or("", |(head, _)| head).without_first("。\n ");
    let later = || year.is_some_and(|year| leading_year(head).is_some_and(|(told, _)| told > year));
    let announced = ends(head, "目标 下一站 下一步 下步打算 明年打算 来年打算")
        || ends(head, "安排 打算 计划") && later();
    let called = ends(own, "目标 目标为 目标是 目标值 目标值为 计划数 任务数 指标数")
        && !own.starts_with('的')
        && !starts(behind, "完成 达成 实现");
    // 下半年打算再开12场,力争成功率保持在97%以上; 下一年度,自查不少于2次
    static SOON: Words = Words::new("下半年 下一年度 下一年 次年 来年 明年");
    static MEANT: Words = Words::new("打算 不少于 不低于 力争 争取 确保");
    announced || called || MEANT.stand_in(clause) && SOON.stand_in(sentence)
}

/// 主要任务是:办理案件不少于1.8万件
pub fn is_task(sentence: &str, own: &str, behind: &str) -> bool {
    static TASKS: Words = Words::new("任务是 任务为 目标是 目标为 指标为");
    // 计划检查企业180家,实际检查226家
    static PLANNED: Words = Words::new("计划 任务 原定");
    if PLANNED.stand_in(own) && starts(behind, ",实际") {
        return true;
    }
    // 全年目标是受理520件
    if any_first(own.without_first(",全年度"), "目标是 目标为 目标任务为").is_some() {
        return true;
    }
    ends(own, "不少于 不低于 至少 不得少于 不超过") && TASKS.stand_in(sentence)
}

/// 到2027年,办理时限压缩到1天,…: what a later year is to bring.
pub fn is_ahead(sentence: &str, year: Option<u16>) -> bool {
    static MEANT: Words = Words::new("要 力争 争取 确保 达到");
    let words = sentence.without_first("。\n ");
    let told = words.strip_prefix('到').and_then(leading_year);
    told.is_some_and(|(told, behind)| match year {
        Some(year) => told > year,
        None => !starts(behind, "底 末 为止") && MEANT.stand_in(behind),
    })
}

/// What was planned or demanded, beside what was reached: 为年度计划36万平方米的104%, 与省厅95%的要求有距离.
pub fn is_demanded(own: &str, ahead: &str, behind: &str) -> bool {
    const PLANNED: &str = "计划 任务 计划数 任务数 目标 目标任务 任务目标 目标值 指标";
    // 完成年度任务(5000平方米)的29.2%; 比省考核指标(不高于12%)低
    if ends(ahead, PLANNED) && ["", "不高于", "不低于", "不少于", "不超过"].contains(&own) {
        return true;
    }
    // 比年度要求的5%高出
    if ends(own, "要求的 规定的") && own.has_any("比较于") {
        return true;
    }
    let behind = behind.strip_prefix("以内").or(behind.strip_prefix("以上")).unwrap_or(behind);
    // 高于不少于5%的配备要求
    let norm = behind.strip_prefix('的').map(|words| words.up_to_any(",。"));
    let short = norm.filter(|words| words.chars().nth(6).is_none());
    short.is_some_and(|words| ends(words, "要求 标准 目标 指标"))
        || starts(behind, "的要求 的目标 的标准 的指标 的任务 的考核")
        || behind == "的" && ends(own, PLANNED)
}
