//! Names of places and of bodies: how they end, and where they stand in a line.

use std::ops::Range;

use crate::fold::is_ideograph;
use crate::identity::Level;
use crate::mark::mark;
use crate::words::{Stretch, Words, ends, starts};

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
const DEPARTMENTS: &str = "局 委员会 厅 办公室 中心 总队 支队 大队 法院 检察院 委 院 处 部 办";

/// Characters and words that end a would-be name.
static NOT_IN_NAMES: Words = Words::new(
    "关于 全 我 各 本 政府 法治 工作 年 记者 建设 的 把 将 在 对 与 中共 该 党 委 局 自治 公布 群众 某",
);

/// Bytes of the longest name.
const LONGEST: usize = 60;

/// Whether a body's name is a department's.
pub fn is_department(name: &str) -> bool {
    let name = name.without_last("0123456789年");
    // 县委农办(县农业局)
    let name = name.strip_suffix(')').and_then(|name| name.rfind('(').map(|at| &name[..at])).unwrap_or(name);
    let government = name.holds("政府") && !name.holds("政府法制");
    !government && ends(name, DEPARTMENTS) && !name.ends_with("办事处")
}

/// Whether a name is a body's that reports.
pub fn is_body(name: &str) -> bool {
    ends(name, "政府 办事处 管委会") || is_department(name)
}

/// How a name of a place ends, a character at least before it: 市南区 is no 市.
pub fn ending(name: &str) -> Option<(&'static str, Level)> {
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
pub fn is_plain(stem: &str) -> bool {
    // 和平区, 泰和县; in a longer one 和 joins two.
    let joined = stem.has('和') && stem.chars().nth(2).is_some() && stem != "呼和浩特";
    stem.chars().all(is_ideograph) && !joined && !NOT_IN_NAMES.stand_in(stem)
}

/// The place that a name begins with: the last and lowest of 秦皇岛市海港区.
pub fn leading_place(name: &str) -> Option<(Range<usize>, Level)> {
    let mut found = None;
    let mut from = 0;
    for (at, c) in name.char_indices() {
        let end = at + c.len_utf8();
        // What stood before is read, 人民政府 of 某区人民政府某街道办事处 as well.
        if at < from {
            continue;
        }
        if end - from > LONGEST {
            break;
        }
        let Some((ending, level)) = ending(&name[from..end]) else { continue };
        let mut stem = &name[from..end - ending.len()];
        if ending == "开发区" {
            stem = ZONES.split(' ').find_map(|zone| stem.strip_suffix(zone)).unwrap_or(stem);
        }
        // 城市管理局, 城乡建设局 and 历史街区 name no place.
        let ward = ending == "区" && stem.ends_with_any("街社园景校");
        if stem == "城" || ward || !is_plain(stem) || stem.chars().nth(8).is_some() {
            break;
        }
        let behind = &name[end..];
        // 亳州市 is no 亳州, 景德镇市 no 景德镇.
        if ending == "州" && starts(behind, "市 区 县") || ending == "镇" && starts(behind, "市") {
            continue;
        }
        // 青山区委青山区人民政府
        let committee = behind.strip_prefix('委').map(|rest| rest.without_first("、 "));
        let own = committee.is_some_and(|rest| rest.starts_with(&name[from..end]));
        if !own && is_begun(ending, behind) {
            break;
        }
        if own {
            return Some((from..end, level));
        }
        found = Some((from..end, level));
        from = end + if behind.starts_with("人民政府") { "人民政府".len() } else { 0 };
        if level == Level::Township {
            break;
        }
    }
    found
}

/// Whether the ending of a name belongs to another word: 临水区级, 全县上下, 下沉乡村.
fn is_begun(ending: &str, behind: &str) -> bool {
    const OWN: &str =
        "委书记 委常委 委员会 市场监 委农 委办 委全面 委依法 委政法 委宣传 委组织 委统战 委编办";
    // 重庆市长寿区
    let place =
        behind.strip_prefix('长').and_then(|rest| rest.char_indices().nth(1).map(|(at, _)| &rest[at..]));
    let inner = place.is_some_and(|rest| starts(rest, "区 县 镇 乡 街道"));
    starts(behind, "级 直 情 民 内 长 场 委 域") && !starts(behind, OWN) && !inner
        || ending == "乡" && starts(behind, "村 镇 建设 统筹 居民 规划")
}

/// The body that a place's name goes on with: 司法局 of 巧家县司法局.
pub fn body(behind: &str) -> Option<&str> {
    static NO_NAME: Words = Words::new("的 将 以 在 了 年 对 向 把 全局 大局 格局 布局 开局");
    for (at, c) in behind.char_indices().take(14) {
        let name = &behind[..at + c.len_utf8()];
        if !is_ideograph(c) || NO_NAME.stand_in(name) {
            return None;
        }
        if ends(name, "政府 局 法院 检察院 委员会 厅 管委会 办事处 法律援助中心") {
            return Some(name);
        }
    }
    None
}

/// Bytes before a name: a year, 中共, a mark, 【文字解读】《.
pub fn skipped(words: &str) -> usize {
    let mark = mark(words).map_or(0, |m| m.len);
    let mut rest = &words[mark..];
    loop {
        let before = rest.len();
        // 表一 某市交通运输局行政处罚情况统计表
        let caption = rest.strip_prefix('表').unwrap_or_default();
        let behind = caption.without_first("一二三四五六七八九十0123456789");
        rest = if behind.len() < caption.len() { behind } else { rest };
        let label = rest.strip_prefix('【').and_then(|inside| inside.split_once('】'));
        rest = label.map_or(rest, |(_, behind)| behind);
        rest = rest.without_first("0123456789《-—");
        // 二〇一四年度青山市…
        let year = rest.without_first("〇○零一二三四五六七八九");
        rest =
            if starts(year, "年") && rest.len() - year.len() == "二〇一四".len() { year } else { rest };
        for word in [
            "年度",
            "年",
            ",",
            "中共",
            "关于印发",
            "关于",
            "中国共产党",
            "现把",
            "现将",
            "我代表",
            "记者昨日从",
            "记者日前从",
            "记者近日从",
            "记者从",
            "现公布",
            "国家税务总局",
            "上半年",
            "下半年",
        ] {
            rest = rest.strip_prefix(word).unwrap_or(rest);
        }
        if rest.len() == before {
            return words.len() - rest.len();
        }
    }
}
