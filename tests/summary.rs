//! What the summary is worth: more indicators for its length than the first sentences or those full of digits,
//! no heading, no empty sentence; a headline and a brief that can be traced to figures.

mod support {
    pub mod marks;
}

use std::collections::HashSet;

use fachi::metric::Scope;
use fachi::{Locale, OffsetUnit, Options, Report, analyze};
use support::marks::{Annotated, Mark, annotated};

/// How many sentences are compared.
const COUNT: usize = 8;
/// The characters that there is room for to each of them.
const ROOM: usize = 80;

fn report(text: &str) -> Report<'_> {
    analyze(text, &Options { offsets: OffsetUnit::Utf8, ..Options::default() }).expect("text")
}

/// Sentences as anybody would cut them: up to a full stop or a line's end.
fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let stops = text.char_indices().filter(|(_, c)| matches!(c, '。' | '！' | '？' | '!' | '?' | '\n'));
    for end in stops.map(|(i, c)| i + c.len_utf8()).chain([text.len()]) {
        if !text[start..end].trim().is_empty() {
            sentences.push((start, end));
        }
        start = end;
    }
    sentences
}

/// Different indicators that stretches of a report cover, and their characters.
fn covered(report: &Annotated, stretches: &[(usize, usize)]) -> (usize, usize) {
    // Of several readings of one figure the first.
    let first = |mark: &Mark| mark.field("i").map(|ids| ids.split('/').next().unwrap_or_default().to_owned());
    let inside = |at: usize| stretches.iter().any(|&(start, end)| start <= at && at < end);
    let indicators: HashSet<_> =
        report.figures.iter().filter(|mark| inside(mark.place.start)).filter_map(first).collect();
    let characters = stretches
        .iter()
        .map(|&(start, end)| report.text[start..end].chars().filter(|c| !c.is_whitespace()).count());
    (indicators.len(), characters.sum())
}

/// Indicators to a hundred characters, over all reports, of the summary, the first sentences, those of most digits.
fn densities(reports: &[Annotated]) -> [f64; 3] {
    let mut sums = [(0, 0); 3];
    for annotated in reports {
        let summary = report(&annotated.text).summary.sentences;
        let summary: Vec<_> = summary.iter().map(|s| (s.span.start as usize, s.span.end as usize)).collect();
        // Where all sentences are long the room is full before all are told.
        let full = covered(annotated, &summary).1 * 100 >= ROOM * COUNT * 85;
        assert!(summary.len() <= COUNT && (full || summary.len() + 1 >= COUNT), "{}", annotated.name);
        let all = sentences(&annotated.text);
        let mut by_digits = all.clone();
        by_digits.sort_by_key(|&(start, end)| {
            std::cmp::Reverse(annotated.text[start..end].bytes().filter(u8::is_ascii_digit).count())
        });
        for (sum, stretches) in sums.iter_mut().zip([&summary[..], &all[..COUNT], &by_digits[..COUNT]]) {
            let (indicators, characters) = covered(annotated, stretches);
            *sum = (sum.0 + indicators, sum.1 + characters);
        }
    }
    sums.map(|(indicators, characters)| 100.0 * indicators as f64 / characters as f64)
}

#[test]
fn sentences_cover_more_indicators_for_their_length() {
    for folder in ["eval/dev", "eval/more"] {
        let [summary, first, digits] = densities(&annotated(folder));
        assert!(summary >= 1.5 * first, "{folder}: {summary:.2} to {first:.2} of the first sentences");
        assert!(summary >= 1.5 * digits, "{folder}: {summary:.2} to {digits:.2} of those with most digits");
    }
}

