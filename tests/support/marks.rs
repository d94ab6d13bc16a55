//! Annotated reports with the marks of their figures, placed in bytes of the text without marks.

use std::fs;
use std::ops::Range;

/// A report as annotated.
pub struct Annotated {
    pub name: String,
    pub text: String,
    pub figures: Vec<Mark>,
}

/// What an annotator says of a figure.
pub struct Mark {
    /// Where it stands.
    pub place: Range<usize>,
    fields: String,
}

impl Mark {
    /// A field of the mark: `i` for its indicators.
    pub fn field(&self, name: &str) -> Option<&str> {
        let mut fields = self.fields.split(' ').filter_map(|field| field.split_once('='));
        fields.find(|(known, _)| *known == name).map(|(_, value)| value)
    }
}

/// The annotated reports of a folder, in the order of their names.
pub fn annotated(folder: &str) -> Vec<Annotated> {
    let folder = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let paths = files.map(|file| file.expect("a file").path());
    let mut reports: Vec<_> = paths
        .filter(|path| path.to_string_lossy().ends_with(".gold.txt"))
        .map(|path| {
            let source =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let (text, figures) = unmarked(&source);
            Annotated {
                name: path.file_name().expect("a name").to_string_lossy().into_owned(),
                text,
                figures,
            }
        })
        .collect();
    assert!(!reports.is_empty(), "no report in {folder}");
    reports.sort_by(|a, b| a.name.cmp(&b.name));
    reports
}

fn unmarked(source: &str) -> (String, Vec<Mark>) {
    let mut rest = source.split_once('\n').map_or("", |(_, body)| body);
    let (mut text, mut figures) = (String::new(), Vec::new());
    while let Some(at) = rest.find(['⟦', '⟪']) {
        text.push_str(&rest[..at]);
        let mark = &rest[at + '⟦'.len_utf8()..];
        if rest[at..].starts_with('⟪') {
            rest = mark.split_once('⟫').expect("a heading's mark ends").1;
            continue;
        }
        let (figure, behind) = mark.split_once('⟧').expect("a figure's mark ends");
        let (surface, fields) = figure.split_once('|').expect("a figure has fields");
        let start = text.len();
        text.push_str(surface);
        figures.push(Mark { place: start..text.len(), fields: fields.to_owned() });
        rest = behind;
    }
    text.push_str(rest);
    (text, figures)
}

#[test]
fn marks_become_places() {
    let (text, figures) = unmarked("#! {}\n⟪1⟫一、概况⟪/⟫。梳理⟦154项|l=许可 i=a.b/a.c p=x⟧，⟦2件|l=件⟧。");
    assert_eq!(text, "一、概况。梳理154项，2件。");
    assert_eq!(&text[figures[0].place.clone()], "154项");
    assert_eq!((figures[0].field("i"), figures[1].field("p")), (Some("a.b/a.c"), None));
}
