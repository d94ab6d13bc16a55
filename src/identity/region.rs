//! The report's own place: the shortest full name, and who issues the report.

use rustc_hash::FxHashMap;
use std::ops::Range;

use crate::identity::Level;
use crate::text::Text;

/// How names of places end, the longer before those that they end with.
const SUFFIXES: &[(&str, Level)] = &[
    ("经济技术开发区", Level::Zone),
    ("高新技术产业开发区", Level::Zone),
    ("经济开发区", Level::Zone),
    ("高新技术开发区", Level::Zone),
    ("开发区", Level::Zone),
    ("高新区", Level::Zone),
    ("经开区", Level::Zone),
    ("示范区", Level::Zone),
    ("管理区", Level::Zone),
    ("度假区", Level::Zone),
    ("新区", Level::Zone),
    ("自治区", Level::Province),
    ("自治州", Level::City),
    ("自治县", Level::County),
    ("自治旗", Level::County),
    ("街道", Level::Township),
    ("省", Level::Province),
    ("市", Level::City),
    ("州", Level::City),
    ("盟", Level::City),
    ("县", Level::County),
    ("旗", Level::County),
    ("区", Level::District),
    ("镇", Level::Township),
    ("乡", Level::Township),
];

/// Bodies that are no government.
const DEPARTMENTS: &[&str] = &[
    "局",
    "委员会",
    "厅",
    "办公室",
    "中心",
    "总队",
    "支队",
    "大队",
    "法院",
    "检察院",
    "分局",
    "委",
    "院",
    "处",
    "部",
];

/// Whether a body's name is a department's.
pub fn is_department(name: &str) -> bool {
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '年');
    !name.contains("政府") && DEPARTMENTS.iter().any(|w| name.ends_with(w))
}

/// The place that a name begins with: the last and lowest of 秦皇岛市海港区.
fn leading_place(name: &str) -> Option<(Range<usize>, Level)> {
    let mut found = None;
    let mut from = 0;
    loop {
        let rest = &name[from..];
        let next = SUFFIXES
            .iter()
            .filter_map(|&(suffix, level)| {
                // A name has a character at least before its ending: 市南区, 区级 are not 市 and 区.
                let first = rest.chars().next()?.len_utf8();
                let i = rest[first..].find(suffix).map(|i| i + first)?;
                let stem = &rest[..i];
                // 城市管理局 and 城乡建设局 name no place.
                if stem == "城" {
                    return None;
                }
                // 亳州市 is no 亳州.
                if suffix == "州" && rest[i + suffix.len()..].starts_with(['市', '区', '县']) {
                    return None;
                }
                let plain = stem.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
                    && !NOT_IN_NAMES.iter().any(|w| stem.contains(w));
                (plain && stem.chars().count() <= 8).then_some((i, suffix, level))
            })
            .min_by_key(|&(i, suffix, _)| (i, std::cmp::Reverse(suffix.len())));
        let Some((i, suffix, level)) = next else { return found };
        // 临水区级, 全县上下: the ending belongs to another word.
        let behind = &rest[i + suffix.len()..];
        if behind.starts_with(['级', '直', '情', '民', '内', '长', '场', '委', '域'])
            && !behind.starts_with("委员会")
            && !behind.starts_with("市场监")
        {
            return found;
        }
        found = Some((from..from + i + suffix.len(), level));
        from += i + suffix.len();
        // 某区人民政府某街道办事处
        from += behind.strip_prefix("人民政府").map_or(0, |_| "人民政府".len());
        if level == Level::Township || name[from..].is_empty() {
            return found;
        }
    }
}

/// Characters and words that end a would-be name.
const NOT_IN_NAMES: &[&str] = &[
    "关于", "全", "我", "各", "本", "政府", "法治", "工作", "年", "建设", "的", "和", "把", "将", "在", "对",
    "与", "中共", "该", "党",
];

/// The report's own place and its level.
pub fn region(text: &Text, title: Option<Range<usize>>) -> Option<(Range<usize>, Level)> {
    let place_in = |range: Range<usize>| {
        let words = &text.folded[range.clone()];
        // 2022年海港区…, 中共云河县委…, 第一部分 庆元县…
        let skip = skipped(words);
        leading_place(&words[skip..])
            .map(|(place, level)| (range.start + skip + place.start..range.start + skip + place.end, level))
    };
    if let Some(found) = title.and_then(place_in) {
        return Some(found);
    }
    let mut seen: FxHashMap<&str, (usize, Range<usize>, Level)> = FxHashMap::default();
    let titles = text.titles.iter().map(|t| t.start + "《".len()..t.end - "》".len());
    let lines =
        text.paragraphs.iter().map(|p| p.start..p.end.min(text.folded.floor_char_boundary(p.start + 60)));
    for (weight, range) in titles.map(|t| (2, t)).chain(lines.map(|l| (1, l))) {
        if let Some((place, level)) = place_in(range) {
            seen.entry(&text.folded[place.clone()]).or_insert((0, place, level)).0 += weight;
        }
    }
    let best = seen.into_values().max_by_key(|(count, place, _)| (*count, std::cmp::Reverse(place.start)));
    best.filter(|(count, ..)| *count >= 2)
        .map(|(_, place, level)| (place, level))
        .or_else(|| often_named(&text.folded))
}

