//! The tables of data: the order of their rows, and what they say of each other.

use std::collections::HashSet;

use super::files::{read, under};

/// The order of a table's rows, all by code point.
enum Order {
    /// By the whole row.
    Row,
    /// By the meaning of the rows, told by another source.
    Own,
}

/// A table and its rows with their lines.
pub struct Table {
    file: String,
    text: String,
}

/// Every table.
pub fn all() -> Vec<Table> {
    under("src/data", ".tsv").into_iter().map(|file| Table { text: read(&file), file }).collect()
}

fn table(name: &str) -> Table {
    let file = format!("src/data/{name}.tsv");
    Table { text: read(&file), file }
}

impl Table {
    fn rows(&self) -> impl Iterator<Item = (usize, Vec<&str>)> {
        let lines = self.text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
        lines.map(|(i, line)| (i + 1, line.split('\t').collect()))
    }

    fn order(&self) -> Order {
        match self.file.as_str() {
            // The order of the national outline.
            "src/data/areas.tsv" => Order::Own,
            _ => Order::Row,
        }
    }

    /// Rows that are out of order or out of shape, each with its line.
    pub fn slips(&self) -> Vec<String> {
        let mut slips = Vec::new();
        let mut slip = |line: usize, what: &str| slips.push(format!("{}:{line}: {what}", self.file));
        if !self.text.starts_with("# ") {
            slip(1, "says not what its columns are");
        }
        if !self.text.ends_with('\n') || self.text.contains('\r') {
            slip(self.text.lines().count(), "has other line ends than \\n");
        }
        let mut known = HashSet::new();
        let mut above: Option<Vec<&str>> = None;
        for (line, row) in self.rows() {
            if row.iter().any(|field| field.is_empty() || field.trim() != *field || field.contains("  ")) {
                slip(line, "has an empty field or a blank too many");
            }
            if !known.insert(row.clone()) {
                slip(line, "stands twice");
            }
            if let Some(above) = above.replace(row.clone()) {
                if above.len() != row.len() {
                    slip(line, &format!("has {} fields, the row above {}", row.len(), above.len()));
                }
                let ordered = match self.order() {
                    Order::Row => above <= row,
                    Order::Own => true,
                };
                if !ordered {
                    slip(
                        line,
                        &format!("“{}” stands before “{}” by code point", row.join(" "), above.join(" ")),
                    );
                }
            }
        }
        assert!(!known.is_empty(), "{} is empty", self.file);
        slips
    }

    /// Rows of which a field is not as it should be.
    fn wrong(&self, field: usize, what: &str, right: impl Fn(&str) -> bool) -> Vec<String> {
        let rows = self.rows().filter(|(_, row)| !row.get(field).is_some_and(|field| right(field)));
        rows.map(|(line, row)| format!("{}:{line}: {what}: {}", self.file, row.join(" "))).collect()
    }

    /// The values of a field.
    fn column(&self, field: usize) -> HashSet<&str> {
        self.rows().filter_map(|(_, row)| row.get(field).copied()).collect()
    }

    /// Fields of which the values must differ: what a row is looked up by.
    fn keyed_by(&self, field: usize) -> Vec<String> {
        let mut known = HashSet::new();
        let again = self.rows().filter(|(_, row)| !known.insert(row[field]));
        again
            .map(|(line, row)| format!("{}:{line}: {} stands twice", self.file, row[field]))
            .collect::<Vec<_>>()
    }
}

fn one_of(names: &'static str) -> impl Fn(&str) -> bool {
    move |name| names.split(' ').any(|known| known == name)
}

fn is_year(field: &str) -> bool {
    field == "-" || field.len() == 4 && field.parse::<u16>().is_ok()
}

fn one_character(field: &str) -> bool {
    field.chars().count() == 1
}

