//! What every result promises, whatever the text: spans slice to their words, ids refer to what is there.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use fachi::catalog::catalog;
use fachi::{Locale, OffsetUnit, Options, Report, analyze};
use serde_json::Value;

use super::slices::{Slices, ends, says};

/// Reads a text of any length.
pub fn read(source: &str, offsets: OffsetUnit) -> Report<'_> {
    let options = Options { offsets, max_length: u32::MAX, ..Options::default() };
    analyze(source, &options).unwrap_or_else(|error| panic!("{error}: {source:.60}"))
}

/// The promises that the result for `source` breaks, each in one line.
pub fn broken(source: &str, unit: OffsetUnit) -> Vec<String> {
    let report = read(source, unit);
    let mut trial = Trial {
        report: serde_json::to_value(&report).expect("JSON"),
        slices: Slices::new(source, unit),
        broken: Vec::new(),
    };
    trial.same(read(source, unit) == report, "a second reading differs");
    trial.same(
        trial.report["text"]["length"] == trial.slices.length(),
        "text.length is not the text's length",
    );
    let report = trial.report.clone();
    trial.each_span(&report, "report");
    trial.words(&report);
    trial.ids(&report);
    trial.sections(&report["sections"]);
    trial.metrics(&report);
    trial.broken
}

/// A list of the result.
pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is no list"))
}

/// One result on trial.
struct Trial {
    report: Value,
    slices: Slices,
    broken: Vec<String>,
}

impl Trial {
    fn same(&mut self, kept: bool, promise: impl Into<String>) {
        if !kept {
            self.broken.push(promise.into());
        }
    }

    /// Every span anywhere lies in the text and cuts no character.
    fn each_span(&mut self, value: &Value, path: &str) {
        match value {
            Value::Object(fields) if fields.contains_key("start") && fields.contains_key("end") => {
                self.same(self.slices.of(value).is_some(), format!("{path} {value} does not slice the text"));
            }
            Value::Object(fields) => {
                for (key, value) in fields {
                    self.each_span(value, &format!("{path}.{key}"));
                }
            }
            Value::Array(items) => {
                for (i, value) in items.iter().enumerate() {
                    self.each_span(value, &format!("{path}[{i}]"));
                }
            }
            _ => {}
        }
    }

    /// A span slices to `words`; to the letter, or but for blanks.
    fn slices_to(&mut self, what: &str, span: &Value, words: &Value, exact: bool) {
        let slice = self.slices.of(span).unwrap_or_default();
        let words = words.as_str().unwrap_or_default();
        let alike = if exact { slice == words } else { says(words, &slice) };
        self.same(!words.is_empty() && alike, format!("{what} says “{words}”, its span “{slice}”"));
    }

    /// What has words and a span agrees with itself.
    fn words(&mut self, report: &Value) {
        for (key, words) in [("title", "text"), ("region", "name"), ("issuer", "text")] {
            let named = &report["identity"][key];
            if !named.is_null() {
                self.slices_to(key, &named["span"], &named[words], false);
            }
        }
        let published = &report["identity"]["publishedOn"];
        if !published.is_null() {
            let day = published["date"].as_str().unwrap_or_default();
            let digits =
                |range| day.get(range).is_some_and(|digits: &str| digits.bytes().all(|b| b.is_ascii_digit()));
            let well_formed = day.len() == 10 && digits(0..4) && digits(5..7) && digits(8..10);
            let (start, end) = ends(&published["span"]);
            self.same(well_formed && start < end, format!("publishedOn is {published}"));
        }
        for section in list(report, "sections") {
            self.slices_to("a heading", &section["span"], &section["heading"], true);
        }
        for metric in list(report, "metrics") {
            self.slices_to("a metric", &metric["span"], &metric["text"], true);
            if !metric["cue"].is_null() {
                self.slices_to("a cue", &metric["cue"]["span"], &metric["cue"]["text"], false);
            }
        }
        for document in list(report, "documents") {
            self.title(document);
        }
        let summary = list(&report["summary"], "sentences");
        for place in [list(report, "problems"), list(report, "plans"), summary].concat() {
            self.slices_to("a sentence", &place["span"], &place["text"], false);
        }
    }

    /// A document's every mention is its title in 《》, as given where it was mended.
    fn title(&mut self, document: &Value) {
        let given = if document["rawTitle"].is_null() { &document["title"] } else { &document["rawTitle"] };
        let mentions = list(document, "spans");
        self.same(!mentions.is_empty(), format!("{given} is mentioned nowhere"));
        for span in mentions {
            let slice = self.slices.of(span).unwrap_or_default();
            let inner = slice.strip_prefix('《').and_then(|words| words.strip_suffix('》'));
            let title = given.as_str().unwrap_or_default();
            let same = !title.is_empty() && inner.is_some_and(|inner| says(title, inner));
            self.same(same, format!("the title {given} has the span “{slice}”"));
        }
    }

