//! The report's own place: the shortest full name, and who issues the report.

use std::cmp::Reverse;
use std::ops::Range;

use crate::identity::Level;
use crate::text::Text;
use crate::words::{Words, ends, starts};

/// How names of places end, the longer before those that they end with.
const ENDINGS: &[(Level, &str)] = &[
    (Level::Zone, "开发区 高新区 经开区 示范区 管理区 度假区 新区"),
    (Level::Province, "自治区 省"),
    (Level::City, "自治州 市 州 盟"),
    (Level::County, "自治县 自治旗 县 旗"),
    (Level::Township, "街道 镇 乡"),
    (Level::District, "区"),
];

/// What a zone is for, before 开发区.
const ZONES: &str = "经济技术 高新技术产业 经济 高新技术";

/// Bodies that are no government.
const DEPARTMENTS: &str = "局 委员会 厅 办公室 中心 总队 支队 大队 法院 检察院 委 院 处 部";

/// Characters and words that end a would-be name.
static NOT_IN_NAMES: Words =
    Words::new("关于 全 我 各 本 政府 法治 工作 年 建设 的 和 把 将 在 对 与 中共 该 党");

/// Whether a body's name is a department's.
pub fn is_department(name: &str) -> bool {
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '年');
    !name.contains("政府") && ends(name, DEPARTMENTS)
}

/// Whether a name is a body's that reports.
fn is_body(name: &str) -> bool {
    ends(name, "政府 办事处 管委会") || is_department(name)
}

/// How a name of a place ends, a character at least before it: 市南区 is no 市.
fn ending(name: &str) -> Option<(&'static str, Level)> {
    for &(level, endings) in ENDINGS {
        for ending in endings.split(' ') {
            if name.len() > ending.len() && name.ends_with(ending) {
                return Some((ending, level));
            }
        }
    }
    None
}

/// Whether all of this may stand in a name.
fn is_plain(stem: &str) -> bool {
    stem.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)) && !NOT_IN_NAMES.stand_in(stem)
}

/// The place that a name begins with: the last and lowest of 秦皇岛市海港区.
fn leading_place(name: &str) -> Option<(Range<usize>, Level)> {
    let mut found = None;
    let mut from = 0;
    for (at, c) in name.char_indices() {
        let end = at + c.len_utf8();
        // What stood before is read, 人民政府 of 某区人民政府某街道办事处 as well.
        if at < from {
            continue;
        }
        let Some((ending, level)) = ending(&name[from..end]) else { continue };
        let mut stem = &name[from..end - ending.len()];
        if ending == "开发区" {
            stem = ZONES.split(' ').find_map(|zone| stem.strip_suffix(zone)).unwrap_or(stem);
        }
        // 城市管理局 and 城乡建设局 name no place.
        if stem == "城" || !is_plain(stem) || stem.chars().nth(8).is_some() {
            break;
        }
        let behind = &name[end..];
        // 亳州市 is no 亳州.
        if ending == "州" && starts(behind, "市 区 县") {
            continue;
        }
        // 临水区级, 全县上下: the ending belongs to another word.
        if starts(behind, "级 直 情 民 内 长 场 委 域") && !starts(behind, "委员会 市场监") {
            break;
        }
        found = Some((from..end, level));
        from = end + if behind.starts_with("人民政府") { "人民政府".len() } else { 0 };
        if level == Level::Township {
            break;
        }
    }
    found
}

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
    let mut seen = Seen::default();
    for title in &text.titles {
        if let Some((place, level)) = place_in(title.start + "《".len()..title.end - "》".len()) {
            seen.add(&text.folded, place, level, 2);
        }
    }
    for line in &text.paragraphs {
        let end = line.end.min(text.folded.floor_char_boundary(line.start + 60));
        if let Some((place, level)) = place_in(line.start..end) {
            seen.add(&text.folded, place, level, 1);
        }
    }
    seen.most().or_else(|| often_named(&text.folded)).or_else(|| named_once(&text.folded))
}

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
    // A stem of two characters is the usual name; a longer one would have its own mark before it.
    const STEM: usize = "海港".len();
    let mut seen = Seen::default();
    for (at, c) in folded[..folded.floor_char_boundary(OPENING)].char_indices().skip(2) {
        let Some(&(_, level, common)) = RUNNING.iter().find(|(end, ..)| *end == c) else { continue };
        let Some(stem) = at.checked_sub(STEM).and_then(|from| folded.get(from..at)) else { continue };
        if is_plain(stem) && !common.contains(&stem[STEM / 2..]) {
            seen.add(folded, at - STEM..at + c.len_utf8(), level, 1);
        }
    }
    seen.most()
}

/// The place that opens a clause as who acts there, in an excerpt that names it no second time: 巧家县以….
/// None where another opens one as well, unless it lies around the first.
fn named_once(folded: &str) -> Option<(Range<usize>, Level)> {
    let text = &folded[..folded.floor_char_boundary(OPENING)];
    let mut first: Option<(Range<usize>, Level)> = None;
    let mut from = 0;
    for clause in text.split_inclusive(['。', ',', ';', ':', '\n']) {
        let start = from + skipped(clause);
        from += clause.len();
        let Some((place, level)) = leading_place(&text[start..from]) else { continue };
        let place = start + place.start..start + place.end;
        if !acts(text, &place, level) {
            continue;
        }
        match &first {
            None => first = Some((place, level)),
            Some((known, of)) if text[known.clone()] != text[place.clone()] && depth(level) >= depth(*of) => {
                return None;
            }
            Some(_) => {}
        }
    }
    first
}

