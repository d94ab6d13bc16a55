//! Names of gambling and the like, which hacked sites put in.

use std::ops::Range;

use crate::audit::Fix;
use crate::audit::case::{Case, STOPS};
use crate::audit::contamination::{Once, slip};
use crate::audit::slip::Found;
use crate::document::SPAM;
use crate::fold::is_ideograph;
use crate::words::{Stretch, Words, ends, starts};

const SAYS: [&str; 2] =
    ["“$0”像是网站被篡改后混入的，建议删去。", "“$0” looks put in by a hacked site; it should go."];

/// Words of a report that speaks of such things itself.
static SPEAKS_OF: Words = Words::new(
    "打击 整治 查处 查获 取缔 赌博 管理 场所 行业 经营 监管 销售 公益金 中心 协会 违法 犯罪 涉 室",
);
/// What may follow in a name.
const TAILS: &str = "官网 官方网站 网址 平台 下载 手机版 登录 入口 注册 app APP 网上赌场 在线 开户 版 体育 娱乐 \
    推荐 排名 888 777 666 365 168";
/// Characters around a name that may speak of it.
const AROUND: usize = 16;

/// One finding a name.
pub fn check(case: &Case, found: &mut Found) {
    let folded = case.folded();
    let mut once = Once::default();
    let made = |place: Range<usize>| {
        let fix = mended(case, &place);
        slip(case, place, SAYS, Some(fix))
    };
    let mut places: Vec<Range<usize>> = Vec::new();
    SPAM.words.find(folded, |start, end, word| {
        let done = places.last().map_or(0, |last| last.end);
        if start < done {
            return;
        }
        let Some(place) = name(folded, start, end, SPAM.in_context[usize::from(word)]) else { return };
        // 365bet官网888_365bet官方下载: names behind one another are one.
        let near = done > 0 && place.start <= done + BETWEEN && !folded[done..place.start].has_any(STOPS);
        match places.last_mut().filter(|_| near) {
            Some(last) => last.end = place.end,
            None => places.push(place),
        }
    });
    for place in places {
        once.add(case, place, made);
    }
    for place in titled(folded) {
        once.add(case, place, made);
    }
    once.hand_in(found);
}

/// The most characters of a name before a title.
const LONGEST: usize = 14;

/// Bytes between two names that were put in at once.
const BETWEEN: usize = 24;

/// Names of sites that a colon parts from the title that they were put before: 《某某登录入口:某县工作要点》.
fn titled(folded: &str) -> impl Iterator<Item = Range<usize>> {
    folded.match_indices('《').filter_map(|(at, mark)| {
        let (from, known) = (at + mark.len(), |words: &str| {
            let mut done = 0;
            SPAM.words.find(words, |_, end, _| done = end);
            done > 0
        });
        let end =
            folded[from..].char_indices().take(LONGEST + 1).find(|&(_, c)| matches!(c, ':' | '_' | '》'));
        let to = from + end.filter(|&(_, c)| c != '》')?.0;
        let words = &folded[from..to];
        let site = ends(
            words,
            "登录 登录入口 官网入口 注册 下载 app APP 官网 官方网站 网址 手机版 在线观看 投注 开户",
        );
        (site && !known(words)).then_some(from..to)
    })
}

/// The whole name around a word of spam; none where the report itself speaks of such things.
fn name(folded: &str, start: usize, end: usize, context: bool) -> Option<Range<usize>> {
    let word = &folded[start..end];
    // 彩票网点, 棋牌网站: another word, which a report may write.
    if word.ends_with('网') && folded[end..].begins_with_any("站点络上吧") {
        return None;
    }
    let mut to = end;
    while let Some(tail) = TAILS.split(' ').find(|tail| folded[to..].starts_with(tail)) {
        to += tail.len();
    }
    let mut from = start;
    for c in folded[..start].chars().rev().take(AROUND).take_while(|&c| !is_stop(c)) {
        from -= c.len_utf8();
    }
    let mut until = to;
    for c in folded[to..].chars().take(AROUND).take_while(|&c| !is_stop(c)) {
        until += c.len_utf8();
    }
    let told = SPEAKS_OF.stand_in(&folded[from..start]) || SPEAKS_OF.stand_in(&folded[to..until]);
    let titled = folded[to..].begins_with_any(":_");
    // Words that a report which fights such things may write.
    let written = || ["加微信", "代开发票", "百家乐", "娱乐城", "娱乐平台"].contains(&word);
    if !titled && (context && told || to == end && (context || told && written())) {
        return None;
    }
    // 申博 of 申博体育: a name's own two characters stand before the word.
    let own =
        if starts(&folded[start..], "体育 娱乐") { 2 } else { usize::from(word.starts_with('博')) };
    let mut from = start;
    for c in folded[..start].chars().rev().take(own).take_while(|&c| is_ideograph(c)) {
        from -= c.len_utf8();
    }
    // 777娱乐
    from -= folded[..from].bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
    // 《云鼎博娱登录入口:某区工作要点》: all that stands before the title's own words.
    let open = folded[..from].char_indices().rev().take(LONGEST).find(|&(_, c)| c == '《');
    let whole = open.map(|(at, mark)| at + mark.len_utf8()).filter(|_| titled);
    Some(whole.unwrap_or(from)..to)
}

fn is_stop(c: char) -> bool {
    matches!(c, '。' | '\n')
}

/// The title or clause without the name.
fn mended(case: &Case, place: &Range<usize>) -> Fix {
    let folded = case.folded();
    let colon = folded[place.end..].begins_with_any(":_");
    let in_title = colon && ends(&folded[..place.start], "《") && !starts(&folded[place.end + 1..], "关于");
    let span = case.reading.text.span(place.start..place.end + usize::from(colon));
    Fix { span, text: if in_title { "关于" } else { "" }.to_owned() }
}
