//! The names that a report holds as ids only.

use std::collections::HashMap;

use fachi::catalog::catalog;
use fachi::metric::Metric;
use fachi::{Id, Locale, Report};

/// Names of indicators, headings of sections.
pub struct Names<'a> {
    indicators: HashMap<&'static str, &'static str>,
    headings: HashMap<Id, &'a str>,
}

impl<'a> Names<'a> {
    /// The names in `locale`; headings stay in the words of the text.
    pub fn new(report: &'a Report, locale: Locale) -> Self {
        Self {
            indicators: catalog(locale).indicators.into_iter().map(|i| (i.id, i.name)).collect(),
            headings: report.sections.iter().map(|s| (s.id, s.heading.as_str())).collect(),
        }
    }

    /// The name of a figure's indicator; empty where it has none.
    pub fn indicator(&self, metric: &Metric) -> &'static str {
        metric.indicator.and_then(|id| self.indicators.get(id)).copied().unwrap_or_default()
    }

    /// The heading over a figure; empty before the first one.
    pub fn heading(&self, metric: &Metric) -> &'a str {
        metric.section.and_then(|id| self.headings.get(&id)).copied().unwrap_or_default()
    }
}
