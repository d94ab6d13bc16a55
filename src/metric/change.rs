//! Changes: which way a figure went, and against what.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::metric::Direction;
use crate::quantity::Quantity;
use crate::quantity::unit::UnitKind;
use crate::words::{Ends, Words};

/// Words of change; of two that end at one place the longer stands first.
const WORDS: &[(&str, Direction)] = &[
    ("增长", Direction::Up),
    ("增加", Direction::Up),
    ("上升", Direction::Up),
    ("上涨", Direction::Up),
    ("提高", Direction::Up),
    ("提升", Direction::Up),
    ("增幅", Direction::Up),
    ("升幅", Direction::Up),
    ("涨幅", Direction::Up),
    ("增速", Direction::Up),
    ("增长率", Direction::Up),
    ("净增", Direction::Up),
    ("多出", Direction::Up),
    ("净增长", Direction::Up),
    ("攀升", Direction::Up),
    ("递增", Direction::Up),
    ("同比增", Direction::Up),
    ("同比多", Direction::Up),
    ("下降", Direction::Down),
    ("减少", Direction::Down),
    ("降低", Direction::Down),
    ("压缩", Direction::Down),
    ("压减", Direction::Down),
    ("压降", Direction::Down),
    ("缩短", Direction::Down),
    ("缩减", Direction::Down),
    ("回落", Direction::Down),
    ("降幅", Direction::Down),
    ("减幅", Direction::Down),
    ("压减率", Direction::Down),
    ("压缩率", Direction::Down),
    ("压缩比例", Direction::Down),
    ("压减比例", Direction::Down),
    ("精简", Direction::Down),
    ("削减", Direction::Down),
    ("下滑", Direction::Down),
    ("递减", Direction::Down),
    ("减轻", Direction::Down),
    ("提速", Direction::Down),
    ("提前", Direction::Down),
    ("节约", Direction::Down),
    ("节省", Direction::Down),
    ("同比降", Direction::Down),
    ("同比减", Direction::Down),
    ("再减", Direction::Down),
];

/// Words between a word of change and its number.
const BETWEEN: &[&str] = &[
    "了",
    "近",
    "约",
    "达",
    "达到",
    "为",
    "超",
    "超过",
    "逾",
    "不低于",
    "不少于",
    "率",
    "分别",
    "幅度",
    "均",
    "各",
];

static ENDINGS: LazyLock<Ends> = LazyLock::new(|| Ends::new(WORDS.iter().map(|(word, _)| *word)));
static JOINTS: LazyLock<Ends> = LazyLock::new(|| Ends::new(BETWEEN.iter().copied()));

/// Words that compare with an earlier state.
static COMPARED: Words = Words::new(&[
    "同比",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "上年相比",
    "去年相比",
    "较20",
    "比20",
    "同期",
]);

/// The direction of a quantity that tells a change; `before` is its clause up to it.
pub fn direction(quantity: &Quantity, before: &str, clause: &str) -> Option<Direction> {
    let compared = || COMPARED.stand_in(clause);
    let given = before.trim_end_matches([' ', ':']);
    let mut words = given;
    while let Some(joint) = JOINTS.at_end(words) {
        words = &words[..words.len() - joint.len()];
    }
    let word = ENDINGS.at_end(words).and_then(|end| WORDS.iter().find(|(word, _)| *word == end));
    // 压降为7.3% is a level reached, 降幅为7.3% a change.
    let level = given.ends_with(['为', '到']) && !words.ends_with(['幅', '率', '例', '速']);
    if level {
        return None;
    }
    match quantity.kind {
        UnitKind::Rate | UnitKind::Points => {
            let money = word.is_some_and(|(w, _)| matches!(*w, "节约" | "节省"));
            let told = word.filter(|_| !money).map(|&(_, direction)| direction);
            told.or_else(|| verb(words, before)).or_else(|| cut(words))
        }
        UnitKind::Duration => word.map(|&(_, direction)| direction),
        UnitKind::Count | UnitKind::Amount => {
            let bare = || match words.chars().next_back() {
                Some('多' | '增') if compared() => Some(Direction::Up),
                Some('少' | '减' | '降') if compared() => Some(Direction::Down),
                _ => None,
            };
            let told = word.filter(|(w, _)| compared() || matches!(*w, "净增" | "净增长"));
            told.map(|&(_, direction)| direction).or_else(bare).or_else(|| fewer(words))
        }
    }
}

/// A lone verb right before a share: 比上年少了18.6%, 再降10%, 涨了43.5%.
fn verb(words: &str, before: &str) -> Option<Direction> {
    let finished = before.trim_end_matches(' ').ends_with('了');
    let ahead = ["再", "又", "同比", "年", "年均", "月", "频次", "量", "数", "率"];
    let rest = words.get(..words.len().checked_sub("降".len())?)?;
    let told = finished || ahead.iter().any(|w| rest.ends_with(w)) || COMPARED.stand_in(words);
    let direction = match words.chars().next_back()? {
        '增' | '涨' | '升' | '多' => Direction::Up,
        '减' | '降' | '少' => Direction::Down,
        _ => return None,
    };
    told.then_some(direction)
}

/// 减材料58%, 再压缩审批时限10%: a verb of cutting and its short object.
fn cut(words: &str) -> Option<Direction> {
    const VERBS: &[&str] = &["压缩", "压减", "缩短", "精简", "减少", "降低", "减", "压", "降"];
    let words = words.strip_prefix('再').unwrap_or(words);
    let object = VERBS.iter().find_map(|w| words.strip_prefix(w))?;
    let plain = !object.starts_with(['税', '费', '负', '少', '至', '到', '为']);
    ((2..=6).contains(&object.chars().count()) && plain).then_some(Direction::Down)
}

/// 少进企业460余次: what was not done.
fn fewer(before: &str) -> Option<Direction> {
    let rest = before.strip_prefix('少')?;
    (!rest.starts_with(['数', '量', '年', '先', '部']) && rest.chars().count() <= 6)
        .then_some(Direction::Down)
}

/// What a change is measured against; `before` is its sentence up to it.
pub fn base(before: &str) -> Option<Cow<'static, str>> {
    let last = |words: &[&str]| words.iter().filter_map(|w| before.rfind(w)).max();
    let year = last(&["上年", "去年", "上一年", "同比"]);
    let period = last(&["同期"]);
    let named = ["比20", "较20", "与20"].iter().filter_map(|w| before.rfind(w)).max();
    if named > year && named > period {
        let at = named? + "比".len();
        let digits = before.get(at..at + 4)?;
        return digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.to_owned().into());
    }
    if period > year {
        return Some("same_period".into());
    }
    year.map(|_| "previous_year".into())
}
