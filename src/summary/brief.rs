//! One paragraph made of what was read: every clause can be traced to figures.

use std::collections::BTreeSet;

use crate::indicators::{self, AREAS};
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
    let told: BTreeSet<&str> = reading.metrics.iter().filter_map(|metric| metric.indicator).collect();
    let areas = AREAS.iter().filter(|area| told.iter().any(|id| id.starts_with(area.id))).count();
    let (figures, indicators) = (reading.metrics.len(), told.len());
    let main: Vec<String> = headline.iter().map(|id| figure(&reading.metrics[id.index()], locale)).collect();
    let mut said = Vec::new();
    if locale == Locale::Zh {
        let year = if year.is_empty() { year } else { format!("{year}年") };
        said.push(format!("{place}{year}报告给出{figures}个数字，涉及{areas}个领域的{indicators}项指标。"));
        said.extend((!main.is_empty()).then(|| format!("主要数字：{}。", main.join("；"))));
        said.extend((!lacking.is_empty()).then(|| format!("未见应有内容：{}。", lacking.join("、"))));
        return said.concat();
    }
    let whose = format!("{place} {year}");
    let whose = if whose.trim().is_empty() {
        "This report".to_owned()
    } else {
        format!("{}: the report", whose.trim())
    };
    said.push(format!(
        "{whose} gives {figures} figure{} on {indicators} indicator{} in {areas} area{}.",
        plural(figures),
        plural(indicators),
        plural(areas)
    ));
    said.extend((!main.is_empty()).then(|| format!("Main figures: {}.", main.join("; "))));
    said.extend(
        (!lacking.is_empty()).then(|| format!("Mandated contents not found: {}.", lacking.join("; "))),
    );
    said.join(" ")
}

const fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
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
    format!("{name}{joint}{bound}{}", metric.text)
}
