//! One paragraph made of what was read: every clause can be traced to figures.

use crate::indicators::{self, AREAS, INDICATORS};
use crate::metric::{Bound, Metric};
use crate::summary::Told;
use crate::words::Stretch;
use crate::{Id, Locale, Reading};

/// Writes it; empty where the text tells no figure and no report.
pub fn brief(
    reading: &Reading,
    told: &[Option<Told>],
    headline: &[Id],
    lacking: &[&str],
    locale: Locale,
) -> String {
    let identity = &reading.identity;
    if reading.metrics.is_empty() && identity.year.is_none() {
        return String::new();
    }
    let zh = locale == Locale::Zh;
    let place = identity.region.as_ref().map_or("", |region| region.name.as_str());
    let year = identity.year.map_or(String::new(), |year| year.to_string());
    let space = if zh || place.is_empty() || year.is_empty() { "" } else { " " };
    let opening = match (zh, !year.is_empty(), !place.is_empty()) {
        (true, true, _) => "年报告给出",
        (true, false, _) => "报告给出",
        (false, false, false) => "This report gives ",
        (false, ..) => ": the report gives ",
    };
    let (indicators, areas) = counts(told);
    let [figures, indicators, areas] = &[reading.metrics.len(), indicators, areas].map(|n| n.to_string());
    let counted = if zh {
        [figures, "个数字，涉及", areas, "个领域的", indicators, "项指标。"]
    } else {
        [figures, " figures on ", indicators, " indicators in ", areas, " areas."]
    };
    let mut brief = [place, space, &year, opening, &counted.concat()].concat();
    let main: Vec<String> = headline.iter().map(|id| figure(&reading.metrics[id.index()], zh)).collect();
    let main: Vec<&str> = main.iter().map(String::as_str).collect();
    list(&mut brief, &main, if zh { ["主要数字：", "；", "。"] } else { [" Main figures: ", "; ", "."] });
    let marks = if zh {
        ["未见应有内容：", "、", "。"]
    } else {
        [" Mandated contents not found: ", "; ", "."]
    };
    list(&mut brief, lacking, marks);
    brief
}

/// How many indicators the figures tell, in how many areas.
fn counts(told: &[Option<Told>]) -> (usize, usize) {
    let (mut indicators, mut areas) = (vec![false; INDICATORS.len()], vec![false; AREAS.len()]);
    for told in told.iter().flatten() {
        indicators[told.indicator] = true;
        areas[told.area] = true;
    }
    let count = |told: &[bool]| told.iter().filter(|told| **told).count();
    (count(&indicators), count(&areas))
}

/// Adds a list of things: what stands before it, between them, behind it.
fn list(brief: &mut String, items: &[&str], [before, between, behind]: [&str; 3]) {
    let mut joint = before;
    for item in items {
        brief.push_str(joint);
        brief.push_str(item);
        joint = between;
    }
    if !items.is_empty() {
        brief.push_str(behind);
    }
}

/// An indicator's name and its figure as the text writes it, with the bound that stands outside its words.
fn figure(metric: &Metric, zh: bool) -> String {
    let indicator = metric.indicator.and_then(indicators::indicator);
    let name = indicator.map_or(&*metric.label, |indicator| if zh { indicator.zh } else { indicator.en });
    let inside = metric.text.has_any("余多");
    let [chinese, english] = match metric.bound {
        Bound::Exact => ["", ""],
        Bound::Over if inside => ["", ""],
        Bound::About => ["约", "about "],
        Bound::Over => ["超过", "over "],
        Bound::AtLeast => ["至少", "at least "],
        Bound::Under => ["不到", "under "],
        Bound::AtMost => ["至多", "at most "],
    };
    let joint = if zh { "" } else { " " };
    [name, joint, if zh { chinese } else { english }, metric.text].concat()
}
