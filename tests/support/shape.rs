//! The keys and the names of the result, written by hand: a program that reads it relies on them.

use std::collections::BTreeSet;

use serde_json::Value;

/// Where objects stand in a result (`[]`: each item of a list), and their keys.
const KEYS: &[(&str, &str)] = &[
    (
        "",
        "schemaVersion catalogVersion identity text sections metrics documents findings confirmed coverage problems \
         plans summary",
    ),
    ("identity", "title region issuer kind year publishedOn"),
    ("identity.title", "text span"),
    ("identity.title.span", "start end"),
    ("identity.region", "name level span"),
    ("identity.issuer", "text span"),
    ("identity.publishedOn", "date span"),
    ("text", "length characters sentences substance"),
    ("text.substance", "figuresPerThousand shortcomingsShare boilerplateShare emptySentences"),
    ("sections[]", "id level ordinal heading title span body parent area"),
    ("sections[].span", "start end"),
    ("sections[].body", "start end"),
    (
        "metrics[]",
        "id span text source value upper unit kind direction base bound label action subject indicator alternatives \
         certain cue area partOf year scope section sentence",
    ),
    ("metrics[].span", "start end"),
    ("metrics[].sentence", "start end"),
    ("metrics[].cue", "text span"),
    ("metrics[].cue.span", "start end"),
    ("documents[]", "id title rawTitle spans type act origin number"),
    ("documents[].spans[]", "start end"),
    ("findings[]", "id rule group severity message metrics span related stated expected fixes key"),
    ("findings[].related[]", "start end"),
    ("findings[].fixes[]", "span text"),
    ("confirmed[]", "rule metrics expression"),
    ("coverage", "areas indicators requirements"),
    ("coverage.areas[]", "id metrics indicators characters"),
    ("coverage.indicators", "given lacking"),
    ("coverage.requirements[]", "id level status evidence"),
    ("coverage.requirements[].evidence", "start end"),
    ("problems[]", "id span text area"),
    ("plans[]", "id span text area answers"),
    ("summary", "headline sentences brief"),
    ("summary.sentences[]", "span text score"),
];

/// Where names of closed sets stand, and the names.
const NAMES: &[(&str, &str)] = &[
    ("identity.region.level", "province city district county township zone"),
    ("identity.kind", "government department township other"),
    ("metrics[].source", "text table words"),
    ("metrics[].kind", "count amount rate change duration"),
    ("metrics[].direction", "up down"),
    ("metrics[].bound", "exact about over at_least under at_most"),
    ("metrics[].scope", "report earlier target elsewhere since"),
    ("coverage.requirements[].level", "mandated expected optional"),
    ("coverage.requirements[].status", "met missing unknown not_applicable"),
    ("documents[].type", "law document work certificate"),
    ("documents[].origin", "own superior other"),
    ("findings[].rule", "sum rate subset change percent conflict period numbering duplicate contamination"),
    ("findings[].group", "arithmetic consistency text"),
    ("findings[].severity", "note warning error"),
];

/// The values at a place of a result; those that are `null` are left out.
pub fn at<'a>(report: &'a Value, path: &str) -> Vec<&'a Value> {
    let mut values = vec![report];
    for step in path.split('.').filter(|step| !step.is_empty()) {
        let key = step.trim_end_matches("[]");
        values = values.into_iter().map(|value| &value[key]).collect();
        if step.ends_with("[]") {
            values = values
                .into_iter()
                .flat_map(|list| list.as_array().unwrap_or_else(|| panic!("{path} is no list")))
                .collect();
        }
        values.retain(|value| !value.is_null());
    }
    values
}

/// Where a result has other keys or names than written here.
pub fn strays(report: &Value) -> Vec<String> {
    let mut strays = Vec::new();
    for (path, keys) in KEYS {
        let wanted: BTreeSet<_> = keys.split_whitespace().collect();
        for object in at(report, path) {
            let keys: BTreeSet<_> = object
                .as_object()
                .unwrap_or_else(|| panic!("{path} is no object"))
                .keys()
                .map(String::as_str)
                .collect();
            if keys != wanted {
                let lost: Vec<_> = wanted.difference(&keys).collect();
                let new: Vec<_> = keys.difference(&wanted).collect();
                strays.push(format!("{path} lacks {lost:?}, adds {new:?}"));
            }
        }
    }
    for (path, names) in NAMES {
        for name in at(report, path) {
            if !name.as_str().is_some_and(|name| names.split(' ').any(|known| known == name)) {
                strays.push(format!("{path} is {name}"));
            }
        }
    }
    strays
}

/// The places of [`KEYS`] at which a result has nothing: nothing was compared there.
pub fn unseen(report: &Value) -> Vec<&'static str> {
    KEYS.iter().map(|(path, _)| *path).filter(|path| at(report, path).is_empty()).collect()
}
