//! The command line as a user meets it: encodings, formats, exit codes, one sentence for each bad input.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const REPORT: &str =
    "云河县2023年法治政府建设年度报告\n一、主要举措和成效\n全年办理公证1874件，参加旁听庭审3场次。\n";

/// Runs the program with bytes on standard input.
fn fachi(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = start(arguments);
    // The program may refuse before it has read all.
    let _ = child.stdin.take().expect("piped").write_all(input);
    child.wait_with_output().expect("it ends")
}

fn start(arguments: &[&str]) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_fachi"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts")
}

fn printed(arguments: &[&str], input: &[u8]) -> String {
    let output = fachi(arguments, input);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(input: &[u8]) -> Value {
    let line = printed(&["analyze", "--format", "json"], input);
    assert_eq!(line.matches('\n').count(), 1, "one line");
    serde_json::from_str(&line).expect("JSON")
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// A file of its own for each test.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("a file can be written");
    path
}

#[test]
fn one_text_in_any_encoding_is_one_report() {
    let plain = json(REPORT.as_bytes());
    assert_eq!(plain["text"]["length"], REPORT.encode_utf16().count());
    assert_eq!(plain, json(&encoding_rs::GB18030.encode(REPORT).0));
}

#[test]
fn a_byte_order_mark_counts_as_one_unit() {
    let marked = format!("\u{feff}{REPORT}");
    let utf8 = json(marked.as_bytes());
    assert_eq!(utf8, json(&utf16(&marked, u16::to_le_bytes)));
    assert_eq!(utf8, json(&utf16(&marked, u16::to_be_bytes)));
    let plain = json(REPORT.as_bytes());
    assert_eq!(utf8["text"]["length"], plain["text"]["length"].as_u64().unwrap() + 1);
    assert_eq!(starts(&utf8), starts(&plain).iter().map(|start| start + 1).collect::<Vec<_>>());
}

fn starts(report: &Value) -> Vec<u64> {
    let metrics = report["metrics"].as_array().expect("a list");
    assert!(!metrics.is_empty(), "the report has figures");
    metrics.iter().map(|metric| metric["span"]["start"].as_u64().expect("an offset")).collect()
}

#[test]
fn a_file_and_standard_input_are_one() {
    let path = file("report.txt", REPORT.as_bytes());
    let from_file = printed(&["analyze", path.to_str().unwrap()], b"");
    assert_eq!(from_file, printed(&["analyze", "-"], REPORT.as_bytes()));
    assert_eq!(from_file, printed(&["analyze"], REPORT.as_bytes()));
}

#[test]
fn an_empty_text_is_an_empty_report() {
    let report = json(b"");
    assert_eq!(report["text"]["length"], 0);
    assert_eq!(report["metrics"], Value::Array(Vec::new()));
}

#[test]
fn there_is_no_limit_to_the_length() {
    let long = "a".repeat((16 << 20) + 1);
    assert_eq!(json(long.as_bytes())["text"]["length"], long.len());
}

#[test]
fn bad_input_gets_its_code_and_one_sentence() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let lone_surrogates = [b"\xff\xfe".to_vec(), b"\x00\xd8".repeat(20)].concat();
    let cases: [(&[&str], &[u8], i32); 6] = [
        (&["no-such-file.txt"], b"", 1),
        (&[folder], b"", 1),
        (&[], png, 3),
        (&[], b"a\0b", 3),
        (&[], b"\xff\xff\xff", 3),
        (&[], &lone_surrogates, 3),
    ];
    for (arguments, input, code) in cases {
        for (locale, stop) in [("zh", "。\n"), ("en", ".\n")] {
            let output = fachi(&[&["analyze", "--locale", locale], arguments].concat(), input);
            let sentence = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(code), "{sentence}");
            assert!(output.stdout.is_empty());
            assert!(sentence.ends_with(stop) && sentence.lines().count() == 1, "{sentence}");
            let chinese = sentence.contains(|c| ('一'..='龥').contains(&c));
            assert_eq!(chinese, locale == "zh", "{sentence}");
        }
    }
}

#[test]
fn a_wrong_call_is_explained() {
    for arguments in [&["analyze", "--format", "xml"][..], &["analyze", "--locale", "fr"], &["analyse"], &[]]
    {
        let output = fachi(arguments, b"");
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn csv_is_read_back() {
    let sheet = printed(&["analyze", "--format", "csv"], REPORT.as_bytes());
    let rows = sheet.strip_prefix('\u{feff}').expect("a byte order mark");
    assert_eq!(rows.matches('\n').count(), rows.matches("\r\n").count());
    let mut reader = csv::Reader::from_reader(rows.as_bytes());
    let header = reader.headers().unwrap().clone();
    let report = json(REPORT.as_bytes());
    let metrics = report["metrics"].as_array().unwrap();
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), starts(&report).len());
    for (record, metric) in records.iter().zip(metrics) {
        let cell = |name: &str| record.get(header.iter().position(|key| key == name).unwrap()).unwrap();
        assert_eq!(cell("text"), metric["text"]);
        assert_eq!(cell("value"), metric["value"].to_string());
        assert_eq!(cell("start"), metric["span"]["start"].to_string());
        assert_eq!(cell("upper"), "");
    }
}

#[test]
fn markdown_has_one_row_a_figure() {
    let table = printed(&["analyze", "--format", "markdown"], REPORT.as_bytes());
    let figures = starts(&json(REPORT.as_bytes())).len();
    assert_eq!(table.lines().count(), figures + 2);
    assert!(table.lines().all(|row| row.matches('|').count() == 6), "{table}");
    assert!(table.contains("1874"), "{table}");
}

#[test]
fn the_table_speaks_the_language_asked_for() {
    for (locale, head) in [("zh", "数值"), ("en", "Value")] {
        let table = printed(&["analyze", "--locale", locale], REPORT.as_bytes());
        assert!(table.contains(head) && table.contains("1874"), "{table}");
    }
}

#[test]
fn the_catalog_names_what_reports_hold() {
    let catalog = |locale| -> Value {
        serde_json::from_str(&printed(&["catalog", "--locale", locale], b"")).expect("JSON")
    };
    let (zh, en) = (catalog("zh"), catalog("en"));
    assert_eq!(zh["areas"].as_array().unwrap().len(), en["areas"].as_array().unwrap().len());
    assert_ne!(zh["areas"][0]["name"], en["areas"][0]["name"]);
    let report = json(REPORT.as_bytes());
    assert_eq!(report["catalogVersion"], zh["catalogVersion"]);
    let indicators = zh["indicators"].as_array().unwrap();
    assert!(indicators.iter().any(|indicator| indicator["id"] == report["metrics"][0]["indicator"]));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let long = REPORT.repeat(500);
    for format in ["table", "json", "csv", "markdown"] {
        let mut child = start(&["analyze", "--format", format]);
        drop(child.stdout.take());
        child.stdin.take().expect("piped").write_all(long.as_bytes()).expect("it reads all");
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn version_is_the_package_s() {
    assert_eq!(printed(&["--version"], b""), format!("fachi {}\n", env!("CARGO_PKG_VERSION")));
}
