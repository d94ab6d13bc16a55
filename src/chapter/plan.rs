//! Where plans stand: under a heading of theirs, or from a sentence that opens them.

use std::ops::Range;

use crate::chapter::{Chapter, Heading, merged};
use crate::outline::Outline;
use crate::text::Text;
use crate::words::{Stretch, Words, ends, starts};

/// The characters of a sentence that may open plans.
const OPENING: usize = 20;

/// Words that open plans.
static OPENERS: Words = Words::new("下一步 下步 今后 明年 下一阶段 下阶段 新的一年 来年 下一年 接下来");

/// Words of somebody who means to do something.
static MEANT: Words = Words::new("将 要 重点 打算 继续 努力 计划");
/// The same behind words that open plans: 下一年,再培养30名.
static AIMED: Words = Words::new("再 力争 确保 不少于");

/// Words of a heading that names the year after.
static AHEAD: Words = Words::new("重 打 安 工 思 想 展 干 做 怎 目标 计划 任务 努力 方向");

/// Finds the chapters of plans.
pub fn plans(text: &Text, outline: &Outline, headings: &[Heading], year: Option<u16>) -> Vec<Chapter> {
    let next = year.map(|y| format!("{}年", y + 1));
    let mut found = openings(text, next.as_deref());
    // Headings that announce other things as well: 存在的问题和下一步打算.
    let mut mixed = Vec::new();
    for (section, heading) in headings.iter().enumerate() {
        let ahead =
            next.as_ref().is_some_and(|next| heading.title.holds(next)) && AHEAD.stand_in(heading.title);
        // 2021年工作总结和2022年工作计划 is no heading of plans alone.
        static ACCOUNT: Words = Words::new("总结 情况和 情况及 情况暨 情况与");
        if ACCOUNT.stand_in(heading.title) && !heading.shortcomings {
            continue;
        }
        if heading.shortcomings && (heading.plans || ahead) {
            mixed.push(section);
        } else if heading.plans || ahead {
            let place = outline.places[section].start..outline.ends[section];
            found.push(Chapter { place, section: Some(section) });
        }
    }
    let mut found = merged(found);
    let mut halves = Vec::new();
    for section in mixed {
        halves.extend(second_half(text, outline, section, &found));
    }
    found.extend(halves);
    // 附:2017年度主要数据 is told behind the plans, and no plan.
    let annex = |line: &&Range<usize>| starts(&text.folded[line.start..], "附: 附件 附表 附录");
    let annexes: Vec<usize> = text.paragraphs.iter().filter(annex).map(|line| line.start).collect();
    for Chapter { place, .. } in &mut found {
        let next = annexes.get(annexes.partition_point(|&at| at < place.start));
        place.end = next.map_or(place.end, |&at| at.min(place.end));
    }
    merged(found)
}

/// Sentences that open plans: to the end of their paragraph.
fn openings(text: &Text, next: Option<&str>) -> Vec<Chapter> {
    let mut found = Vec::new();
    let mut paragraphs = text.paragraphs.iter();
    let mut paragraph = paragraphs.next();
    for sentence in &text.sentences {
        while paragraph.is_some_and(|p| p.end <= sentence.start) {
            paragraph = paragraphs.next();
        }
        let words = &text.folded[sentence.clone()];
        if opens(words, next) {
            let place = sentence.start..paragraph.map_or(sentence.end, |p| p.end);
            found.push(Chapter { place, section: None });
        }
    }
    found
}

fn opens(sentence: &str, next: Option<&str>) -> bool {
    let start = &sentence[..sentence.char_indices().nth(OPENING).map_or(sentence.len(), |(i, _)| i)];
    // 面对新任务,2024年我市将: a day of the year after (2024年1月) opens nothing.
    let inside = |next: &str| {
        let behind = start.place_of(next).map(|at| &start[at + next.len()..]);
        behind.is_some_and(|behind| !behind.begins_with_digit()) && sentence.has('将')
    };
    let opens = next.is_some_and(|next| start.starts_with(next) || inside(next));
    // 三类占到六成,是下一步治理的重点 tells no plan.
    let announced = || OPENERS.first_in(start).is_some_and(|at| !ends(&start[..at], "是 为 作 与 给 成"));
    let announced = opens || announced();
    announced && MEANT.stand_in(sentence) || !opens && announced && AIMED.stand_in(sentence)
}

/// The plans of a section that announces them beside its shortcomings, where nothing opens them in words:
/// from the first sentence that says what will be done.
fn second_half(text: &Text, outline: &Outline, section: usize, found: &[Chapter]) -> Option<Chapter> {
    const LATEST: usize = "我局2024年,".len();
    const WILL: &str = "将 针对 为此 进一步 继续 持续 重点做好";
    let (from, end) = (outline.places[section].end, outline.ends[section]);
    let next = found.partition_point(|plans| plans.place.start < from);
    if found.get(next).is_some_and(|plans| plans.place.start < end) {
        return None;
    }
    let will = |sentence: &Range<usize>| {
        let words = &text.folded[sentence.clone()];
        (0..=LATEST).any(|at| words.get(at..).is_some_and(|rest| starts(rest, WILL)))
    };
    let first = text.sentences.partition_point(|sentence| sentence.start < from);
    let mut sentences = text.sentences[first..].iter().take_while(|sentence| sentence.start < end);
    let sentence = sentences.find(|sentence| will(sentence))?;
    Some(Chapter { place: sentence.start..end, section: Some(section) })
}
