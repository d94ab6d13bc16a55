//! Reports by other hands with the slips that clerks make, and clean ones among them: what of it is found, and what
//! else is flagged.

use std::fs;
use std::path::Path;

#[path = "support/gold.rs"]
mod gold;

use fachi::{Options, Report, Span, analyze};
use serde_json::Value;

/// The least share of slips that must be found, and of findings that must be slips, in hundredths.
const LEAST: usize = 90;

/// The longest place that tells where a finding is, in bytes.
const LONGEST: u32 = 600;

/// A slip that the first line of a report tells of: its rule and where it may be found.
struct Slip {
    rule: String,
    places: Vec<Span>,
    /// Whether an editor may shrug.
    optional: bool,
}

fn slips(facts: &Value, text: &str) -> Vec<Slip> {
    let all = facts["findings"].as_array().map(Vec::as_slice).unwrap_or_default();
    let read = |slip: &Value| {
        let words = slip["text"].as_str().expect("the words of a slip");
        let places: Vec<Span> =
            text.match_indices(words).map(|(at, _)| Span::new(at, at + words.len())).collect();
        assert!(!places.is_empty(), "no place has the words {words}");
        let rule = slip["rule"].as_str().expect("a rule").to_owned();
        Slip { rule, places, optional: slip["opt"] == true }
    };
    all.iter().map(read).collect()
}

fn report(text: &str) -> Report<'_> {
    analyze(text, &Options { offsets: fachi::OffsetUnit::Utf8, ..Options::default() }).expect("a report")
}

#[test]
fn slips_are_found_and_little_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("eval/slips");
    let (mut wanted, mut found, mut flagged, mut wrong) = (0, 0, 0, Vec::new());
    for (name, text) in gold::folder("slips") {
        let source = fs::read_to_string(folder.join(&name)).expect("a report");
        let facts = source.lines().next().and_then(|line| line.strip_prefix("#!")).expect("facts");
        let mut left = slips(&serde_json::from_str(facts).expect("JSON"), &text);
        wanted += left.iter().filter(|slip| !slip.optional).count();
        let report = report(&text);
        for finding in &report.findings {
            let rule =
                serde_json::to_value(finding).expect("JSON")["rule"].as_str().expect("a rule").to_owned();
            let figures = finding.metrics.iter().map(|id| report.metrics[id.index()].span);
            let places: Vec<Span> = figures
                .chain([finding.span])
                .chain(finding.related.iter().copied())
                .filter(|place| place.end - place.start <= LONGEST)
                .collect();
            let hit = left.iter().position(|slip| {
                let touched = |place: &Span| slip.places.iter().any(|own| own.touches(*place));
                slip.rule == rule && places.iter().any(touched)
            });
            match hit.map(|at| left.remove(at)) {
                Some(slip) if slip.optional => {}
                Some(_) => (found, flagged) = (found + 1, flagged + 1),
                // What stands in several places is one slip.
                None if rule == "contamination" => {}
                None => {
                    flagged += 1;
                    wrong.push(format!("{name}: flags {rule}: {}", finding.message));
                }
            }
        }
        for slip in left.iter().filter(|slip| !slip.optional) {
            let place = slip.places[0];
            let words = &text[place.start as usize..place.end as usize];
            wrong.push(format!("{name}: misses {}: {words}", slip.rule));
        }
    }
    let wrong = wrong.join("\n");
    println!("{found} of {wanted} slips found, {flagged} flagged\n{wrong}");
    assert!(found * 100 >= wanted * LEAST, "{found} of {wanted} slips found:\n{wrong}");
    assert!(found * 100 >= flagged * LEAST, "{found} of {flagged} findings are slips:\n{wrong}");
}