/// Endings looked for in running text, and what before them makes a common word: 社区, 乡镇, 全市.
const RUNNING: &[(char, Level, &str)] = &[
    ('市', Level::City, "全本各我上该省城都超门夜股楼入"),
    ('县', Level::County, "全本各我上该区市邻"),
    ('区', Level::District, "全本各我该社园地小景校市县辖城片灾山林牧库禁限新发示治湾战"),
    ('镇', Level::Township, "全本各我该城乡集村重建市街"),
];
/// Bytes of running text in which a place is looked for.
const OPENING: usize = 6000;

/// The place that running text names most often, twice at least.
fn often_named(folded: &str) -> Option<(Range<usize>, Level)> {
    let text = &folded[..folded.floor_char_boundary(OPENING)];
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let ideograph = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let mut seen: Vec<(&str, usize, Range<usize>, Level)> = Vec::new();
    for (i, &(at, c)) in chars.iter().enumerate().skip(2) {
        let Some(&(_, level, common)) = RUNNING.iter().find(|(end, ..)| *end == c) else { continue };
        // A stem of two characters is the usual name; a longer one would have its own mark before it.
        let stem = &text[chars[i - 2].0..at];
        if common.contains(chars[i - 1].1)
            || !stem.chars().all(ideograph)
            || NOT_IN_NAMES.iter().any(|w| stem.contains(w))
        {
            continue;
        }
        let place = chars[i - 2].0..at + c.len_utf8();
        match seen.iter_mut().find(|(name, ..)| *name == &text[place.clone()]) {
            Some((_, count, ..)) => *count += 1,
            None => seen.push((&text[place.clone()], 1, place, level)),
        }
    }
    let best =
        seen.into_iter().max_by_key(|(_, count, place, _)| (*count, std::cmp::Reverse(place.start)))?;
    (best.1 >= 2).then_some((best.2, best.3))
}

/// Bytes before a name: a year, 中共, a mark.
fn skipped(words: &str) -> usize {
    let mark = crate::mark::mark(words).map_or(0, |m| m.len);
    let rest = words[mark..].trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.strip_prefix("年度").or_else(|| rest.strip_prefix('年')).unwrap_or(rest);
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    let rest = ["中共", "关于印发", "关于", "中国共产党", "现把", "现将"]
        .iter()
        .find_map(|w| rest.strip_prefix(w))
        .unwrap_or(rest);
    words.len() - rest.len()
}

/// Who reports: the line above the day under the report, else the title up to its year.
pub fn issuer(text: &Text, title: Option<Range<usize>>, day: Option<usize>) -> Option<Range<usize>> {
    let above = day.and_then(|day| {
        let i = text.paragraphs.iter().position(|p| p.contains(&day))?;
        let line = text.paragraphs.get(i.checked_sub(1)?)?.clone();
        let words = &text.folded[line.clone()];
        let body = words.ends_with("政府") || words.ends_with("办事处") || is_department(words);
        (i + 3 > text.paragraphs.len() && body && words.chars().count() <= 30).then_some(line)
    });
    above.or_else(|| {
        let title = title?;
        if let Some(line) = line_above(text, &title) {
            return Some(line);
        }
        let words = &text.folded[title.clone()];
        let end = words.find(|c: char| c.is_ascii_digit()).or_else(|| words.find("关于"))?;
        let name = words[..end].trim_end_matches("关于");
        let body = name.ends_with("政府")
            || name.ends_with("办事处")
            || name.ends_with("管委会")
            || is_department(name);
        body.then(|| title.start..title.start + name.len())
    })
}

/// The line above the title, where it names a body: 某市城市管理局 ⏎ 2022年…报告.
fn line_above(text: &Text, title: &Range<usize>) -> Option<Range<usize>> {
    let i = text.paragraphs.binary_search_by_key(&title.start, |p| p.start).ok()?;
    let line = text.paragraphs.get(i.checked_sub(1)?)?;
    let words = &text.folded[line.clone()];
    let name = words.split('(').next().unwrap_or(words);
    let body =
        name.ends_with("政府") || name.ends_with("办事处") || name.ends_with("管委会") || is_department(name);
    let short = words.chars().count() <= 30 && !words.contains([':', '>', '。', ',']);
    (body && short && leading_place(name).is_some()).then(|| line.start..line.start + name.len())
}
