//! What the annotators of `eval` say of the figures of a report: which belong together, whatever is read of them.

use std::ops::Range;

use super::marks::{Annotated, Mark};

/// A figure written in plain digits.
pub struct Figure {
    /// Where it stands in the text without marks.
    pub place: Range<usize>,
    /// The digits as a whole number: 964 of 96.4%.
    pub digits: u64,
    /// How many of them stand behind the point.
    pub behind_point: u32,
    /// What is written behind the digits.
    pub unit: String,
    id: String,
    part_of: Option<String>,
}

/// The figures of a report that are written in plain digits.
pub fn figures(report: &Annotated) -> Vec<Figure> {
    report.figures.iter().filter_map(|mark| figure(&report.text[mark.place.clone()], mark)).collect()
}

/// A figure that is written in plain digits and means no more and no less.
fn figure(surface: &str, mark: &Mark) -> Option<Figure> {
    let end = surface.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))?;
    let (number, unit) = surface.split_at(end);
    let scaled = unit.contains(|c: char| c.is_ascii_digit() || "百千万亿余多".contains(c));
    let plain = !scaled && ["v", "b", "d", "hi"].iter().all(|name| mark.field(name).is_none());
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    Some(Figure {
        place: mark.place.clone(),
        digits: digits.parse().ok().filter(|_| plain)?,
        behind_point: number.split_once('.').map_or(0, |(_, behind)| behind.len() as u32),
        unit: unit.trim().to_owned(),
        id: mark.field("id").unwrap_or_default().to_owned(),
        part_of: mark.field("p").filter(|total| !total.contains('/')).map(str::to_owned),
    })
}

/// A total with its parts, or a share with its part and its whole: figures by their place among all.
pub struct Group {
    pub figures: Vec<usize>,
    pub share: bool,
}

impl Group {
    /// Whether it comes out with these numbers in the places of its figures.
    pub fn holds(&self, numbers: &[u64], digits: u32) -> bool {
        match *numbers {
            [share, part, whole] if self.share => {
                whole > 0 && (part * 200 * 10_u64.pow(digits) + whole) / (2 * whole) == share
            }
            [total, ref parts @ ..] => parts.iter().sum::<u64>() == total,
            [] => false,
        }
    }
}

/// The groups of figures that come out.
pub fn groups(text: &str, figures: &[Figure]) -> Vec<Group> {
    let mut groups = Vec::new();
    for (total, figure) in figures.iter().enumerate() {
        let part = |i: &usize| !figure.id.is_empty() && figures[*i].part_of.as_ref() == Some(&figure.id);
        let all: Vec<usize> = [total].into_iter().chain((0..figures.len()).filter(part)).collect();
        groups.push(Group { figures: all, share: false });
        let from = text[..figure.place.start].rfind(['。', '\n', '；', ';']).unwrap_or(0);
        let near: Vec<usize> = (total.saturating_sub(6)..total)
            .filter(|&i| {
                from <= figures[i].place.start && figures[i].unit != "%" && figures[i].behind_point == 0
            })
            .collect();
        for &part in near.iter().filter(|_| figure.unit == "%" && figure.digits > 0) {
            let whole = |&&i: &&usize| figures[i].digits >= 20.max(figures[part].digits + 1);
            for &whole in near.iter().filter(whole).filter(|&&i| figures[i].unit == figures[part].unit) {
                groups.push(Group { figures: vec![total, part, whole], share: true });
            }
        }
    }
    groups.retain(|group| {
        let numbers: Vec<u64> = group.figures.iter().map(|&i| figures[i].digits).collect();
        let whole = group.share || group.figures.iter().all(|&i| figures[i].behind_point == 0);
        numbers.len() > 2 && whole && group.holds(&numbers, figures[group.figures[0]].behind_point)
    });
    groups
}
