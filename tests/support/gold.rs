//! The annotated reports of `eval` as plain texts.

use std::fs;

/// Name and text of every report in a folder of `eval`, in the order of their names.
pub fn folder(name: &str) -> Vec<(String, String)> {
    let folder = format!("{}/eval/{name}", env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut reports: Vec<_> = files
        .map(|file| file.expect("a file of eval/dev").path())
        .filter(|path| path.to_string_lossy().ends_with(".gold.txt"))
        .map(|path| {
            let source =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (path.file_name().expect("a name").to_string_lossy().into_owned(), plain(&source))
        })
        .collect();
    assert!(!reports.is_empty(), "no report in {folder}");
    reports.sort();
    reports
}

/// `⟦154项|l=…⟧` → `154项`; `⟪1⟫` and `⟪/⟫` go, and so does the first line, which is about the report.
fn plain(source: &str) -> String {
    let body = source.split_once('\n').map_or("", |(_, body)| body);
    let mut text = String::new();
    let mut in_figure = false;
    let mut hidden = false;
    for c in body.chars() {
        match c {
            '⟦' => in_figure = true,
            '⟪' => hidden = true,
            '|' if in_figure => hidden = true,
            '⟫' => hidden = false,
            '⟧' => (in_figure, hidden) = (false, false),
            c if !hidden => text.push(c),
            _ => {}
        }
    }
    text
}

#[test]
fn marks_go_and_words_stay() {
    let marked = "#! {\"year\": 2023}\n⟪1⟫一、概况⟪/⟫。梳理⟦154项|l=许可 i=a.b⟧|甲|\n";
    assert_eq!(plain(marked), "一、概况。梳理154项|甲|\n");
}
