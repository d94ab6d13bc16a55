//! Changes: which way a figure went, and against what.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::metric::Direction;
use crate::quantity::Quantity;
use crate::quantity::unit::UnitKind;
use crate::words::{Ends, Stretch, Words, ends, starts};

/// Words of growth.
const UP: &str = "增长 增加 上升 上涨 提高 提升 增幅 升幅 涨幅 增速 增长率 净增 大增 多出 净增长 攀升 递增 增收 增支 同比增 同比多";

/// Words of fall.
const DOWN: &str = "下降 减少 降低 压缩 压减 压降 缩短 缩减 回落 降幅 减幅 收窄 压减率 压缩率 压缩比例 压减比例 精简 削减 下滑 \
    递减 大减 锐减 骤减 减轻 提速 提前 节约 节省 减收 减支 同比降 同比减 再减 净减";

/// Words between a word of change and its number.
const BETWEEN: &str = "了 差不多 将近 大约 接近 近 约 达 达到 为 超 超过 逾 不低于 不少于 率 分别 幅度 均 各";

static ENDINGS: LazyLock<Ends> = LazyLock::new(|| Ends::new(UP.split(' ').chain(DOWN.split(' ')).collect()));
static JOINTS: LazyLock<Ends> = LazyLock::new(|| Ends::of(BETWEEN));

/// Words that compare with an earlier state.
static COMPARED: Words = Words::new(
    "同比 比上年 较上年 比去年 较去年 上年相比 去年相比 比上一年 较上一年 上一年相比 较20 比20 与20 同期 环比 比上月 较上月 上月相比 上季度相比 \
     比上季度 较上季度 比一季度 比二季度 比三季度 比四季度 较一季度 较二季度 较三季度 较四季度 比法定 较法定",
);

/// How words end that open a sentence which compares.
const OPENED: &str = "上一年相比 上年相比 去年相比 上年比 去年比 上年同期相比 去年同期相比";

/// Words of the year before.
static YEAR: Words = Words::new("上年 去年 上一年 前一年");

/// Whether a clause compares with another year: 印发数量与上年的17件相比少5件.
fn is_compared(clause: &str) -> bool {
    clause.holds("相比") && YEAR.stand_in(clause)
}

/// The direction of a quantity that tells a change; `before` is its clause up to it, `ahead` the sentence before that
/// clause, `behind` what follows it.
pub fn direction(
    quantity: &Quantity,
    before: &str,
    ahead: &str,
    clause: &str,
    behind: &str,
) -> Option<Direction> {
    // 与上一年相比,处罚少512宗,降5.7%;许可多4.2%
    let opened = ends(ahead.up_to_any(","), OPENED);
    // 上年为973件,增加311件,增幅31.96%
    let compared = || {
        COMPARED.stand_in(clause)
            || is_compared(clause)
            || opened
            || before.holds("相比")
            || starts(behind, ",增幅 ,升幅 ,涨幅 ,增长 ,上升 ,降幅 ,减幅 ,下降")
    };
    let given = before.without_last(" :");
    let mut words = given;
    while let Some(joint) = JOINTS.at_end(words) {
        words = &words[..words.len() - joint.len()];
    }
    let word = ENDINGS.at_end(words);
    // 压降为7.3% is a level reached, 降幅为7.3% a change.
    let named = given.without_last("为到");
    // 增幅达到15.3%
    let named = named.strip_suffix('达').unwrap_or(named);
    let level = named.len() < given.len() && !named.ends_with_any("幅度率例速");
    if level {
        return None;
    }
    match quantity.kind {
        UnitKind::Rate | UnitKind::Points => word
            .filter(|word| !is_saving(word))
            .map(told)
            .or_else(|| given.ends_with('+').then_some(Direction::Up))
            .or_else(|| verb(words, before, opened))
            .or_else(|| cut(words))
            .or_else(|| apart(words, clause)),
        UnitKind::Duration | UnitKind::Count | UnitKind::Amount => {
            let lasts = quantity.kind == UnitKind::Duration;
            let bare = || match words.chars().next_back() {
                Some('多' | '增') if compared() => Some(Direction::Up),
                Some('少' | '减' | '降') if compared() => Some(Direction::Down),
                _ => None,
            };
            let word = word.filter(|word| lasts || compared() || matches!(*word, "净增" | "净增长" | "净减"));
            let counted = || fewer(words, &compared).or_else(|| reduced(words)).filter(|_| !lasts);
            word.map(told).or_else(bare).or_else(counted)
        }
    }
}

/// Which way a figure goes off the one before it that counts the same: 学法14次,增加2次; 比改革前的37个减少3个. `before` are
/// the words before that one.
pub fn beside(before: &str, between: &str) -> Option<Direction> {
    let compared = before.has_any("比较");
    let verb = between.strip_prefix(',').or(Some(between).filter(|_| compared))?;
    match verb.trim_end_matches('了') {
        "多" if compared => Some(Direction::Up),
        "少" if compared => Some(Direction::Down),
        word => ENDINGS.at_end(word).filter(|&told| told == word && !is_saving(told)).map(told),
    }
}

