//! One paragraph made of what was read: every clause can be traced to figures.

use crate::indicators::{self, AREAS, INDICATORS};
use crate::metric::{Bound, Metric};
use crate::{Id, Locale, Reading};

/// Writes it; empty where the text tells no figure and no report.
pub fn brief(reading: &Reading, headline: &[Id], lacking: &[&str], locale: Locale) -> String {
    let identity = &reading.identity;
    if reading.metrics.is_empty() && identity.year.is_none() {
        return String::new();
    }
    let place = identity.region.as_ref().map_or("", |region| region.name.as_str());
    let year = identity.year.map_or(String::new(), |year| year.to_string());
    let mut told = vec![false; INDICATORS.len()];
    for place in reading.metrics.iter().filter_map(|metric| indicators::place(metric.indicator?)) {
        told[place] = true;
    }
    let told = || INDICATORS.iter().zip(&told).filter(|(_, told)| **told).map(|(indicator, _)| indicator);
    let areas = AREAS.iter().filter(|area| told().any(|indicator| indicator.area == area.id)).count();
    let (figures, indicators) = (reading.metrics.len(), told().count());
    let main: Vec<String> = headline.iter().map(|id| figure(&reading.metrics[id.index()], locale)).collect();
    let mut brief = String::new();
    let mut say = |parts: &[&str]| parts.iter().for_each(|part| brief.push_str(part));
    let counts = [figures, indicators, areas].map(|count| count.to_string());
    let [figures, indicators, areas] = counts.each_ref().map(String::as_str);
    if locale == Locale::Zh {
        say(&[place, &year, if year.is_empty() { "" } else { "年" }]);
        say(&["报告给出", figures, "个数字，涉及", areas, "个领域的", indicators, "项指标。"]);
        if !main.is_empty() {
            say(&["主要数字：", &main.join("；"), "。"]);
        }
        if !lacking.is_empty() {
            say(&["未见应有内容：", &lacking.join("、"), "。"]);
        }
    } else {
        let space = if place.is_empty() || year.is_empty() { "" } else { " " };
        let named = !(place.is_empty() && year.is_empty());
        say(&[place, space, &year, if named { ": the report" } else { "This report" }]);
        say(&[" gives ", figures, " figures on ", indicators, " indicators in ", areas, " areas."]);
        if !main.is_empty() {
            say(&[" Main figures: ", &main.join("; "), "."]);
        }
        if !lacking.is_empty() {
            say(&[" Mandated contents not found: ", &lacking.join("; "), "."]);
        }
    }
    brief
}

/// An indicator's name and its figure as the text writes it, with the bound that stands outside its words.
fn figure(metric: &Metric, locale: Locale) -> String {
    let indicator = metric.indicator.and_then(indicators::indicator);
    let name = indicator.map_or(&*metric.label, |indicator| match locale {
        Locale::Zh => indicator.zh,
        Locale::En => indicator.en,
    });
    let inside = metric.text.contains(['余', '多']);
    let bound = match (metric.bound, locale) {
        (Bound::Exact, _) => "",
        (Bound::Over, _) if inside => "",
        (Bound::About, Locale::Zh) => "约",
        (Bound::Over, Locale::Zh) => "超过",
        (Bound::AtLeast, Locale::Zh) => "至少",
        (Bound::Under, Locale::Zh) => "不到",
        (Bound::AtMost, Locale::Zh) => "至多",
        (Bound::About, Locale::En) => "about ",
        (Bound::Over, Locale::En) => "over ",
        (Bound::AtLeast, Locale::En) => "at least ",
        (Bound::Under, Locale::En) => "under ",
        (Bound::AtMost, Locale::En) => "at most ",
    };
    let joint = if locale == Locale::En { " " } else { "" };
    [name, joint, bound, metric.text].concat()
}
