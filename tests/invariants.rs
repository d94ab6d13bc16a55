//! What holds for every text: `analyze` never panics, its spans slice to their words in every unit, two
//! readings are equal, and the result keeps its shape.

mod support {
    pub mod gold;
    pub mod pieces;
    pub mod promises;
    pub mod shape;
    pub mod slices;
}

use fachi::audit::{Confirmed, Finding, Fix, Group, Severity};
use fachi::coverage::{AreaCoverage, RequirementStatus};
use fachi::identity::Identity;
use fachi::problem::{Plan, Problem};
use fachi::summary::SummarySentence;
use fachi::{Decimal, Error, Id, Locale, OffsetUnit, Options, Report, Span, analyze};
use serde_json::{Value, json};
use support::pieces::PIECES;
use support::promises::{broken, list, read};
use support::slices::unblanked;
use support::{gold, shape};

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Utf16, OffsetUnit::Utf8, OffsetUnit::Utf32];

/// Fails with the first broken promises of a text.
fn keeps_its_promises(name: &str, text: &str) {
    for unit in UNITS {
        let broken = broken(text, unit);
        let first = broken.iter().take(12).fold(String::new(), |list, line| list + "\n  " + line);
        assert!(broken.is_empty(), "{name}, {unit:?}: {} broken promises{first}", broken.len());
    }
}

#[test]
fn every_beginning_of_a_report_is_read() {
    for (name, text) in gold::folder("dev") {
        let cuts = text.char_indices().map(|(cut, _)| cut).step_by(37).chain([text.len()]);
        for (i, cut) in cuts.enumerate() {
            let unit = if cut == text.len() { OffsetUnit::Utf16 } else { UNITS[i % UNITS.len()] };
            let broken = broken(&text[..cut], unit);
            assert!(broken.is_empty(), "{name} up to byte {cut}, {unit:?}:\n  {}", broken.join("\n  "));
        }
    }
}

/// Digits, Latin letters and marks in their full-width form.
fn full_width(text: &str) -> String {
    let wide = |c: char| match c {
        '!'..='~' if c != '|' => char::from_u32(u32::from(c) + 0xFEE0).expect("a full-width form"),
        c => c,
    };
    text.chars().map(wide).collect()
}

fn windows(text: &str) -> String {
    format!("\u{feff}{}", text.replace('\n', "\r\n"))
}

#[test]
fn spans_slice_to_their_words_in_every_unit_and_guise() {
    for (name, text) in gold::folder("dev") {
        let astral = text.replace('。', "。😀𠮷").replace('，', "，\u{200b}");
        keeps_its_promises(&name, &text);
        keeps_its_promises(&format!("{name} with CRLF and a BOM"), &windows(&text));
        keeps_its_promises(&format!("{name} in full width"), &full_width(&text));
        keeps_its_promises(&format!("{name} with astral characters"), &astral);
        keeps_its_promises(&format!("{name} with all of them"), &windows(&full_width(&astral)));
    }
}

/// What a figure says, its place and its words as given left out.
fn told(text: &str) -> Vec<Value> {
    let report = serde_json::to_value(read(text, OffsetUnit::Utf16)).expect("JSON");
    let keys = [
        "value",
        "upper",
        "unit",
        "kind",
        "direction",
        "bound",
        "indicator",
        "partOf",
        "scope",
        "year",
        "section",
    ];
    list(&report, "metrics")
        .iter()
        .map(|metric| keys.iter().map(|key| metric[key].clone()).collect())
        .collect()
}

#[test]
fn line_ends_and_full_width_forms_change_no_figure() {
    for (name, text) in gold::folder("dev") {
        let plain = told(&text);
        assert!(plain.len() > 20, "{name} has figures");
        assert_eq!(told(&windows(&text)), plain, "{name} with CRLF and a BOM");
        assert_eq!(told(&full_width(&text)), plain, "{name} in full width");
    }
}

#[test]
fn labels_are_words_of_the_text() {
    for (name, text) in gold::folder("dev") {
        let given = unblanked(&text);
        for metric in read(&text, OffsetUnit::Utf16).metrics {
            for words in [Some(metric.label), metric.action, metric.subject].into_iter().flatten() {
                assert!(given.contains(&*words), "{name}: {} has the words “{words}”", metric.text);
            }
        }
    }
}

