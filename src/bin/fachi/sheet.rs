//! One row a figure, for spreadsheets: UTF-8 with its mark, so that they open it right.

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};
use fachi::{Locale, Report};
use serde_json::Value;

use crate::names::Names;

/// The keys of a metric that hold one value each.
const KEYS: &[&str] = &[
    "id",
    "text",
    "source",
    "value",
    "upper",
    "unit",
    "kind",
    "direction",
    "base",
    "bound",
    "label",
    "action",
    "subject",
    "indicator",
    "certain",
    "area",
    "partOf",
    "year",
    "scope",
    "section",
];
/// What else the row needs to stand alone.
const BESIDE: &[&str] = &["start", "end", "cue", "indicatorName", "heading"];

/// Prints the rows.
pub fn csv(report: &Report, locale: Locale, out: &mut impl Write) -> io::Result<()> {
    let names = Names::new(report, locale);
    out.write_all("\u{feff}".as_bytes())?;
    let mut sheet = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    sheet.write_record(KEYS.iter().chain(BESIDE)).map_err(reason)?;
    for metric in &report.metrics {
        let beside = [
            metric.span.start.into(),
            metric.span.end.into(),
            metric.cue.as_ref().map(|cue| &*cue.text).into(),
            names.indicator(metric).into(),
            names.heading(metric).into(),
        ];
        let metric = serde_json::to_value(metric)?;
        let cells = KEYS.iter().map(|key| &metric[key]).chain(&beside).map(cell);
        sheet.write_record(cells).map_err(reason)?;
    }
    sheet.flush()
}

/// The error of the output itself: whether its reader went away must be seen.
fn reason(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A spreadsheet would run text that begins like a formula; the full-width signs count in East Asia.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(FORMULA) && text.parse::<f64>().is_err() => {
            format!("'{text}")
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn printed(report: &Report) -> String {
        let mut out = Vec::new();
        csv(report, Locale::Zh, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn no_cell_is_a_formula() {
        for label in ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "\t=1"] {
            let sheet = printed(&sample::report(label));
            assert!(sheet.contains(&format!("'{label}")), "{sheet}");
        }
        assert!(printed(&sample::report("-2.5")).contains(",-2.5,"), "a number stays one");
    }

    #[test]
    fn every_single_value_of_a_metric_has_its_column() {
        let report = sample::report("公证");
        let metric = serde_json::to_value(&report.metrics[0]).unwrap();
        for (key, value) in metric.as_object().unwrap() {
            let single = !value.is_object() && !value.is_array();
            assert_eq!(single, KEYS.contains(&key.as_str()), "{key}");
        }
    }
}