/// Which way a word of [`UP`] or [`DOWN`] goes.
fn told(word: &str) -> Direction {
    if UP.split(' ').any(|up| up == word) { Direction::Up } else { Direction::Down }
}

/// Whether a word of [`DOWN`] tells what was saved, beside what it was before.
fn is_saving(word: &str) -> bool {
    matches!(word, "节约" | "节省")
}

/// A lone verb right before a share: 比上年少了18.6%, 再降10%, 涨了43.5%.
fn verb(words: &str, before: &str, compared: bool) -> Option<Direction> {
    // 多了近三成
    let finished = before[words.len()..].has('了');
    let rest = words.get(..words.len().checked_sub("降".len())?)?;
    let told = finished
        || compared
        || rest.is_empty()
        || ends(rest, "再 又 比 同比 年 年均 月 频次 量 数 率")
        || COMPARED.stand_in(words);
    let direction = match words.chars().next_back()? {
        '增' | '涨' | '升' | '多' => Direction::Up,
        '减' | '降' | '少' => Direction::Down,
        // 比上年高1.3个百分点
        '高' if COMPARED.stand_in(words) => Direction::Up,
        '低' if COMPARED.stand_in(words) => Direction::Down,
        _ => return None,
    };
    told.then_some(direction)
}

/// 高于上年0.3个百分点, 同上年的85%相比高出7个百分点: how far from another year's.
fn apart(words: &str, clause: &str) -> Option<Direction> {
    let year = words.strip_suffix("同期").unwrap_or(words);
    let year = year.strip_suffix("上年").or(year.strip_suffix("去年"));
    let words = year.or_else(|| YEAR.stand_in(clause).then_some(words))?;
    match () {
        () if ends(words, "高于 高出 多出 超过 超出") => Some(Direction::Up),
        () if ends(words, "低于 低出") => Some(Direction::Down),
        () => None,
    }
}

/// 减材料58%, 再压缩审批时限10%: a verb of cutting and its short object.
fn cut(words: &str) -> Option<Direction> {
    const VERBS: &str = "压缩 压减 缩短 精简 减少 降低 减 压 降";
    let words = words.strip_prefix('再').unwrap_or(words);
    let object = VERBS.split(' ').find_map(|w| words.strip_prefix(w))?;
    let plain = !object.begins_with_any("税费负少至到为");
    ((2..=6).contains(&object.chars().count()) && plain).then_some(Direction::Down)
}

/// What a figure is compared with.
pub static AGAINST: LazyLock<Ends> = LazyLock::new(|| {
    Ends::of("比上年同期 较上年同期 比去年同期 较去年同期 比上一年 较上一年 比上年 较上年 比去年 较去年 同比")
});

/// 少进企业460余次, 比上年多检查110家: what was not done before, or is not done now.
fn fewer(before: &str, compared: &dyn Fn() -> bool) -> Option<Direction> {
    if !before.has_any("少多") {
        return None;
    }
    let against = AGAINST.at_start(before).and_then(|word| before.strip_prefix(word)).or_else(|| {
        let year = before.strip_prefix(['比', '较'])?.without_digits();
        year.strip_prefix("年同期").or(year.strip_prefix('年'))
    });
    // 较上年241件多办42件
    let against = against.or_else(|| (before.chars().nth(3).is_none() && compared()).then_some(before));
    let words = against.unwrap_or(before);
    // 为企业少添麻烦940余户次
    let whom = ["企业", "群众", "市民"].iter().find_map(|whom| words.parted(whom));
    let words = whom
        .filter(|(ahead, rest)| ahead.len() <= "为".len() && rest.starts_with('少'))
        .map_or(words, |(_, rest)| rest);
    let fewer = words.strip_prefix('少').map(|rest| (rest, Direction::Down));
    let more = || against?.strip_prefix('多').map(|rest| (rest, Direction::Up));
    let (rest, direction) = fewer.or_else(more)?;
    (!rest.begins_with_any("数量年先部罚") && rest.chars().count() <= 6).then_some(direction)
}

/// 申请材料减少6件, 减少执法队伍14支: how many fewer there are.
fn reduced(words: &str) -> Option<Direction> {
    const FEWER: &str = "减少";
    if !words.has('减') {
        return None;
    }
    let object = words.rsplit('共').next().and_then(|words| words.strip_prefix(FEWER));
    let named = words.strip_suffix(FEWER).map(|noun| noun.trim_end_matches('净'));
    let told = named.is_some_and(|noun| noun.chars().nth(1).is_some())
        || object.is_some_and(|object| (2..=6).contains(&object.chars().count()));
    told.then_some(Direction::Down)
}

/// What a change is measured against; `before` is its sentence up to it.
pub fn base(before: &str) -> Option<Cow<'static, str>> {
    static YEAR: Words = Words::new("上年 去年 上一年 同比");
    static PERIOD: Words = Words::new("同期");
    static NAMED: Words = Words::new("比20 较20 与20");
    let (year, period, named) = (YEAR.last_in(before), PERIOD.last_in(before), NAMED.last_in(before));
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
