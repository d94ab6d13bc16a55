//! A table to read: value, unit, what is measured, the indicator's name, the section.

use std::io::{self, IsTerminal, Write, stdout};

use comfy_table::presets::{ASCII_MARKDOWN, UTF8_FULL_CONDENSED};
use comfy_table::{CellAlignment, ContentArrangement, Table};
use fachi::metric::{Bound, Metric};
use fachi::{Decimal, Locale, Report};
use serde_json::json;
use terminal_size::{Width, terminal_size};

use crate::names::Names;

/// Prints the table for the eyes, as wide as the terminal; in full where there is none.
pub fn fitted(report: &Report, locale: Locale, out: &mut impl Write) -> io::Result<()> {
    let mut table = table(report, locale, str::to_owned);
    table.load_style(UTF8_FULL_CONDENSED);
    if let Some((Width(width), _)) = terminal_size().filter(|_| stdout().is_terminal()) {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    writeln!(out, "{table}")
}

/// Prints the table for a Markdown text.
pub fn markdown(report: &Report, locale: Locale, out: &mut impl Write) -> io::Result<()> {
    let mut table = table(report, locale, |cell| cell.replace('\\', "\\\\").replace('|', "\\|"));
    table.load_style(ASCII_MARKDOWN);
    writeln!(out, "{table}")
}

fn table(report: &Report, locale: Locale, escape: fn(&str) -> String) -> Table {
    let names = Names::new(report, locale);
    let mut table = Table::new();
    table.set_header(match locale {
        Locale::Zh => ["数值", "单位", "内容", "指标", "章节"],
        Locale::En => ["Value", "Unit", "What", "Indicator", "Section"],
    });
    for metric in &report.metrics {
        let cells =
            [&value(metric), metric.unit, &measured(metric), names.indicator(metric), names.heading(metric)];
        table.add_row(cells.map(|cell| escape(&one_line(cell))));
    }
    table.column_mut(0).expect("five columns").set_cell_alignment(CellAlignment::Right);
    table
}

/// The value with its bound: `≥ 30`, `10–15`.
fn value(metric: &Metric) -> String {
    let sign = match metric.bound {
        Bound::Exact => "",
        Bound::About => "≈ ",
        Bound::Over => "> ",
        Bound::AtLeast => "≥ ",
        Bound::Under => "< ",
        Bound::AtMost => "≤ ",
    };
    // As JSON says it: a third is 33.33333333.
    let number = |value: Decimal| json!(value).to_string();
    let upper = metric.upper.map(|upper| format!("–{}", number(upper))).unwrap_or_default();
    format!("{sign}{}{upper}", number(metric.value))
}

/// Subject, action and label, as far as they are there.
fn measured(metric: &Metric) -> String {
    let words = [metric.subject.as_deref(), metric.action.as_deref(), Some(&metric.label)];
    words.into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Words of the text may hold line breaks and tabs, which would break the table, and terminal control.
fn one_line(cell: &str) -> String {
    let plain = cell.replace(char::is_control, " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn a_row_of_markdown_stays_a_row() {
        let mut out = Vec::new();
        markdown(&sample::report("甲|乙\n\\丙\u{1b}[2J"), Locale::En, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert_eq!(out.lines().count(), 3, "{out}");
        assert!(out.contains(r"甲\|乙 \\丙 [2J"), "{out}");
    }

    #[test]
    fn a_row_keeps_to_the_width_of_the_screen() {
        let mut table = table(&sample::report(&"行政许可".repeat(20)), Locale::Zh, str::to_owned);
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(60);
        let columns = |c| if c >= '一' { 2 } else { 1 };
        let widest = table.lines().map(|line| line.chars().map(columns).sum::<u32>()).max();
        assert!(widest.is_some_and(|widest| (50..=60).contains(&widest)), "{widest:?}\n{table}");
    }

    #[test]
    fn a_value_shows_its_bound() {
        let mut report = sample::report("");
        let metric = &mut report.metrics[0];
        assert_eq!(value(metric), "1874");
        metric.bound = Bound::AtLeast;
        metric.upper = Some(Decimal::whole(2000));
        assert_eq!(value(metric), "≥ 1874–2000");
    }
}
