//! Totals of tables, in their last row or column, of a line with a list below it, and of one that the next divides.

use std::ops::Range;

use crate::fold::as_read;
use crate::mark::{MarkKind, mark};
use crate::metric::indicator::related;
use crate::metric::table::WIDEST;
use crate::metric::{Metric, MetricKind, Source};
use crate::text::Text;
use crate::words::{Stretch, Words, ends, starts};
use crate::{Decimal, Id, Span};

/// Rows of the longest table that is added up.
const LONGEST: usize = 60;

/// A figure in a table: its row and its column.
struct Cell {
    figure: usize,
    row: usize,
    column: usize,
}

/// Makes the cells above a row of totals parts of those.
pub fn totals(text: &Text, metrics: &mut [Metric]) {
    let figures: Vec<usize> = (0..metrics.len()).filter(|&i| metrics[i].source == Source::Table).collect();
    let mut table: Vec<Cell> = Vec::new();
    let (mut next, mut sums) = (0, Vec::new());
    for (row, paragraph) in text.paragraphs.iter().enumerate() {
        if next == figures.len() && table.is_empty() {
            break;
        }
        let words = &text.folded[paragraph.clone()];
        if !words.has('\t') {
            across(metrics, &mut sums);
            table.clear();
            continue;
        }
        let first = table.len();
        let (mut column, mut from) = (0, paragraph.start);
        while let Some(&figure) = figures.get(next) {
            let place = text.place(metrics[figure].span).start;
            if place >= paragraph.end {
                break;
            }
            if place >= from {
                column += text.folded[from..place].matches('\t').count();
                from = place;
                if column < WIDEST {
                    table.push(Cell { figure, row, column });
                }
            }
            next += 1;
        }
        let own: Vec<usize> = table[first..].iter().map(|cell| cell.figure).collect();
        if starts(words.trim_start_matches('\t'), TOTAL) {
            let (above, own) = table.split_at(first);
            for total in own {
                for cell in above.iter().filter(|cell| row - cell.row < LONGEST) {
                    if cell.column == total.column {
                        joined(metrics, cell.figure, total.figure);
                    }
                }
            }
            table.clear();
        } else if own.last().is_some_and(|&last| starts(&as_read(&metrics[last].label), TOTAL)) {
            sums.push(own);
        }
    }
    across(metrics, &mut sums);
}

/// How a row or a column of totals is headed.
const TOTAL: &str = "合计 总计 总数 共计";

/// Makes the cells of rows parts of the last one where that is headed as their total, and most rows come out;
/// a row that stands alone comes out nearly. Columns that overlap have no such sum.
fn across(metrics: &mut [Metric], rows: &mut Vec<Vec<usize>>) {
    let off = |row: &Vec<usize>| {
        let (&total, parts) = row.split_last()?;
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, &part| sum.plus(metrics[part].value))?;
        Some((sum.minus(metrics[total].value)?.size(), metrics[total].value))
    };
    let exact = rows.iter().filter(|row| off(row).is_some_and(|(off, _)| off == Decimal::ZERO)).count();
    let nearly = |row: &Vec<usize>| {
        let few = |off: Decimal, total| off.times(Decimal::whole(NEARLY)).is_some_and(|off| off <= total);
        // One wrong digit makes a sum of several miss by much.
        let slipped = |off: Decimal, total| row.len() > SEVERAL && off.has_one_digit() && off <= total;
        off(row).is_some_and(|(off, total)| few(off, total) || slipped(off, total))
    };
    if exact * 2 > rows.len() || rows.len() == 1 && rows.iter().all(nearly) {
        for (&total, parts) in rows.iter().filter_map(|row| row.split_last()) {
            // A nought says nothing of what the total holds.
            for &part in parts {
                if metrics[part].value != Decimal::ZERO {
                    joined(metrics, part, total);
                }
            }
        }
    }
    rows.clear();
}

/// The fewest parts of a row that a wrong digit may have spoilt.
const SEVERAL: usize = 3;

/// A row that stands alone is off by this share of its total at most, as one to so many.
const NEARLY: i64 = 20;

/// Makes a cell part of a total where it counts the same; shares and means have no sum.
fn joined(metrics: &mut [Metric], part: usize, total: usize) {
    let (unit, kind) = (metrics[total].unit, metrics[total].kind);
    let own = &mut metrics[part];
    let counted = matches!(kind, MetricKind::Count | MetricKind::Amount) && !own.label.holds("均");
    if counted && own.unit == unit && own.kind == kind && own.part_of.is_none() {
        own.part_of = Some(Id::new('m', total));
    }
}

/// The most items of a list.
const ITEMS: usize = 40;

/// Makes the figures that open the items of a list parts of the total before it: 处罚决定296件,分为: ⏎ ①警告41件; ⏎ ②罚款187件.
pub fn listed(text: &Text, metrics: &mut [Metric]) {
    let words = |i: usize| text.paragraphs.get(i).map_or("", |line| &text.folded[line.clone()]);
    let mut i = 0;
    while i < text.paragraphs.len() {
        let first = i + 1;
        let kind = item(words(first));
        let items = (first..).take(ITEMS).take_while(|&i| kind.is_some() && item(words(i)) == kind).count();
        if items > 1 && words(i).ends_with(':') {
            let opening = |line: usize| -> Option<usize> {
                let place = text.span(text.paragraphs[line].clone());
                let at = metrics.partition_point(|metric| metric.span.start < place.start);
                metrics.get(at).filter(|metric| metric.span.end <= place.end).map(|_| at)
            };
            let parts: Vec<usize> = (first..first + items).filter_map(opening).collect();
            if parts.len() == items {
                let place = text.span(text.paragraphs[i].clone());
                hung(metrics, place, &parts);
            }
        }
        i = first + items;
    }
}

