//! Whether the contents are there that the rules demand or custom expects: by what the text says and where.

use std::ops::Range;

use crate::coverage::{RequirementStatus, is_own, leader};
use crate::requirement::{self, REQUIREMENTS, Requirement};
use crate::{Reading, Span};

/// Judges every content.
pub fn statuses(reading: &Reading) -> Vec<RequirementStatus> {
    let told = told(reading);
    REQUIREMENTS
        .iter()
        .zip(&told)
        .map(|(requirement, told)| {
            let (status, evidence) = if binds(requirement, reading) {
                match requirement.id {
                    "publication_by_april_1" => published(reading),
                    id => match found(id, reading, told.as_ref()) {
                        Some(evidence) => ("met", Some(evidence)),
                        None => ("missing", None),
                    },
                }
            } else {
                ("not_applicable", None)
            };
            RequirementStatus { id: requirement.id, level: requirement.level, status, evidence }
        })
        .collect()
}

/// Whether a requirement binds this kind of body for this year; what is not known excuses nobody.
fn binds(requirement: &Requirement, reading: &Reading) -> bool {
    let [from, until] = requirement.years;
    let (year, kind) = (reading.identity.year, reading.identity.kind);
    let in_time = year
        .is_none_or(|year| from.is_none_or(|from| from <= year) && until.is_none_or(|until| year <= until));
    in_time && kind.is_none_or(|kind| requirement.kinds.contains(&kind.name()))
}

/// Contents that more than words of a sentence decide.
const JUDGED_APART: &[&str] = &["causes", "first_responsible_person", "shortcomings"];

/// Where each content is first told by a heading, else by a sentence of the account; in the order of the table.
fn told(reading: &Reading) -> Vec<Option<Range<usize>>> {
    let mut told: Vec<Option<Range<usize>>> = vec![None; REQUIREMENTS.len()];
    let (text, outline) = (&reading.text, &reading.outline);
    for place in &outline.places {
        note(&mut told, &text.folded, place, "heading");
    }
    // What ends without a stop is a heading, a name, or belongs to the page around the text.
    let ended = |sentence: &Range<usize>| text.folded[sentence.clone()].contains(['。', ';', '!', ',']);
    let account = text.sentences.iter().filter(|sentence| reading.chapters.account_holds(sentence.start));
    for sentence in account.filter(|sentence| ended(sentence)) {
        note(&mut told, &text.folded, sentence, "sentence");
    }
    told
}

/// Notes the contents that the words of this place tell and nothing told before.
fn note(told: &mut [Option<Range<usize>>], folded: &str, place: &Range<usize>, kind: &str) {
    let at = |id: &str| REQUIREMENTS.binary_search_by_key(&id, |requirement| requirement.id).ok();
    let new: Vec<bool> = told.iter().map(Option::is_none).collect();
    let wanted =
        |id: &str, own: &str| own == kind && !JUDGED_APART.contains(&id) && at(id).is_some_and(|i| new[i]);
    requirement::told(&folded[place.clone()], &wanted, &mut |id, _| {
        if let Some(i) = at(id) {
            told[i] = Some(place.clone());
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
    let outline = &reading.outline;
    let account = |place: &Range<usize>| reading.chapters.account_holds(place.start);
    let figure = || {
        reading.metrics.iter().find(|metric| is_own(metric) && !leader::is_heading(reading, metric.section))
    };
    let sentence = |span: Span| {
        reading.text.sentences.iter().find(|sentence| reading.text.span((*sentence).clone()) == span)
    };
    headed
        .filter(|place| account(place))
        .or_else(|| {
            let mut sections = outline.places.iter().enumerate().filter(|(_, place)| account(place));
            let section = sections.find(|(i, _)| !leader::is_heading(reading, Some(outline.sections[*i].id)));
            section.map(|(_, place)| place)
        })
        .or_else(|| sentence(figure()?.sentence))
        .cloned()
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
        let heading = &reading.text.folded[(*place).clone()];
        requirement::first(heading, "next_year_plan", "remedy").is_some()
    };
    places.find(|place| reading.chapters.shortcomings_hold(place.start) && announces(place)).cloned()
}

/// The line that names whom the report is for: 县人民政府:
fn addressees(reading: &Reading) -> Option<Range<usize>> {
    const LONGEST: usize = 60;
    let (text, first) =
        (&reading.text, reading.outline.places.first().map_or(usize::MAX, |place| place.start));
    let body = |words: &str| words.contains(['府', '委', '局', '厅', '办', '会']);
    let line =
        text.paragraphs.iter().take(12).take_while(|paragraph| paragraph.start < first).find(|paragraph| {
            let words = &text.folded[(*paragraph).clone()];
            words.ends_with(':') && words.chars().count() <= LONGEST && !words.contains("如下") && body(words)
        });
    let copied = || {
        text.paragraphs.iter().rev().take(6).find(|paragraph| {
            ["抄送", "报送", "主送"].iter().any(|word| text.folded[(*paragraph).clone()].starts_with(word))
        })
    };
    line.or_else(copied).cloned()
}

/// Where the year reported on is named.
fn year(reading: &Reading) -> Option<Span> {
    let year = reading.identity.year?.to_string();
    if let Some(title) = reading.identity.title.as_ref().filter(|title| title.text.contains(&year)) {
        return Some(title.span);
    }
    let start = reading.text.folded.find(&format!("{year}年"));
    let title = reading.identity.title.as_ref().map(|title| title.span);
    start.map(|start| reading.text.span(start..start + year.len() + "年".len())).or(title)
}

/// Whether the day of publication, where the text tells it, is before 1 April of the year after.
fn published(reading: &Reading) -> (&'static str, Option<Span>) {
    let (Some(day), Some(year)) = (&reading.identity.published_on, reading.identity.year) else {
        return ("unknown", None);
    };
    let status = if day.date.as_str() < format!("{}-04-01", year + 1).as_str() { "met" } else { "missing" };
    (status, Some(day.span))
}
