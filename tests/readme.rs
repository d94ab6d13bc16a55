//! The examples of README.md do what it says.
#![cfg(feature = "cli")]

use std::path::Path;
use std::process::Command;

use serde_json::Value;

const README: &str = include_str!("../README.md");
const SENTENCE: &str = "全年办理公证1874件，其中涉外公证312件。罚没款286.4万元。";

/// The one block of README.md in a language.
fn block(language: &str) -> &'static str {
    blocks(README, language).next().unwrap_or_else(|| panic!("README.md has no {language} block"))
}

fn blocks<'a>(text: &'a str, language: &str) -> impl Iterator<Item = &'a str> {
    let fence = format!("```{language}\n");
    let opened: Vec<_> = text.split(fence.as_str()).skip(1).collect();
    opened.into_iter().map(|block| block.split("\n```").next().unwrap_or(block))
}

#[test]
fn the_rust_example_runs() -> Result<(), fachi::Error> {
    // From here to `main()` word for word as README.md has it, one step deeper.
    use fachi::{OffsetUnit, Options, analyze};

    fn main() -> Result<(), fachi::Error> {
        let text = "全年办理公证1874件，其中涉外公证312件。罚没款286.4万元。";
        // Offsets count UTF-16 code units unless bytes are asked for.
        let report = analyze(text, &Options { offsets: OffsetUnit::Utf8, ..Options::default() })?;
        let fines = &report.metrics[2];
        assert_eq!(fines.span.of(text), "286.4万元");
        assert_eq!(fines.value.to_string(), "2864000");
        assert_eq!(fines.indicator, Some("enforcement.fines_amount"));
        Ok(())
    }
    main()
}

#[test]
fn the_rust_example_is_the_one_that_runs() {
    let deeper = |line: &str| if line.is_empty() { String::new() } else { format!("    {line}") };
    let example: Vec<_> = block("rust").lines().map(deeper).collect();
    assert!(example.len() > 5);
    assert!(
        include_str!("readme.rs").contains(&example.join("\n")),
        "not in tests/readme.rs:\n{}",
        block("rust")
    );
}

/// The tests of the package run the example of its own README.
#[test]
fn the_javascript_example_is_the_package_s() {
    let package = include_str!("../pkg/README.md");
    assert_eq!(Some(block("js")), blocks(package, "js").next());
}

#[cfg(unix)]
#[test]
fn the_command_lines_print_what_is_shown() {
    let program = Path::new(env!("CARGO_BIN_EXE_fachi"));
    let path = std::env::var("PATH").expect("a path");
    let path = format!("{}:{path}", program.parent().expect("a folder").display());
    let calls: Vec<_> = format!("\n{}", block("console")).split("\n$ ").skip(1).map(str::to_owned).collect();
    assert!(calls.len() > 1);
    for call in calls {
        let (line, shown) = call.split_once('\n').expect("a command line and what it prints");
        let output = Command::new("sh").args(["-c", line]).env("PATH", &path).output().expect("sh starts");
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(output.status.success() && output.stderr.is_empty(), "{line}");
        assert_eq!(printed.trim_end(), shown.trim_end(), "{line}");
    }
}

#[test]
fn the_figure_shown_is_the_one_given() {
    let shown: Value = serde_json::from_str(block("json")).expect("JSON");
    let report = fachi::analyze(SENTENCE, &fachi::Options::default()).expect("text");
    assert_eq!(serde_json::to_value(&report.metrics[2]).expect("JSON"), shown);
}

#[test]
fn every_key_of_the_result_is_told() {
    let report = fachi::analyze(SENTENCE, &fachi::Options::default()).expect("text");
    let report = serde_json::to_value(report).expect("JSON");
    for key in report.as_object().expect("an object").keys() {
        assert!(README.contains(&format!("`{key}`")), "README.md says nothing of {key}");
    }
}

/// `cargo xtask serve` is a verb of xtask, and so are the others.
#[test]
fn the_commands_are_there() {
    let verbs = include_str!("../xtask/src/main.rs").split_once("enum Verb {").expect("the verbs").1;
    let called = README
        .split("cargo xtask ")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
    let called: Vec<_> = called.filter(|verb| !verb.is_empty()).collect();
    assert!(called.contains(&"serve") && called.contains(&"test"));
    for verb in called {
        let variant = format!("\n    {}{}", verb[..1].to_uppercase(), &verb[1..]);
        let known = [",", " {"].iter().any(|end| verbs.contains(&format!("{variant}{end}")));
        assert!(known, "cargo xtask {verb} is no verb");
    }
}