/// Whether a name at the start of a clause is a place's own, and what stands behind says that it acts there.
fn acts(text: &str, place: &Range<usize>, level: Level) -> bool {
    // 审查区政府…, 赴柳溪县…: verbs, and a place in passing.
    static NO_STEM: Words = Words::new(
        "赴 到 向 按 据 受 被 请 经 由 是 某 其 及 诉 报 组织 联合 配合 通过 参加 参与 协助 审查 办理 主持 \
         召开 落实 执行 出台 印发 制定 推动 支持 接受 提请 会同 聘请 学习 负责 指导 督促 监督 代表 代理 \
         服务 对接 依托 根据 针对 围绕 建立 成立 完成 提交 征求 听取 收到 承办 办结 涉及 荣获 获得 委托 \
         抽调 安排 要求 责成 撤销 维持 加强 强化 推进 优化 完善 规范 健全 实施 开展 推行 带头 列席",
    );
    let (name, behind) = (&text[place.clone()], &text[place.end..]);
    let Some(stem) = ending(name).and_then(|(ending, _)| name.strip_suffix(ending)) else { return false };
    let common =
        RUNNING.iter().any(|(_, of, before)| *of == level && before.contains(&stem[stem.len() - 3..]));
    // A verb comes again with other words behind it.
    let own = text.matches(stem).count() == text.matches(name).count();
    let year = behind.get(..4).is_some_and(crate::quantity::is_year) && starts(&behind[4..], "年");
    let means = starts(behind, "以") && !starts(behind, "以上 以下 以来 以外 以内");
    (2..=3).contains(&stem.chars().count())
        && !common
        && own
        && !NO_STEM.stand_in(stem)
        && (year || means || body(behind).is_some())
}

/// How deep a place lies inside others.
const fn depth(level: Level) -> u8 {
    match level {
        Level::Province => 0,
        Level::City => 1,
        Level::County | Level::District | Level::Zone => 2,
        Level::Township => 3,
    }
}

/// The body that a place's name goes on with: 司法局 of 巧家县司法局.
pub fn body(behind: &str) -> Option<&str> {
    static NO_NAME: Words = Words::new("的 将 以 在 了 年 对 向 把 全局 大局 格局 布局 开局");
    for (at, c) in behind.char_indices().take(14) {
        let name = &behind[..at + c.len_utf8()];
        if !('\u{4E00}'..='\u{9FFF}').contains(&c) || NO_NAME.stand_in(name) {
            return None;
        }
        if ends(name, "政府 局 法院 检察院 委员会 厅 管委会 办事处") {
            return Some(name);
        }
    }
    None
}

/// Bytes before a name: a year, 中共, a mark.
fn skipped(words: &str) -> usize {
    let mark = crate::mark::mark(words).map_or(0, |m| m.len);
    let mut rest = &words[mark..];
    loop {
        let before = rest.len();
        rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        for word in ["年度", "年", ",", "中共", "关于印发", "关于", "中国共产党", "现把", "现将"]
        {
            rest = rest.strip_prefix(word).unwrap_or(rest);
        }
        if rest.len() == before {
            return words.len() - rest.len();
        }
    }
}

/// Who reports: the line above the day under the report, else the title up to its year.
pub fn issuer(text: &Text, title: Option<Range<usize>>, day: Option<usize>) -> Option<Range<usize>> {
    let above = day.and_then(|day| {
        let i = text.paragraphs.iter().position(|p| p.contains(&day))?;
        let line = text.paragraphs.get(i.checked_sub(1)?)?.clone();
        let words = &text.folded[line.clone()];
        (i + 3 > text.paragraphs.len() && is_body(words) && words.chars().count() <= 30).then_some(line)
    });
    above.or_else(|| {
        let title = title?;
        if let Some(line) = line_above(text, &title) {
            return Some(line);
        }
        let words = &text.folded[title.clone()];
        let end = words
            .find(|c: char| c.is_ascii_digit())
            .or_else(|| words.find("二〇"))
            .or_else(|| words.find("关于"))?;
        let name = words[..end].trim_end_matches("关于");
        is_body(name).then(|| title.start..title.start + name.len())
    })
}

/// The line above the title, where it names a body: 某市城市管理局 ⏎ 2022年…报告.
fn line_above(text: &Text, title: &Range<usize>) -> Option<Range<usize>> {
    let i = text.paragraphs.binary_search_by_key(&title.start, |p| p.start).ok()?;
    let line = text.paragraphs.get(i.checked_sub(1)?)?;
    let words = &text.folded[line.clone()];
    let name = words.split('(').next().unwrap_or(words);
    let short = words.chars().count() <= 30 && !words.contains([':', '>', '。', ',']);
    (is_body(name) && short && leading_place(name).is_some()).then(|| line.start..line.start + name.len())
}
