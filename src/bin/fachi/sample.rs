//! A report of one figure, for the tests of what prints it.

use fachi::metric::{Bound, Cue, Metric, MetricKind, Scope, Source};
use fachi::{Decimal, Id, Options, Report, Span, analyze};

/// 1874件 under a label.
pub fn report(label: &str) -> Report<'_> {
    let mut report = analyze("", &Options::default()).unwrap();
    report.metrics.push(Metric {
        id: Id::new('m', 0),
        span: Span::new(0, 5),
        text: "1874件",
        source: Source::Text,
        value: Decimal::whole(1874),
        upper: None,
        unit: "件",
        kind: MetricKind::Count,
        direction: None,
        base: None,
        bound: Bound::Exact,
        label: label.into(),
        action: None,
        subject: None,
        indicator: None,
        alternatives: Vec::new(),
        certain: true,
        cue: Some(Cue { text: label.into(), span: Span::new(0, 0) }),
        area: None,
        part_of: None,
        year: None,
        scope: Scope::Report,
        section: None,
        sentence: Span::new(0, 5),
    });
    report
}
