//! Sentences that report on, look back at or plan another year than theirs.

use std::ops::Range;

use crate::audit::case::Case;
use crate::audit::period::year::{Year, within};
use crate::audit::period::{WILL, Why, first, slip};
use crate::audit::slip::Found;
use crate::chapter::is_to_come;
use crate::mark::item_mark;
use crate::words::{Stretch, Words, any_in, ends, last_word, starts};

/// Words of headings that look back at what is not done yet.
static SHORTCOMINGS: Words = Words::new("不足 问题 短板 差距 薄弱");

/// Words of what is announced: 现将2021年度…情况报告如下.
static ANNOUNCED: Words = Words::new("报告 汇报 总结 小结 公布 公开 说明 通报");
/// Words that give a year a reason to be another one.
static OTHER: Words = Words::new(
    "以来 比 较 同期 相比 规划 纲要 方案 要点 考核 上年 自 从 至 到 上一年度 印发 修订 施行 《 》 前 以前 荣获 \
     获评 届 起 全国",
);
/// Words of the report's own year.
static THIS: Words = Words::new("今年 本年");
/// How an account of a year's counts begins behind it.
const COUNTS: &str = "我 全 ,我 ,全 ,共 共 本 ,本";
static COUNTED: Words = Words::new("共 办 受理 发生 收到 审结 查处 调处 化解");
static RANGED: Words = Words::new("至 到 前");

/// Words of what somebody means to do.
static MEANT: Words = Words::new("拟 力争 计划 要");

/// The last month in which a report of the year before may come out and tell of itself.
const SPRING: u16 = 5;

/// Characters in which a year may be compared with.
const NEAR: usize = 24;

/// How many years of a sentence are looked at.
const MOST: usize = 6;

const WHY_PLAN: Why = ["下一年度安排的年份已过", "the plans are for a year that is over"];
const WHY_REPORT: Why = ["像是往年文本未改", "it looks left over from another year's text"];
const WHY_LATE: Why = ["晚于本报告所述年度", "it is later than the year reported on"];

/// Sentences that report on, look back at or plan another year than theirs.
pub fn check(case: &Case, years: &[Year], own: u16, found: &mut Found) {
    let text = &case.reading.text;
    let title = case.reading.identity.title.as_ref().map(|title| text.place(title.span));
    // Whose year no title tells may be of any.
    let titled = title.as_ref().is_some_and(|title| within(years, title).iter().any(|year| year.year == own));
    let is = |year: &Year| year.year == own && case.folded()[year.behind()..].starts_with('是');
    let named = years.iter().any(is);
    let mut looks_back = true;
    // The last paragraph with a year, and whether it names the report's own nowhere.
    let mut known = (usize::MAX, false);
    // Where the last sentence ends that names the report's own year.
    let mut told = None;
    let mut places = case.outline().places.iter().peekable();
    for sentence in &text.sentences {
        let mut start = sentence.start;
        while let Some(place) = places.next_if(|place| place.start < sentence.end) {
            looks_back = SHORTCOMINGS.stand_in(case.words(place.clone()));
            // A heading has been tried by itself.
            start = if place.start <= sentence.start { place.end } else { sentence.start };
        }
        if title.as_ref().is_some_and(|title| title.contains(&sentence.start)) {
            continue;
        }
        let all = within(years, &(start..sentence.end));
        if all.is_empty() {
            continue;
        }
        let words = case.words(start..sentence.end);
        let opening = words.without_first("。 .:,");
        // 一是2024年共作出…
        let opened = sentence.end - opening.len() + item_mark(opening).map_or(0, |(_, mark)| mark);
        // A sentence with more years is a table run flat.
        let all = &all[..all.len().min(MOST)];
        let ours = all.iter().any(|year| year.year == own);
        // 2017年审结104件。2016年审结92件。
        let beside = told == Some(sentence.start);
        told = if ours { Some(sentence.end) } else { told };
        // 2013年我县工作取得了成绩,但与上级要求相比…: only what stands near compares the year.
        let compared =
            all.iter().any(|year| compares(first(&case.folded()[year.behind()..sentence.end], NEAR)));
        let against_another = compared || compares(first(words, NEAR));
        let against = beside || !titled || against_another || words.holds("今年");
        let plans = case.reading.chapters.plans_hold(sentence.start);
        // 2021年,市委书记、市长带头…, in a section of a report of 2022.
        let around = text.paragraphs.get(text.paragraphs.partition_point(|one| one.end < sentence.end));
        let begins = around.filter(|around| start == sentence.start.max(around.start));
        let other = |around: &Range<usize>| !within(years, around).iter().any(|year| year.year == own);
        let alone = begins.is_some_and(other);
        if let Some(around) = around.filter(|around| around.start != known.0) {
            known = (around.start, other(around) && !THIS.stand_in(case.words(around.clone())));
        }
        let apart = known.1;
        // 2022年,在县委领导下…,现将2023年度情况报告如下: what is announced says nothing of the year before it.
        let ours = all.iter().any(|year| {
            let (before, behind) =
                (case.words(start..year.place.start), case.words(year.behind()..sentence.end));
            year.year == own && !announces(words, before, behind)
        });
        let about = About { words, own, ours, looks_back, alone, apart, plans, against, titled, named };
        for year in all {
            let (before, behind) =
                (case.words(start..year.place.start), case.words(year.behind()..sentence.end));
            if let Some((wanted, why)) = about.leftover(before, year.year, behind, year.place.start == opened)
            {
                found.slip(slip(case, year, wanted, why));
                break;
            }
        }
    }
}