/// Rows that refer to nothing, and names outside their closed sets.
pub fn references() -> Vec<String> {
    let (areas, indicators, cues, shares) =
        (table("areas"), table("indicators"), table("cues"), table("shares"));
    let (units, requirements, traditional) = (table("units"), table("requirements"), table("traditional"));
    let (told, not_held, item_words) = (table("requirement_cues"), table("not_held"), table("item_words"));
    let requirement_ids = requirements.column(0);
    let core: HashSet<_> =
        indicators.rows().filter(|(_, row)| row[6] == "core").map(|(_, row)| row[0]).collect();
    let (acts, endings, names) = (table("title_acts"), table("title_words"), table("names"));
    let area_ids = areas.column(0);
    let ids = indicators.column(0);
    let of_area = |id: &str| {
        let name = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        };
        id.split_once('.').is_some_and(|(area, own)| area_ids.contains(area) && name(own))
    };
    let (canonical, surfaces) = (units.column(1), units.column(0));
    // Money is named with its scale: 万元.
    let unit =
        |unit: &str| surfaces.contains(unit) || canonical.contains(unit.trim_start_matches(['万', '亿']));
    let whole = |field: &str| field == "-" || !field.split([' ', '+']).any(str::is_empty);
    let number = "一二三四五六七八九十百千万亿两零〇半";
    [
        areas.keyed_by(0),
        indicators.keyed_by(0),
        indicators.wrong(0, "is no area.name", of_area),
        indicators.wrong(3, "has a unit that units.tsv lacks", unit),
        indicators
            .wrong(4, "has a unit that units.tsv lacks", |units| units == "-" || units.split(' ').all(unit)),
        indicators.wrong(5, "is of no kind", one_of("count amount rate change duration")),
        indicators.wrong(6, "is of no tier", one_of("core common rare")),
        cues.wrong(0, "is no indicator", |id| ids.contains(id)),
        cues.wrong(1, "has no cue", |cues| cues != "-" && whole(cues)),
        cues.wrong(2, "has half a word", whole),
        cues.wrong(3, "has half a word", whole),
        shares.wrong(0, "is no indicator", |id| ids.contains(id)),
        shares.wrong(1, "is no relation", one_of("share growth part")),
        shares.wrong(2, "is no indicator", |id| id == "-" || ids.contains(id)),
        units.keyed_by(0),
        units.wrong(2, "is of no kind", one_of("count amount rate points duration")),
        units.wrong(3, "has no power of ten", |power| power.parse::<i8>().is_ok()),
        units.wrong(4, "is neither any nor digits", one_of("any digits")),
        requirements.keyed_by(0),
        requirements.wrong(1, "is of no level", one_of("mandated expected optional")),
        requirements.wrong(5, "has no first year", is_year),
        requirements.wrong(6, "has no last year", is_year),
        requirements.wrong(7, "binds unknown kinds", |kinds| {
            kinds.split(' ').all(one_of("government department township other"))
        }),
        told.wrong(0, "is no requirement", |id| requirement_ids.contains(id)),
        told.wrong(1, "stands nowhere", one_of("heading line remedy sentence pair weak")),
        told.wrong(2, "has half a word", |cues| !cues.split([' ', '+', '/']).any(str::is_empty)),
        told.wrong(3, "has half a word", whole),
        not_held.wrong(0, "is of no kind", one_of("department township")),
        not_held.wrong(1, "is no core indicator", |id| core.contains(id)),
        table("leader_words").wrong(0, "has no role", one_of("leader act asked")),
        item_words.wrong(0, "is no area", |id| area_ids.contains(id)),
        item_words.wrong(1, "has half a word", whole),
        acts.keyed_by(0),
        acts.wrong(1, "is nobody's", one_of("own superior other")),
        endings.keyed_by(0),
        endings.wrong(1, "is of no type", one_of("law document work certificate")),
        names.wrong(0, "holds no numeral", |name| name.contains(|c| number.contains(c))),
        traditional.keyed_by(0),
        traditional.wrong(0, "is not one character", one_character),
    ]
    .concat()
}
