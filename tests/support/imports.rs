//! Which way imports point.

/// The pipeline: a module imports only from what stands before it.
const PIPELINE: &[&str] = &[
    "data",
    "words",
    "order",
    "stock",
    "decimal",
    "span",
    "id",
    "fold",
    "mark",
    "text",
    "indicators",
    "requirement",
    "outline",
    "chapter",
    "number",
    "quantity",
    "identity",
    "document",
    "metric",
    "Reading",
    "options",
    "audit",
    "catalog",
    "coverage",
    "problem",
    "substance",
    "summary",
    "report",
    "lib",
    "json",
    "wasm",
    "bin",
];

/// What `lib.rs` gives again under its own name, and the module that it is from. `Reading` stands in `lib.rs`
/// itself, made of what the stages give, so it has its own place in the pipeline.
const AGAIN: &[(&str, &str)] = &[
    ("Decimal", "decimal"),
    ("Id", "id"),
    ("Span", "span"),
    ("OffsetUnit", "text"),
    ("Error", "options"),
    ("Locale", "options"),
    ("Options", "options"),
    ("Report", "report"),
    ("analyze", "lib"),
    ("read", "Reading"),
];

fn place(module: &str) -> Option<usize> {
    PIPELINE.iter().position(|known| *known == module)
}

/// The module at the top that a file of `src` belongs to: `src/metric/label.rs` to `metric`.
pub fn module(file: &str) -> &str {
    let path = file.strip_prefix("src/").unwrap_or(file);
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// Modules without a place in the pipeline, and places without a module.
pub fn misplaced(modules: &[&str]) -> Vec<String> {
    let homeless = modules.iter().filter(|module| place(module).is_none());
    let empty = PIPELINE.iter().filter(|place| **place != "Reading" && !modules.contains(place));
    let homeless = homeless.map(|module| format!("{module} has no place in the pipeline"));
    homeless.chain(empty.map(|place| format!("the pipeline names {place}, which is not there"))).collect()
}

/// Imports of a file that point to the right, or out of the pipeline.
pub fn to_the_right(file: &str, source: &str) -> Vec<String> {
    let own = place(module(file));
    // A program is a crate of its own: of this one it sees what is public.
    if module(file) == "bin" {
        return Vec::new();
    }
    let mut slips = Vec::new();
    for (line, name) in imported(source) {
        let home = AGAIN.iter().find(|(again, _)| *again == name).map_or(name, |(_, home)| home);
        let left = match (place(home), own) {
            (Some(home), Some(own)) => home <= own,
            _ => false,
        };
        if !left {
            slips.push(format!("{file}:{line}: {} imports {name}, which stands right of it", module(file)));
        }
    }
    slips
}

/// The first names behind every `crate::` but in comments, with their lines.
fn imported(source: &str) -> Vec<(usize, &str)> {
    let mut names = Vec::new();
    for (at, root) in source.match_indices("crate::") {
        let start = source[..at].rfind('\n').map_or(0, |i| i + 1);
        if source[start..at].contains("//") || source[..at].ends_with('$') {
            continue;
        }
        let line = source[..at].matches('\n').count() + 1;
        let behind = &source[at + root.len()..];
        match behind.strip_prefix('{') {
            Some(group) => names.extend(firsts(group).into_iter().map(|name| (line, name))),
            None => names.push((line, word(behind))),
        }
    }
    names
}

/// The first name of each path of a `{…}`, whose opening is already read.
fn firsts(group: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.extend(Some(word(group[start..i].trim_start())).filter(|name| !name.is_empty()));
                start = i + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

fn word(path: &str) -> &str {
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    &path[..end]
}

#[test]
fn imports_are_found() {
    let source = "use crate::text::Text;\n// crate::gone\nuse crate::{\n    Id, metric::{Bound, Metric},\n};\nlet a = crate::number::chinese(b);";
    let names: Vec<_> = imported(source);
    assert_eq!(names, [(1, "text"), (3, "Id"), (3, "metric"), (6, "number")]);
    assert_eq!(to_the_right("src/quantity/unit.rs", source).len(), 1);
    assert_eq!(to_the_right("src/report.rs", source).len(), 0);
}
