//! What a text's figures are told to measure, for the tests that ask it.

use fachi::metric::Metric;
use fachi::{Options, analyze};

/// Figure, label with action and subject, the figure that it is part of.
pub type Told<'t> = (&'t str, &'t str, &'t str);

/// The figures of a text.
pub fn told(text: &str) -> Vec<(String, String, String)> {
    let report = analyze(text, &Options::default()).unwrap();
    let words = |m: &Metric| {
        let parts = [m.subject.as_deref(), m.action.as_deref(), Some(&*m.label)];
        parts.into_iter().flatten().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let total = |m: &Metric| m.part_of.map_or("", |id| report.metrics[id.index()].text).to_owned();
    report.metrics.iter().map(|m| (m.text.to_owned(), words(m), total(m))).collect()
}

/// One thing of each figure of a text.
pub fn each<T>(text: &str, of: fn(&Metric) -> T) -> Vec<T> {
    analyze(text, &Options::default()).unwrap().metrics.iter().map(of).collect()
}

/// A text holds these figures.
#[track_caller]
pub fn holds(text: &str, wanted: &[Told]) {
    let told = told(text);
    let told: Vec<Told> = told.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(told, wanted, "{text}");
}