    /// Ids count up by kind, and whatever refers to one finds it.
    fn ids(&mut self, report: &Value) {
        let mut known = HashSet::new();
        for (key, letter) in [
            ("sections", 's'),
            ("metrics", 'm'),
            ("documents", 'd'),
            ("findings", 'f'),
            ("problems", 'p'),
            ("plans", 'n'),
        ] {
            for (i, item) in list(report, key).iter().enumerate() {
                let id = format!("{letter}{}", i + 1);
                self.same(item["id"] == *id, format!("{key}[{i}] has the id {}", item["id"]));
                known.insert(id);
            }
        }
        let mut referred: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
        let mut refer = |id: &Value, letter: char| {
            if let Some(id) = id.as_str() {
                referred.entry(id.to_owned()).or_default().insert(letter);
            }
        };
        for section in list(report, "sections") {
            refer(&section["parent"], 's');
        }
        for metric in list(report, "metrics") {
            refer(&metric["partOf"], 'm');
            refer(&metric["section"], 's');
        }
        for about in [list(report, "findings"), list(report, "confirmed")].concat() {
            for id in list(&about, "metrics") {
                refer(id, 'm');
            }
        }
        list(report, "plans").iter().flat_map(|plan| list(plan, "answers")).for_each(|id| refer(id, 'p'));
        for id in list(&report["summary"], "headline") {
            refer(id, 'm');
        }
        for (id, letters) in referred {
            let right = letters.iter().all(|letter| id.starts_with(*letter));
            self.same(right && known.contains(&id), format!("{id} is referred to as {letters:?}"));
        }
    }

    /// Headings follow each other; a parent is the nearest heading before that stands higher; a body ends at
    /// the next heading that is no deeper.
    fn sections(&mut self, sections: &Value) {
        let sections = sections.as_array().expect("a list");
        let length = self.slices.length();
        let level = |section: &Value| section["level"].as_u64().unwrap_or_default();
        let mut open: Vec<&Value> = Vec::new();
        // An excerpt may lack the headings above its first.
        let above = sections.first().map_or(1, level);
        self.same(above <= 3, format!("the first heading stands at level {above}"));
        for (i, section) in sections.iter().enumerate() {
            let id = &section["id"];
            let (start, end) = ends(&section["span"]);
            let before = i.checked_sub(1).map_or(0, |p| ends(&sections[p]["span"]).1);
            self.same(before <= start && start < end, format!("the heading {id} overlaps the one before"));
            let heading = section["heading"].as_str().unwrap_or_default();
            let title = section["title"].as_str().unwrap_or_default();
            self.same(
                !title.is_empty() && heading.ends_with(title),
                format!("{id}: “{title}” ends no “{heading}”"),
            );
            open.retain(|other| level(other) < level(section));
            let parent = open.last().map_or(&Value::Null, |parent| &parent["id"]);
            self.same(
                section["parent"] == *parent,
                format!("{id} has the parent {}, not {parent}", section["parent"]),
            );
            self.same(level(section) == open.len() as u64 + above, format!("{id} skips a level"));
            open.push(section);
            let next = sections[i + 1..].iter().find(|next| level(next) <= level(section));
            let wanted = (end, next.map_or(length, |next| ends(&next["span"]).0));
            self.same(
                ends(&section["body"]) == wanted,
                format!("{id} has the body {}, not {wanted:?}", section["body"]),
            );
        }
    }

    /// Figures follow each other, each in its sentence and its innermost section; parts lead to a total.
    fn metrics(&mut self, report: &Value) {
        let indicators: HashSet<_> =
            catalog(Locale::Zh).indicators.iter().map(|indicator| indicator.id).collect();
        let metrics = list(report, "metrics");
        let headings: Vec<_> =
            list(report, "sections").iter().map(|s| (ends(&s["span"]).0, &s["id"])).collect();
        let mut before = 0;
        for metric in metrics {
            let (id, text) = (&metric["id"], &metric["text"]);
            let (start, end) = ends(&metric["span"]);
            self.same(before <= start && start < end, format!("{id} {text} overlaps the figure before"));
            before = end;
            let sentence = ends(&metric["sentence"]);
            self.same(sentence.0 <= start && end <= sentence.1, format!("{id} {text} leaves its sentence"));
            let behind = headings.partition_point(|(heading, _)| *heading <= start);
            let section = behind.checked_sub(1).map_or(&Value::Null, |i| headings[i].1);
            self.same(metric["section"] == *section, format!("{id} {text} is not in the innermost section"));
            let told: Vec<_> = metric["indicator"]
                .as_str()
                .into_iter()
                .chain(list(metric, "alternatives").iter().filter_map(Value::as_str))
                .collect();
            let known = told.iter().all(|id| indicators.contains(id))
                && told.iter().collect::<HashSet<_>>().len() == told.len();
            self.same(known, format!("{id} {text} may be {told:?}"));
            self.same(
                list(metric, "alternatives").len() <= 2,
                format!("{id} {text} has more than two runners-up"),
            );
            let area = metric["indicator"].as_str().and_then(|indicator| indicator.split('.').next());
            self.same(
                area.is_none_or(|area| metric["area"] == area),
                format!("{id} {text} is in another area than its indicator"),
            );
            let said = ["label", "action", "subject"].map(|key| metric[key].as_str().unwrap_or_default());
            let count = said.iter().map(|words| words.chars().count()).sum::<usize>();
            self.same(count <= 30, format!("{id} {text} has {count} characters of words: {said:?}"));
        }
        self.parts(metrics);
    }

    fn parts(&mut self, metrics: &[Value]) {
        let total: BTreeMap<_, _> =
            metrics.iter().filter_map(|m| Some((m["id"].as_str()?, m["partOf"].as_str()?))).collect();
        for (&part, &first) in &total {
            let totals = std::iter::successors(Some(first), |id| total.get(id).copied());
            let circle = totals.take(metrics.len() + 1).any(|id| id == part);
            self.same(!circle, format!("{part} is part of itself"));
        }
    }
}