#[test]
fn the_result_keeps_its_keys_and_names() {
    for (name, text) in gold::folder("dev") {
        let report = serde_json::to_value(read(&text, OffsetUnit::Utf16)).expect("JSON");
        assert_eq!(shape::strays(&report), [""; 0], "{name}");
    }
    let empty = serde_json::to_value(read("", OffsetUnit::Utf16)).expect("JSON");
    assert_eq!(shape::strays(&empty), [""; 0], "the empty text");
}

/// A report with one of everything, so that no shape goes unseen.
fn full() -> Report<'static> {
    let text = "云河县司法局2023年法治政府建设年度报告\n一、概况\n印发《办法》，办理公证3件。\n云河县司法局\n2024年1月8日";
    let (span, id) = (Span::new(0, 1), Id::new('p', 0));
    let words = || "字".to_owned();
    let mut report = read(text, OffsetUnit::Utf16);
    report.findings.push(Finding {
        id: Id::new('f', 0),
        rule: "sum",
        group: Group::Arithmetic,
        severity: Severity::Error,
        message: words(),
        metrics: Vec::new(),
        span,
        related: vec![span],
        stated: None,
        expected: None,
        fixes: vec![Fix { span, text: words() }],
        key: words(),
    });
    report.confirmed.push(Confirmed { rule: "sum", metrics: Vec::new(), expression: words() });
    report.coverage.areas.push(AreaCoverage { id: "rules", metrics: 0, indicators: 0, characters: 0 });
    report.coverage.requirements.push(RequirementStatus {
        id: "causes",
        level: "mandated",
        status: "met",
        evidence: Some(span),
    });
    report.problems.push(Problem { id, span, text: words(), area: None });
    report.plans.push(Plan { id, span, text: words(), area: None, answers: vec![id] });
    report.summary.sentences.push(SummarySentence { span, text: words(), score: Decimal::ZERO });
    report
}

#[test]
fn every_object_of_the_result_has_its_keys() {
    let report = serde_json::to_value(full()).expect("JSON");
    assert_eq!(shape::unseen(&report), [""; 0]);
    assert_eq!(shape::strays(&report), [""; 0]);
    assert_eq!(report["findings"][0]["stated"], Value::Null, "what is absent is null");
    let substance = json!({ "figuresPerThousand": 18.5, "shortcomingsShare": 0, "boilerplateShare": 0, "emptySentences": 0 });
    let text = json!({ "length": 58, "characters": 54, "sentences": 5, "substance": substance });
    assert_eq!(report["text"], text);
}

fn refused(text: &str, max_length: u32) -> Option<Error> {
    analyze(text, &Options { max_length, ..Options::default() }).err()
}

#[test]
fn what_cannot_be_read_is_an_error() {
    assert_eq!(refused("办理\0公证3件", 100), Some(Error::NotText));
    assert_eq!(refused(&"\u{fffd}法".repeat(40), 100), Some(Error::NotText));
    assert_eq!(refused("法\u{fffd}治", 100), None, "a character lost on the way is no reason");
    for (text, length) in [("公证3件", 4), ("𠮷𠮷", 4), ("a\r\n", 3), ("", 0)] {
        assert_eq!(refused(text, length), None, "{text} has {length} UTF-16 units");
        assert_eq!(
            length.checked_sub(1).and_then(|less| refused(text, less)),
            (length > 0).then_some(Error::TooLarge),
            "{text}"
        );
    }
    for (error, code) in [(Error::TooLarge, "too_large"), (Error::NotText, "not_text")] {
        assert_eq!(error.code(), code);
        assert!(error.message(Locale::Zh).ends_with('。') && error.message(Locale::En).ends_with('.'));
    }
}

#[test]
fn a_text_that_is_no_report_gives_a_valid_result() {
    let english = "The county settled 1,874 cases in 2023, 12.5% more than a year before (see p. 7).";
    for text in [
        "",
        "法治政府建",
        english,
        "，。！？；：…—《》（）【】“”、·~％",
        "\u{feff}",
        "\r\n\t\u{3000}\r",
        "《",
        "一、",
        "(",
        "1",
        "9",
    ] {
        keeps_its_promises(text, text);
        let report = read(text, OffsetUnit::Utf16);
        assert_eq!(report.identity, Identity::default(), "{text} is nobody's report");
        assert!(report.sections.is_empty() && report.documents.is_empty(), "{text}");
    }
    let report = read("", OffsetUnit::Utf16);
    assert_eq!((report.text.length, report.text.characters, report.text.sentences), (0, 0, 0));
    assert!(report.metrics.is_empty());
}