#[test]
fn sentences_are_worth_quoting() {
    for annotated in ["eval/dev", "eval/more"].iter().flat_map(|folder| annotated(folder)) {
        let (name, report) = (&annotated.name, report(&annotated.text));
        let mut before = 0;
        for sentence in &report.summary.sentences {
            let words = sentence.span.of(&annotated.text);
            assert!(before <= sentence.span.start, "{name}: in the order of the text");
            before = sentence.span.end;
            let heading = report.sections.iter().find(|section| section.span.touches(sentence.span));
            assert!(heading.is_none(), "{name}: “{words}” holds a heading");
            let figure = report.metrics.iter().any(|metric| sentence.span.holds(metric.span));
            let document = words.contains('《');
            let decision =
                ["印发", "出台", "审议通过", "制定", "修订", "成立"].iter().any(|word| words.contains(word));
            assert!(figure || document || decision, "{name}: “{words}” says nothing");
            let score: f64 = sentence.score.to_string().parse().expect("a number");
            assert!(score > 0.0 && score <= 1.0, "{name}: {score}");
        }
        let characters: usize = report.summary.sentences.iter().map(|s| s.text.chars().count()).sum();
        assert!(characters <= COUNT * 80, "{name}: {characters} characters");
    }
}

#[test]
fn the_caller_says_how_many_sentences() {
    let text = &annotated("eval/dev")[0].text;
    for count in [0, 1, 3] {
        let options = Options { summary_sentences: count, ..Options::default() };
        let report = analyze(text, &options).expect("text");
        assert_eq!(report.summary.sentences.len(), count as usize);
    }
    let all = Options { summary_sentences: u32::MAX, ..Options::default() };
    assert!(analyze(text, &all).expect("text").summary.sentences.len() > 20);
}

#[test]
fn the_headline_is_of_many_areas_and_of_this_year() {
    for annotated in annotated("eval/dev") {
        let report = report(&annotated.text);
        let shown: Vec<_> = report.summary.headline.iter().map(|id| &report.metrics[id.index()]).collect();
        assert_eq!(shown.len(), COUNT, "{}", annotated.name);
        let areas: HashSet<_> = shown.iter().map(|metric| metric.area).collect();
        assert!(areas.len() >= 6, "{}: {areas:?}", annotated.name);
        assert!(shown.iter().all(|metric| metric.scope == Scope::Report), "{}", annotated.name);
    }
}

#[test]
fn the_brief_says_only_what_was_read() {
    for annotated in annotated("eval/dev") {
        for locale in [Locale::Zh, Locale::En] {
            let options = Options { locale, offsets: OffsetUnit::Utf8, ..Options::default() };
            let report = analyze(&annotated.text, &options).expect("text");
            let catalog = fachi::catalog::catalog(locale);
            let brief = &report.summary.brief;
            let region = report.identity.region.as_ref().expect("a region");
            assert!(brief.contains(&region.name), "{brief}");
            assert!(brief.contains(&report.identity.year.expect("a year").to_string()), "{brief}");
            for id in &report.summary.headline {
                let metric = &report.metrics[id.index()];
                let named = catalog.indicators.iter().find(|known| Some(known.id) == metric.indicator);
                assert!(
                    brief.contains(metric.text) && brief.contains(named.expect("an indicator").name),
                    "{brief}"
                );
            }
            for requirement in &report.coverage.requirements {
                let name = catalog
                    .requirements
                    .iter()
                    .find(|known| known.id == requirement.id)
                    .expect("a name")
                    .name;
                let missing = requirement.level == "mandated" && requirement.status == "missing";
                assert_eq!(brief.contains(name), missing, "{name} in {brief}");
            }
        }
    }
}

#[test]
fn a_run_in_heading_is_not_quoted() {
    let text = "云河县2023年法治政府建设年度报告\n一、主要工作\n（一）规范执法。全年办理行政处罚案件312件，评查案卷80卷。\n\
                二、下一步打算\n评查案卷不少于90卷。\n";
    let quoted: Vec<_> = report(text).summary.sentences.into_iter().map(|sentence| sentence.text).collect();
    assert_eq!(quoted, ["全年办理行政处罚案件312件，评查案卷80卷。"]);
}
