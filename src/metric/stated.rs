//! Figures that words state: 零败诉 is 0, 全部办结 100 % of what stands beside it.

use std::ops::Range;
use std::sync::LazyLock;

use crate::chapter::Chapters;
use crate::data;
use crate::indicators::{MetricKind, area};
use crate::metric::{Bound, Cue, Metric, Scope, Source, label};
use crate::outline::Outline;
use crate::text::Text;
use crate::words::{Stretch, Trie};
use crate::{Decimal, Id};

/// A row of the table.
pub struct Stated {
    words: &'static str,
    /// The value: 0 or 100.
    pub value: i64,
    /// Its canonical unit.
    pub unit: &'static str,
    /// Words of which one must stand in the sentence; none needed where empty.
    beside: Vec<&'static str>,
    /// The indicator that it reports.
    pub indicator: &'static str,
}

static ROWS: LazyLock<Vec<Stated>> = LazyLock::new(|| {
    data::rows(data::table!("../data/stated.tsv"))
        .filter_map(|[words, value, unit, beside, indicator, ..]| {
            let beside = beside.split(' ').filter(|word| *word != "-").collect();
            Some(Stated { words, value: value.parse().ok()?, unit, beside, indicator })
        })
        .collect()
});

/// The words, each under the number of its first row.
static WORDS: LazyLock<Trie> = LazyLock::new(|| {
    let firsts = (0..ROWS.len() as u16).rev();
    Trie::numbered(&mut firsts.map(|number| (ROWS[usize::from(number)].words, number)))
});

/// What the words of a sentence state, with their places; of words inside others the longer.
pub fn stated(folded: &str, sentence: &Range<usize>) -> Vec<(Range<usize>, &'static Stated)> {
    let text = &folded[sentence.clone()];
    let mut found: Vec<(Range<usize>, &Stated)> = Vec::new();
    WORDS.find(text, |from, to, first| {
        let place = sentence.start + from..sentence.start + to;
        let rows =
            ROWS[usize::from(first)..].iter().take_while(|row| row.words == ROWS[usize::from(first)].words);
        let fits = |row: &&Stated| row.beside.is_empty() || row.beside.iter().any(|word| text.holds(word));
        let Some(row) = rows.into_iter().find(fits) else { return };
        match found.last_mut().filter(|(last, _)| last.end > place.start) {
            Some(last) if last.0.start == place.start || last.0.end < place.end => *last = (place, row),
            Some(_) => {}
            None => found.push((place, row)),
        }
    });
    found
}

/// The figures that words state.
pub fn metrics<'a>(
    text: &Text<'a>,
    outline: &Outline,
    chapters: &Chapters,
    year: Option<u16>,
) -> Vec<Metric<'a>> {
    let mut metrics = Vec::new();
    for sentence in &text.sentences {
        for (place, row) in stated(&text.folded, sentence) {
            let section = outline.at(place.start);
            let planned = chapters.plans_hold(place.start);
            let clause = &text.folded[sentence.start..place.start];
            let from = clause.last_of(",;:").map_or(sentence.start, |i| sentence.start + i + 1);
            let span = text.span(place.clone());
            let words = text.words(place.clone());
            metrics.push(Metric {
                id: Id::new('m', metrics.len()),
                span,
                text: span.of(text.source),
                source: Source::Words,
                value: Decimal::whole(row.value),
                upper: None,
                unit: row.unit,
                kind: if row.unit == "%" { MetricKind::Rate } else { MetricKind::Count },
                direction: None,
                base: None,
                bound: Bound::Exact,
                label: words.clone(),
                action: None,
                subject: subject(&text.folded, from..place.start).map(|place| text.words(place)),
                indicator: Some(row.indicator),
                alternatives: Vec::new(),
                certain: true,
                cue: Some(Cue { text: words, span }),
                area: Some(area(row.indicator)),
                part_of: None,
                year: if planned { year.map(|year| year + 1) } else { year },
                scope: if planned { Scope::Target } else { Scope::Report },
                section: section.map(|s| outline.sections[s].id),
                sentence: text.span(sentence.clone()),
            });
        }
    }
    metrics
}

/// Puts the figures that words state among the others, where they touch none, and counts ids anew.
pub fn merged<'a>(mut metrics: Vec<Metric<'a>>, mut stated: Vec<Metric<'a>>) -> Vec<Metric<'a>> {
    stated.retain(|words| {
        let next = metrics.partition_point(|metric| metric.span.end <= words.span.start);
        metrics.get(next).is_none_or(|metric| words.span.end <= metric.span.start)
    });
    if stated.is_empty() {
        return metrics;
    }
    // Where each metric goes: behind the words that stand before it.
    let mut ahead = 0;
    let places: Vec<usize> = metrics
        .iter()
        .enumerate()
        .map(|(i, metric)| {
            ahead += stated[ahead..].iter().take_while(|words| words.span.start < metric.span.start).count();
            i + ahead
        })
        .collect();
    // From the end, so that all metrics but the last few move within their list.
    let mut rest = metrics.len();
    metrics.extend(stated.iter().cloned());
    for i in (0..metrics.len()).rev() {
        if rest > 0 && places[rest - 1] == i {
            rest -= 1;
            metrics.swap(rest, i);
        } else if let Some(words) = stated.pop() {
            metrics[i] = words;
        }
        metrics[i].id = Id::new('m', i);
        metrics[i].part_of = metrics[i].part_of.map(|total| Id::new('m', places[total.index()]));
    }
    metrics
}

/// The words of the clause before a statement, behind the last figure: what it is about.
fn subject(folded: &str, clause: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 11;
    let words = &folded[clause.clone()];
    let plain = words.last_of("0123456789").map_or(0, |i| i + 1);
    let count = words[plain..].chars().count();
    let skip = words[plain..]
        .char_indices()
        .nth(count.saturating_sub(LONGEST))
        .map_or(words.len(), |(i, _)| plain + i);
    let subject = label::core(folded, clause.start + skip..clause.end);
    (folded[subject.clone()].chars().count() >= 2).then_some(subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, i64, &str)> {
        let found = stated(text, &(0..text.len()));
        found.into_iter().map(|(place, row)| (&text[place], row.value, row.indicator)).collect()
    }

    #[test]
    fn words_state_figures_beside_a_named_measure() {
        assert_eq!(read("行政诉讼案件6件,实现零败诉。"), [("零败诉", 0, "disputes.litigation_lost")]);
        assert_eq!(
            read("人大代表建议、政协提案全部办结。"),
            [("全部办结", 100, "oversight.proposal_completion_rate")]
        );
        assert_eq!(read("热线工单全部办结。"), [("全部办结", 100, "oversight.hotline_handling_rate")]);
        assert_eq!(
            read("实现村(社区)法律顾问全覆盖。"),
            [("村(社区)法律顾问全覆盖", 100, "society.adviser_coverage_rate")]
        );
    }

    #[test]
    fn words_without_a_measure_state_nothing() {
        for text in ["任务全部办结。", "网格化管理全覆盖。", "零距离服务群众。"] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