/// A sentence that holds years.
struct About<'a> {
    words: &'a str,
    /// The year of the report.
    own: u16,
    /// Whether that is among them.
    ours: bool,
    /// Whether a year that is over may open it.
    looks_back: bool,
    /// Whether it begins a paragraph that never names the report's own year.
    alone: bool,
    /// Whether its paragraph names the report's own year nowhere.
    apart: bool,
    /// Whether it stands among plans.
    plans: bool,
    /// Whether it compares.
    against: bool,
    /// Whether the title tells the report's year.
    titled: bool,
    /// Whether the text says of the report's own year what year it is: 2018年是…之年.
    named: bool,
}

impl About<'_> {
    /// The year that should stand there, and why.
    fn leftover(&self, before: &str, year: u16, behind: &str, at_start: bool) -> Option<(Option<u16>, Why)> {
        let own = self.own;
        // 现将2021年度…情况报告如下
        if year != own && !behind.starts_with("以来") && announces(self.words, before, behind) {
            return Some((Some(own), WHY_REPORT));
        }
        // 统计期限自2020年1月1日起, in a report of 2021.
        let term = any_in(before, "统计期 统计时限 统计时间 统计周期");
        if year + 1 == own && term && !self.ours && behind.starts_with("1月1日") {
            return Some((Some(own), WHY_REPORT));
        }
        // 截至2015年底仍在执行的412件文件: only those.
        let clause = behind.split(',').next().unwrap_or_default();
        let until = ends(before, "截至 截止 截止到 截至到") && !clause.has('的');
        if !at_start && !until {
            return None;
        }
        let near = first(behind, 24);
        // 2018年,我局将抓好…, among the plans of a report of 2018.
        let meant = || {
            let told = MEANT.stand_in(near) || near.has('将') && is_to_come(first(behind, 40));
            self.plans && told && !OTHER.stand_in(first(behind, 8))
        };
        let future = !near.has('将') || is_to_come(first(behind, 40));
        let will = WILL.stand_in(near) && future && !self.words.holds("如下:");
        if at_start && year <= own && (will || meant()) {
            return Some((Some(own + 1), WHY_PLAN));
        }
        let day = behind.begins_with_digit();
        if year + 1 == own && !self.ours && !self.against {
            let soon = first(behind, 8);
            // 2013年全县依法行政工作…, where the report looks back at its own year.
            // 2015年底仍在执行的412件文件: as of a day.
            let day = day || starts(behind, "底 末 初");
            let counts = self.apart && starts(behind, COUNTS) && COUNTED.stand_in(first(behind, 12));
            let told = self.looks_back || (self.alone && behind.starts_with(',') || counts) && !self.plans;
            let opens = told && !day && !OTHER.stand_in(soon) && !soon.has('-');
            // 2017年是…开局之年, where the report says so of no other year.
            let eve = !self.named && behind.starts_with('是') && ends(clause, "之年 第一年 最后一年");
            // 2022年全年,新区办理…, where the report is of 2023.
            if until || eve || opens || starts(near, "全年 度全") {
                return Some((Some(own), WHY_REPORT));
            }
        }
        // 2026年3月,区政府召开…, where the report is of 2024.
        let ranged = || RANGED.stand_in(near) || near.has('-') || ends(before, "到 至 - 于");
        // 截至2021年11月末, in a report of 2020 that is out by the spring.
        let month: u16 = behind[..behind.find('月').filter(|&at| at <= 2).unwrap_or(0)].parse().unwrap_or(0);
        if self.titled && until && year == own + 1 && month > SPRING {
            return Some((Some(own), WHY_LATE));
        }
        (self.titled && year > own + 1 && (until || day && !ranged())).then_some((None, WHY_LATE))
    }
}

/// Whether words compare; what is told with 同比 is compared by itself.
fn compares(words: &str) -> bool {
    words.char_indices().any(|(at, c)| matches!(c, '比' | '较') && !words[..at].ends_with_any("同环"))
}

/// Whether what stands in a sentence around a year announces an account of it.
fn announces(words: &str, before: &str, behind: &str) -> bool {
    let directly = |word: &str| {
        last_word(before, word).is_some_and(|at| {
            let between = &before[at + word.len()..];
            between.chars().nth(12).is_none() && !between.has_any(",。《")
        })
    };
    ANNOUNCED.stand_in(behind) && words.holds("如下") && ["将", "就", "现对"].into_iter().any(directly)
}