/// The most lines below one that they divide.
const LINES: usize = 20;

/// Makes the figures of lines parts of those in the line above that count the same: 检查146家次,隐患613项。其中: ⏎
/// 工贸检查78家次,隐患327项; ⏎ 非煤矿山检查9家次,隐患61项。
pub fn below(text: &Text, metrics: &mut [Metric]) {
    let words = |i: usize| text.paragraphs.get(i).map_or("", |line| &text.folded[line.clone()]);
    for i in 0..text.paragraphs.len() {
        if !ends(words(i), "其中: 包括: 分别为: 分别是:") || mark(words(i + 1)).is_some() {
            continue;
        }
        let items = (i + 1..).take(LINES).take_while(|&item| words(item).ends_with(';')).count();
        let last = i + 1 + items;
        if items == 0 || !words(last).ends_with('。') {
            continue;
        }
        let above = within(text, &text.paragraphs[i], metrics);
        for item in i + 1..=last {
            let own = within(text, &text.paragraphs[item], metrics);
            let name = own.clone().next().map(|first| metrics[first].label.clone());
            for part in own.clone() {
                let metric = &metrics[part];
                let counts = matches!(metric.kind, MetricKind::Count | MetricKind::Amount);
                let total = above.clone().rev().take(ITEMS).find(|&total| {
                    let whole = &metrics[total];
                    counts
                        && (whole.unit, whole.kind, whole.scope) == (metric.unit, metric.kind, metric.scope)
                        && whole.value >= metric.value
                });
                let Some(total) = total.filter(|_| metric.part_of.is_none()) else { continue };
                made_part(metrics, part, total);
                let metric = &mut metrics[part];
                if part > own.start && metric.subject.is_none() {
                    metric.subject.clone_from(&name);
                }
            }
        }
    }
}

/// The figures of a line.
fn within(text: &Text, line: &Range<usize>, metrics: &[Metric]) -> Range<usize> {
    let span = text.span(line.clone());
    let first = metrics.partition_point(|metric| metric.span.start < span.start);
    first..metrics.partition_point(|metric| metric.span.start < span.end)
}

/// Makes a figure part of a total; it reports what its total does only where the table says so.
fn made_part(metrics: &mut [Metric], part: usize, total: usize) {
    let of = metrics[total].indicator;
    let metric = &mut metrics[part];
    metric.part_of = Some(Id::new('m', total));
    if metric.indicator == of && of.is_some_and(|of| related(of, "part").is_none()) {
        metric.indicator = None;
    }
}

/// The fewest items of a list that is told in a line of its own.
const FEWEST: usize = 3;

/// Makes the figures of a line that divides one of the line before its parts, where they come out: 审结241件。 ⏎
/// 从结果看,驳回94件,撤诉51件,….
pub fn divided(text: &Text, metrics: &mut [Metric]) {
    static OF_THEM: Words = Words::new("案件中 申请中 事项中 问题中 人员中 工单中");
    for lines in text.paragraphs.windows(2) {
        let [above, own] = [0, 1].map(|i| within(text, &lines[i], metrics));
        let Some(first) = metrics.get(own.start).filter(|_| own.len() >= FEWEST) else { continue };
        let opening = &text.folded[lines[1].start..text.place(first.span).start];
        let by = starts(opening, "从 按") && opening.has_any("看分") || starts(opening, "其中");
        if !by && !OF_THEM.stand_in(opening) {
            continue;
        }
        let like = |m: &Metric| (m.unit, m.kind, m.scope) == (first.unit, first.kind, first.scope);
        let free = |m: &Metric| like(m) && m.kind == MetricKind::Count && m.part_of.is_none();
        let parts: Vec<usize> = own
            .take_while(|&i| metrics[i].sentence == first.sentence)
            .filter(|&i| free(&metrics[i]))
            .collect();
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, &part| sum.plus(metrics[part].value));
        let total = above.rev().find(|&i| like(&metrics[i]) && Some(metrics[i].value) == sum);
        let Some(total) = total.filter(|_| parts.len() >= FEWEST) else { continue };
        for part in parts {
            made_part(metrics, part, total);
        }
    }
}

/// What an item of a list opens with: ①…, (1)…, ——….
fn item(line: &str) -> Option<MarkKind> {
    let kinds = [MarkKind::Circled, MarkKind::NumberInBrackets];
    let marked = mark(line).map(|mark| mark.kind).filter(|kind| kinds.contains(kind));
    // A dash marks items as well as a circle does.
    marked.or_else(|| starts(line, "— -").then_some(MarkKind::Circled))
}

/// Makes figures parts of the last one of a line that counts the same and is no smaller.
fn hung(metrics: &mut [Metric], line: Span, parts: &[usize]) {
    let first = &metrics[parts[0]];
    let (unit, scope) = (first.unit, first.scope);
    let own = |m: &Metric| m.kind == MetricKind::Count && m.unit == unit && m.scope == scope;
    if !parts.iter().all(|&part| own(&metrics[part])) {
        return;
    }
    let largest = parts.iter().map(|&part| metrics[part].value).max();
    let fits = |m: &Metric| own(m) && Some(m.value) >= largest && m.span.start >= line.start;
    let total =
        (0..parts[0]).rev().take_while(|&i| metrics[i].span.start >= line.start).find(|&i| fits(&metrics[i]));
    for &part in parts.iter().filter(|_| total.is_some()) {
        metrics[part].part_of = metrics[part].part_of.or(total.map(|total| Id::new('m', total)));
    }
}