#[test]
fn hostile_shapes_give_a_valid_result() {
    let nested =
        |open: &str, close: &str| format!("{}公证12件{}，调解3件。", open.repeat(3000), close.repeat(3000));
    for (name, text) in [
        ("nested round brackets", nested("（", "）")),
        ("nested title marks", nested("《", "》")),
        ("brackets never closed", nested("（", "")),
        ("brackets never opened", nested("", "）")),
        ("nested fractions", "百分之".repeat(3000)),
        ("a numeral of 5000 digits", format!("办理公证{}件。", "9".repeat(5000))),
        ("a numeral of 5000 scales", format!("办理公证9{}件。", "万亿".repeat(2500))),
        ("a Chinese numeral of 5000 digits", format!("办理公证{}件。", "九万".repeat(2500))),
        ("decimals without end", format!("占比3.{}%。", "3".repeat(5000))),
        ("groups without end", format!("办理公证1{}件。", ",000".repeat(1000))),
        ("a heading in every line", "（一）坚持依法行政\n".repeat(1500)),
        ("a table in every line", "项目\t件数\n公证\t12\n".repeat(600)),
        ("a row of years", format!("年度\t年度\n{}", "2023\t".repeat(20_000))),
        ("tables that stand one behind the other", "单位\n件数\n甲\n1\n乙\n2\n丙\n3\n".repeat(1500)),
        ("a table's row without end", "1 906\t".repeat(2000)),
        ("tables that stand one behind the other in a line", "单位|受理|办结|甲局|20|19|".repeat(1000)),
        ("what is done and left without end", "整改3件，其余2件、".repeat(500)),
        ("words of a total without a stop", format!("受理案件9件，{}5件。", "案件中".repeat(100_000))),
        ("brackets that each hold a figure", "三年来受理62件（".repeat(2000)),
        ("changes without a stop", "减少案件5件".repeat(2000)),
        ("a list of shares without end", format!("受理9件，合格率{}。", "1%、".repeat(2000))),
        ("ranges without end", "12-15件、".repeat(2000)),
        ("items of nought with shares", format!("受理9件，其中{}。", "甲0件，占0%；".repeat(2000))),
        ("plans with an annex behind each", "三、下一步打算\n将加强执法。\n附：数据\n".repeat(1500)),
        (
            "another year without end in one paragraph",
            format!("某县2017年依法行政工作报告\n一、工作\n{}", "2016年，全县共办理案件5件。".repeat(2000)),
        ),
        (
            "lines below a line without end",
            format!("{0}其中：\n{0}食品2家；\n{0}药品3家。\n", "检查5家，".repeat(1500)),
        ),
        ("no line at all", "法治政府建设".repeat(200_000 / "法治政府建设".len())),
    ] {
        keeps_its_promises(name, &text);
    }
}

#[test]
fn figures_grow_with_the_text() {
    let line = |times: usize| "办理公证12件、".repeat(times);
    for times in [1, 10, 20_000] {
        assert_eq!(
            read(&line(times), OffsetUnit::Utf16).metrics.len(),
            times,
            "{times} figures in one sentence"
        );
    }
    keeps_its_promises("2000 figures in one sentence", &line(2000));
    let (name, text) = &gold::folder("dev")[0];
    let once = told(text).len();
    assert_eq!(told(&format!("{text}\n").repeat(3)).len(), once * 3, "{name} three times");
}

/// Words that open a list of parts in one sentence, and the next figure only in another.
#[test]
fn a_list_may_open_where_no_figure_follows() {
    for opener in ["总体来看，", "受理的案件里，", "其中", "分别为"] {
        let text = format!("全年受理9件。{opener}情况良好。全年办件5件。");
        assert_eq!(broken(&text, OffsetUnit::Utf16), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn random_texts_keep_the_promises() {
    // Knuth's MMIX generator: the same texts on every machine.
    let mut state = 2023_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for _ in 0..4000 {
        let text: String = (0..=next(40)).map(|_| PIECES[next(PIECES.len())]).collect();
        let unit = UNITS[next(UNITS.len())];
        let broken = broken(&text, unit);
        assert!(broken.is_empty(), "{text:?}, {unit:?}:\n  {}", broken.join("\n  "));
    }
}
