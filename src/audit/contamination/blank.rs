//! Places of a template that were not filled in: 20xx年, *次, XX件.

use crate::audit::case::Case;
use crate::audit::contamination::{Once, slip};
use crate::audit::slip::Found;
use crate::quantity::unit::unit;
use crate::words::{ends, starts};

const SAYS: [&str; 2] =
    ["“$0”像是模板中未填写的内容。", "“$0” looks like a blank of a template that was not filled in."];

pub fn check(case: &Case, found: &mut Found) {
    let folded = case.folded();
    let (mut once, mut done) = (Once::default(), 0);
    for (at, c) in folded.char_indices() {
        if at < done || !is_mask(c) {
            continue;
        }
        let mut count = 0;
        done = at;
        for c in folded[at..].chars().take_while(|&c| is_mask(c)) {
            (done, count) = (done + c.len_utf8(), count + 1);
        }
        let (before, behind) = (&folded[..at], &folded[done..]);
        let year = match behind.starts_with('年') {
            true if before.ends_with("202") => 3,
            true if before.ends_with("20") => 2,
            _ => 0,
        };
        if year > 0 || is_blank(before, c, count, behind) {
            let end = done + behind.chars().next().map_or(0, char::len_utf8);
            let start = if behind.starts_with('”') { at - '“'.len_utf8() } else { at - year };
            once.add(case, start..end, |place| slip(case, place, SAYS, None));
        }
    }
    once.hand_in(found);
}

fn is_mask(c: char) -> bool {
    matches!(c, '*' | '×' | 'x' | 'X' | '○' | '□' | '_')
}

/// Whether so many masks, of which this is the first, stand for a number or a name.
fn is_blank(before: &str, mask: char, count: usize, behind: &str) -> bool {
    let ascii = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    if ascii(before.as_bytes().last()) || ascii(behind.as_bytes().first()) {
        return false;
    }
    let counts = starts(behind, "年 月 日 %") || unit(behind).is_some();
    let named = count > 1 && starts(behind, "县 区 市 镇 局 乡 村 街 同志 书记 主任");
    // 共有x名人员
    let told = || ends(before, "共 有 共有 约 近 完成 开展 组织 举办 办理 受理 培训 发放 处理");
    // “××”专项行动
    let quoted = count > 1 && before.ends_with('“') && behind.starts_with('”');
    quoted || counts && (count > 1 || !matches!(mask, 'x' | 'X') || told()) || named
}
