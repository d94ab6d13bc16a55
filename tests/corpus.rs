//! The corpora: one value in many surfaces, what only looks like a figure, and what figures measure.
//!
//! Known misses stand in `tests/corpus/known_misses.tsv`; the test also fails when one of them is
//! read right by now, so that the list only shrinks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fachi::metric::{Bound, Metric};
use fachi::{OffsetUnit, Options, analyze};

/// A sentence of a corpus, its marks taken out.
struct Marked {
    text: String,
    /// Bytes of the marked figure.
    place: Option<(u32, u32)>,
}

fn marked(sentence: &str) -> Marked {
    let sentence = sentence.replace("\\n", "\n");
    let place = sentence.find('⟦').zip(sentence.find('⟧'));
    let place = place.map(|(open, close)| (open as u32, (close - '⟦'.len_utf8()) as u32));
    Marked { text: sentence.replace(['⟦', '⟧'], ""), place }
}

fn metrics(text: &str) -> Vec<Metric<'_>> {
    let options = Options { offsets: OffsetUnit::Utf8, ..Options::default() };
    analyze(text, &options).expect("corpora are text").metrics
}

fn rows(file: &str) -> Vec<Vec<String>> {
    let path = format!("{}/tests/corpus/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// Compares what is missed with the list of what is known to be.
fn compare(corpus: &str, missed: &BTreeSet<String>) {
    let known: BTreeSet<String> = rows("known_misses.tsv")
        .into_iter()
        .filter(|row| row[0] == corpus)
        .map(|row| row[1].clone())
        .collect();
    let new: Vec<_> = missed.difference(&known).collect();
    let mended: Vec<_> = known.difference(missed).collect();
    assert!(new.is_empty(), "{} missed in {corpus}.tsv:\n{}", new.len(), join(&new));
    assert!(
        mended.is_empty(),
        "{} known misses are read right now, take them out:\n{}",
        mended.len(),
        join(&mended)
    );
}

fn join(lines: &[&String]) -> String {
    lines.iter().fold(String::new(), |list, line| list + "  " + line + "\n")
}

fn sign(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "=",
        Bound::About => "~",
        Bound::Over => ">",
        Bound::AtLeast => ">=",
        Bound::Under => "<",
        Bound::AtMost => "<=",
    }
}

/// Whether two values are one, a share written as a fraction to four digits.
fn near(value: &str, wanted: &str) -> bool {
    let numbers = |text: &str| text.split("..").map(|n| n.parse().unwrap_or(f64::NAN)).collect::<Vec<f64>>();
    let (a, b) = (numbers(value), numbers(wanted));
    value == wanted || wanted.contains("333") | wanted.contains("666") && (a[0] - b[0]).abs() < 1e-4
}

#[test]
fn one_value_has_many_surfaces() {
    let mut missed = BTreeSet::new();
    for row in rows("surfaces.tsv") {
        let [sentence, value, unit, bound] = row.as_slice() else { panic!("four fields: {row:?}") };
        let Marked { text, place } = marked(sentence);
        let place = place.unwrap_or_else(|| panic!("no mark: {sentence}"));
        let read = metrics(&text);
        let metric = read.iter().find(|m| (m.span.start, m.span.end) == place);
        let told = metric.map(|m| {
            let upper = m.upper.map(|upper| format!("..{upper}")).unwrap_or_default();
            let unit = if m.unit.is_empty() { "-" } else { m.unit };
            (format!("{}{upper}", m.value), unit.to_owned(), sign(m.bound))
        });
        let alike = told.is_some_and(|(v, u, b)| near(&v, value) && u == *unit && b == bound);
        if !alike {
            missed.insert(sentence.clone());
        }
    }
    compare("surfaces", &missed);
}

#[test]
fn what_only_looks_like_a_figure_gives_none() {
    let mut missed = BTreeSet::new();
    for row in rows("lookalikes.tsv") {
        if metrics(&marked(&row[0]).text).iter().any(|m| m.source != fachi::metric::Source::Words) {
            missed.insert(row[0].clone());
        }
    }
    compare("lookalikes", &missed);
}

/// Whether words hold what `wanted` asks for: `&` joins what must be there, `/` splits alternatives.
fn serves(said: &str, wanted: &str) -> bool {
    wanted.split('&').all(|any| any.split('/').any(|word| said.contains(word)))
}

#[test]
fn figures_measure_what_the_words_say() {
    let mut missed = BTreeSet::new();
    for row in rows("indicators.tsv") {
        let [id, area, sentence, label, ..] = row.as_slice() else { panic!("four fields: {row:?}") };
        let heading = if area == "-" { String::new() } else { format!("一、{}\n", heading(area)) };
        let Marked { text, place } = marked(sentence);
        let place = place.unwrap_or_else(|| panic!("no mark: {sentence}"));
        let shift = heading.len() as u32;
        let text = format!("{heading}{text}");
        let read = metrics(&text);
        let metric = read.iter().find(|m| (m.span.start, m.span.end) == (place.0 + shift, place.1 + shift));
        let said = metric.map(|m| {
            format!("{}{}{}", m.subject.as_deref().unwrap_or(""), m.action.as_deref().unwrap_or(""), m.label)
        });
        let indicator = metric.and_then(|m| m.indicator).unwrap_or("-");
        if !id.split('/').any(|id| indicator == id) || !said.is_some_and(|said| serves(&said, label)) {
            missed.insert(sentence.clone());
        }
    }
    compare("indicators", &missed);
}

/// Taking an indicator out of the table fails this: each has a sentence that is read right.
#[test]
fn every_indicator_is_told_by_a_sentence() {
    let known: BTreeSet<String> = rows("known_misses.tsv").into_iter().map(|row| row[1].clone()).collect();
    let told: BTreeSet<String> = rows("indicators.tsv")
        .into_iter()
        .filter(|row| !known.contains(&row[2]))
        .flat_map(|row| row[0].split('/').map(str::to_owned).collect::<Vec<_>>())
        .filter(|id| id != "-")
        .collect();
    let table: BTreeSet<String> =
        fachi::catalog::catalog(fachi::Locale::Zh).indicators.iter().map(|i| i.id.to_owned()).collect();
    assert_eq!(told.symmetric_difference(&table).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// Sentences are written one by one, not made from a pattern: masked, few are alike.
#[test]
fn few_sentences_share_a_skeleton() {
    let mut skeletons: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows("indicators.tsv") {
        let Marked { text, .. } = marked(&row[2]);
        let mut skeleton = text.replace(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','), "0");
        while skeleton.contains("00") {
            skeleton = skeleton.replace("00", "0");
        }
        skeletons.entry(skeleton).or_default().insert(text);
    }
    let often: Vec<_> = skeletons.iter().filter(|(_, texts)| texts.len() > 3).collect();
    assert!(often.is_empty(), "{often:?}");
    assert!(skeletons.len() > 500, "the corpus lost its sentences");
}

fn heading(area: &str) -> String {
    let areas = fachi::catalog::catalog(fachi::Locale::Zh).areas;
    areas.iter().find(|a| a.id == area).unwrap_or_else(|| panic!("no area {area}")).name.to_owned()
}
