//! Whether the contents are there that the rules demand or custom expects: by what the text says and where.

use std::ops::Range;

use crate::coverage::{RequirementStatus, is_own, leader};
use crate::requirement::{self, REQUIREMENTS, Requirement};
use crate::words::{Stretch, any_first, part};
use crate::{Reading, Span};

/// Judges every content.
pub fn statuses(reading: &Reading) -> Vec<RequirementStatus> {
    let told = told(reading);
    let mut statuses = Vec::new();
    for (requirement, told) in REQUIREMENTS.iter().zip(&told) {
        let (status, evidence) = if !binds(requirement, reading) {
            ("not_applicable", None)
        } else if requirement.id == "publication_by_april_1" {
            published(reading)
        } else {
            let evidence = found(requirement.id, reading, told.as_ref());
            (if evidence.is_some() { "met" } else { "missing" }, evidence)
        };
        statuses.push(RequirementStatus { id: requirement.id, level: requirement.level, status, evidence });
    }
    statuses
}

/// Whether a requirement binds this kind of body for this year; what is not known excuses nobody.
fn binds(requirement: &Requirement, reading: &Reading) -> bool {
    let [from, until] = requirement.years;
    let (year, kind) = (reading.identity.year, reading.identity.kind);
    let in_time = year
        .is_none_or(|year| from.is_none_or(|from| from <= year) && until.is_none_or(|until| year <= until));
    in_time && kind.is_none_or(|kind| requirement.kinds.split(' ').any(|own| own == kind.name()))
}

/// Contents that more than words of a sentence decide.
const JUDGED_APART: &[&str] = &["causes", "first_responsible_person", "shortcomings"];

/// Where each content is first told by a heading, else by a sentence of the account; in the order of the table.
fn told(reading: &Reading) -> Vec<Option<Range<usize>>> {
    let mut told: Vec<Option<Range<usize>>> = vec![None; REQUIREMENTS.len()];
    let folded = &reading.text.folded;
    for place in &reading.outline.places {
        note(&mut told, part(folded, place), place, "heading");
    }
    for place in &reading.text.sentences {
        let words = part(folded, place);
        // What ends without a stop is a heading, a name, or belongs to the page around the text.
        if reading.chapters.account_holds(place.start) && words.has_any("。;!,") {
            note(&mut told, words, place, "sentence");
        }
    }
    told
}

/// Notes the contents that the words of this place tell and nothing told before.
fn note(told: &mut [Option<Range<usize>>], words: &str, place: &Range<usize>, kind: &str) {
    requirement::each(words, &mut |pattern, first| {
        let told = &mut told[pattern.number];
        if told.is_none()
            && pattern.place == kind
            && !JUDGED_APART.contains(&REQUIREMENTS[pattern.number].id)
            && pattern.end(words, &first).is_some()
        {
            *told = Some(place.clone());
        }
    });
}

/// Where a content stands.
fn found(id: &str, reading: &Reading, told: Option<&Range<usize>>) -> Option<Span> {
    let chapters = &reading.chapters;
    let place = match id {
        "measures_and_results" => measures(reading, told),
        "shortcomings" => {
            chapters.shortcomings.first().map(|chapter| opening(reading, chapter.section, &chapter.place))
        }
        "causes" => chapters.causes.first().map(|cause| opening(reading, None, cause)),
        "first_responsible_person" => leader::performance(reading),
        "next_year_plan" => plans(reading),
        "addressees" => addressees(reading),
        "report_year" => return year(reading),
        _ => told.cloned(),
    }?;
    Some(reading.text.span(place))
}

/// A chapter's heading, else its first sentence.
fn opening(reading: &Reading, section: Option<usize>, place: &Range<usize>) -> Range<usize> {
    if let Some(section) = section {
        return reading.outline.places[section].clone();
    }
    let next = reading.text.sentences.partition_point(|sentence| sentence.end <= place.start);
    let end = reading.text.sentences.get(next).map_or(place.end, |sentence| sentence.end.min(place.end));
    place.start..end
}

/// The account itself: a heading that names it, else the first section with words in it, else a figure.
fn measures(reading: &Reading, headed: Option<&Range<usize>>) -> Option<Range<usize>> {
    let account = |place: &Range<usize>| reading.chapters.account_holds(place.start);
    if let Some(place) = headed.filter(|place| account(place)) {
        return Some(place.clone());
    }
    for (section, place) in reading.outline.sections.iter().zip(&reading.outline.places) {
        if account(place) && !leader::is_heading(reading, Some(section.id)) {
            return Some(place.clone());
        }
    }
    let mut figures = reading.metrics.iter();
    let figure = figures.find(|metric| is_own(metric) && !leader::is_heading(reading, metric.section))?;
    let mut sentences = reading.text.sentences.iter();
    sentences.find(|sentence| reading.text.span((*sentence).clone()) == figure.sentence).cloned()
}

/// Plans that a heading announces, or that stand behind the account.
fn plans(reading: &Reading) -> Option<Range<usize>> {
    let half = reading.text.folded.len() / 2;
    let mut plans = reading.chapters.plans.iter();
    let Some(plan) = plans.find(|plan| plan.section.is_some() || plan.place.start >= half) else {
        return remedies(reading);
    };
    let headed = plan.section.filter(|&section| reading.outline.places[section].start == plan.place.start);
    Some(opening(reading, headed, &plan.place))
}

/// A heading that announces what will be done about the shortcomings: 不足及改进措施.
fn remedies(reading: &Reading) -> Option<Range<usize>> {
    let mut places = reading.outline.places.iter();
    let announces = |place: &&Range<usize>| {
        let heading = part(&reading.text.folded, place);
        reading.chapters.shortcomings_hold(place.start)
            && requirement::first(heading, "next_year_plan", "remedy").is_some()
    };
    places.find(announces).cloned()
}

/// The line that names whom the report is for: 县人民政府:
fn addressees(reading: &Reading) -> Option<Range<usize>> {
    const LONGEST: usize = 60;
    let (folded, paragraphs) = (&reading.text.folded, &reading.text.paragraphs);
    let first = reading.outline.places.first().map_or(usize::MAX, |place| place.start);
    for place in paragraphs.iter().take(12) {
        let words = part(folded, place);
        if place.start < first
            && words.ends_with(':')
            && words.chars().nth(LONGEST).is_none()
            && !words.holds("如下")
            && words.has_any("府委局厅办会")
        {
            return Some(place.clone());
        }
    }
    let mut last = paragraphs.iter().rev().take(6);
    let copied = |place: &&Range<usize>| any_first(part(folded, place), COPIED).is_some();
    last.find(copied).cloned()
}

/// First words of a line that names whom the report is sent to.
const COPIED: &str = "抄送 报送 主送";

/// Where the year reported on is named.
fn year(reading: &Reading) -> Option<Span> {
    let year = reading.identity.year?.to_string();
    let title = reading.identity.title.as_ref();
    if title.is_none_or(|title| !title.text.holds(&year)) {
        let words = year + "年";
        if let Some(start) = reading.text.folded.place_of(&words) {
            return Some(reading.text.span(start..start + words.len()));
        }
    }
    title.map(|title| title.span)
}

/// Whether the day of publication, where the text tells it, is before 1 April of the year after.
fn published(reading: &Reading) -> (&'static str, Option<Span>) {
    let (Some(day), Some(year)) = (&reading.identity.published_on, reading.identity.year) else {
        return ("unknown", None);
    };
    let status = if day.date < format!("{}-04-01", year + 1) { "met" } else { "missing" };
    (status, Some(day.span))
}
