//! The report's own place: the shortest full name.

use std::cmp::Reverse;
use std::ops::Range;

use crate::fold::is_letter;
use crate::identity::Level;
use crate::identity::name::{is_plain, leading_place, skipped};
use crate::identity::once::named_once;
use crate::text::Text;
use crate::words::{Stretch, each_word, ends};

/// The report's own place and its level; first looked for in its title and in its issuer's name.
pub fn region(text: &Text, named: [Option<Range<usize>>; 2]) -> Option<(Range<usize>, Level)> {
    let place_in = |range: Range<usize>| {
        let words = &text.folded[range.clone()];
        // 2022年海港区…, 中共云河县委…, 第一部分 庆元县…
        let skip = skipped(words);
        leading_place(&words[skip..])
            .map(|(place, level)| (range.start + skip + place.start..range.start + skip + place.end, level))
    };
    if let Some(found) = named.into_iter().flatten().find_map(place_in) {
        return Some(found);
    }
    let mut seen = Seen::default();
    for title in &text.titles {
        // What another body has laid down is carried out here: 贯彻落实《某省…方案》.
        const FOLLOWED: &str =
            "贯彻 落实 贯彻落实 执行 按照 根据 依据 依照 对照 学习 印发的 制定的 出台的 下发的 发布的 要求";
        if ends(&text.folded[..title.start], FOLLOWED) {
            continue;
        }
        if let Some((place, level)) = place_in(title.start + "《".len()..title.end - "》".len()) {
            seen.add(&text.folded, place, level, 2);
        }
    }
    for (i, line) in text.paragraphs.iter().enumerate() {
        let end = line.end.min(text.folded.floor_char_boundary(line.start + 60));
        if let Some((place, level)) = place_in(line.start..end) {
            // 岭溪市开展2022年市级督察: a first line that is no sentence heads the text, whatever it says.
            let words = &text.folded[line.clone()];
            let heads = i == 0 && words.len() <= HEAD && !ends(words, "。 ; : , ! ?");
            seen.add(&text.folded, place, level, 1 + usize::from(heads));
        }
    }
    seen.most().or_else(|| often_named(&text.folded)).or_else(|| named_once(&text.folded))
}

/// Bytes of the longest first line that heads a text.
const HEAD: usize = 120;

/// Places named so far: how often, where first.
#[derive(Default)]
struct Seen(Vec<(usize, Range<usize>, Level)>);

impl Seen {
    /// More than any report names; without a limit a hostile text would make the search long.
    const MOST: usize = 200;

    fn add(&mut self, folded: &str, place: Range<usize>, level: Level, weight: usize) {
        let name = &folded[place.clone()];
        match self.0.iter().position(|(_, known, _)| folded[known.clone()] == *name) {
            Some(known) => self.0[known].0 += weight,
            None if self.0.len() < Self::MOST => self.0.push((weight, place, level)),
            None => {}
        }
    }

    /// The place that is named most often, twice at least; of two the first.
    fn most(self) -> Option<(Range<usize>, Level)> {
        let best = self.0.into_iter().max_by_key(|(count, place, _)| (*count, Reverse(place.start)));
        best.filter(|(count, ..)| *count >= 2).map(|(_, place, level)| (place, level))
    }
}

/// Endings looked for in running text, and what before them makes a common word: 社区, 乡镇, 全市.
pub const RUNNING: &[(char, Level, &str)] = &[
    ('市', Level::City, "全本各我上该省城都超门夜股楼入级地于范到"),
    ('县', Level::County, "全本各我上该区市邻有到"),
    ('区', Level::District, "全本各我该社街园地小景校市县辖城片灾山林牧库禁限新发示治湾战以到"),
    ('镇', Level::Township, "全本各我该城乡集村重建市街到"),
];
/// Bytes of running text in which a place is looked for.
pub const OPENING: usize = 6000;

/// The place that running text names most often, twice at least.
fn often_named(folded: &str) -> Option<(Range<usize>, Level)> {
    // A stem of two characters is the usual name; a longer one would have its own mark before it.
    const STEM: usize = "海港".len();
    let mut seen = Seen::default();
    for (at, c) in folded[..folded.floor_char_boundary(OPENING)].char_indices().skip(2) {
        let Some(&(_, level, common)) = RUNNING.iter().find(|(end, ..)| *end == c) else { continue };
        let Some(stem) = at.checked_sub(STEM).and_then(|from| folded.get(from..at)) else { continue };
        // 建筑市场, 中国市民: the ending begins another word.
        let other = folded[at + c.len_utf8()..].begins_with_any("场民容委长级直外内值价域间");
        if is_plain(stem) && !common.holds(&stem[STEM / 2..]) && !other {
            seen.add(folded, at - STEM..at + c.len_utf8(), level, 1);
        }
    }
    let (place, level) = seen.most()?;
    Some((longer(folded, place), level))
}

/// 哈尔滨市, of which the last two characters were found: the same one stands before it wherever it is named.
fn longer(folded: &str, place: Range<usize>) -> Range<usize> {
    const NO_NAME: &str = "省市县区州盟旗镇乡在到与和及对由向从为的是将把使让给全各我本该";
    let name = &folded[place.clone()];
    let before = |at: usize| folded[..at].chars().next_back().filter(|&c| is_letter(c) && !NO_NAME.has(c));
    let Some(first) = before(place.start) else { return place };
    let opening = &folded[..folded.floor_char_boundary(OPENING)];
    let same = each_word(opening, name).all(|at| before(at) == Some(first));
    let start = place.start - first.len_utf8();
    if same && is_plain(&folded[start..place.start]) { start..place.end } else { place }
}
