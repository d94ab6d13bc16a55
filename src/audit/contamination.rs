//! What does not belong to the text: names put in by hacked sites, page furniture, broken
//! characters, places left to be filled in.

use std::ops::Range;

use crate::audit::case::Case;
use crate::audit::slip::{Found, Slip};
use crate::audit::{Fix, Group, Rule, Severity};
use crate::document::SPAM;
use crate::order::sort_by;
use crate::quantity::unit::unit;
use crate::{Locale, Span};

pub const RULE: Rule = Rule {
    code: "contamination",
    group: Group::Text,
    severity: Severity::Warning,
    name: ["混入无关文字", "Foreign text"],
    why: [
        "网站被篡改、复制网页或套用模板时，会混入无关文字。",
        "Hacked sites, copied pages and templates leave words that are not the report's.",
    ],
    #[cfg(test)]
    proof: include_str!("contamination.tsv"),
    check,
};

/// What kind of foreign text it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Spam,
    Furniture,
    Broken,
    Blank,
}

/// Words of a report that speaks of such things itself.
const SPEAKS_OF: [&str; 19] = [
    "打击",
    "整治",
    "查处",
    "查获",
    "取缔",
    "赌博",
    "管理",
    "场所",
    "行业",
    "经营",
    "监管",
    "销售",
    "公益金",
    "中心",
    "协会",
    "违法",
    "犯罪",
    "涉",
    "室",
];
/// Words that only a page has, not a report.
const FURNITURE: [&str; 33] = [
    "当前位置",
    "您所在的位置",
    "您现在的位置",
    "所在位置",
    "浏览次数",
    "访问次数",
    "访问量",
    "点击数",
    "点击量",
    "阅读次数",
    "字体:",
    "字号:",
    "打印本页",
    "关闭窗口",
    "分享到",
    "上一篇",
    "下一篇",
    "责任编辑",
    "信息来源",
    "发布时间:",
    "发布日期:",
    "索引号",
    "扫一扫",
    "返回顶部",
    "版权所有",
    "ICP备",
    "网站地图",
    "正文复制",
    "公文素材",
    "更多素材",
    "微信扫码",
    "点击查看",
    "作者:",
];
/// Bytes of the longest line of a page.
const LINE: usize = 240;
/// What text becomes when it is read in the wrong encoding, and marks of pages.
const BROKEN: [&str; 20] = [
    "\u{FFFD}",
    "锟斤拷",
    "烫烫烫",
    "屯屯屯",
    "&nbsp;",
    "&amp;",
    "&lt;",
    "&gt;",
    "&quot;",
    "&#",
    "&ldquo;",
    "<br",
    "</",
    "<p>",
    "<span",
    "鈥",
    "锛",
    "銆",
    "function(",
    "$(document)",
];

fn check(case: &Case, found: &mut Found) {
    spam(case, found);
    furniture(case, found);
    broken(case, found);
    blanks(case, found);
}

fn folded<'a>(case: &Case<'a>) -> &'a str {
    case.words(0..case.reading.text.folded.len())
}

/// Names of gambling and the like: one finding a name.
fn spam(case: &Case, found: &mut Found) {
    let folded = folded(case);
    let mut names: Vec<(&str, Vec<Range<usize>>)> = Vec::new();
    let mut done = 0;
    SPAM.words.find(folded, |start, end, word| {
        if start < done {
            return;
        }
        let Some(place) = name(folded, start, end, SPAM.in_context[usize::from(word)]) else { return };
        done = place.end;
        let words = &folded[place.clone()];
        match names.iter_mut().find(|(known, _)| *known == words) {
            Some((_, places)) => places.push(place),
            None => names.push((words, vec![place])),
        }
    });
    for (_, places) in names {
        let mut places = places.into_iter();
        let Some(first) = places.next() else { continue };
        let fix = Some(mended(case, &first));
        let mut slip = slip(case, Kind::Spam, &first, fix);
        slip.related = places.map(|place| case.reading.text.span(place)).collect();
        found.slip(slip);
    }
}

/// The whole name around a word of spam; none where the report itself speaks of such things.
fn name(folded: &str, start: usize, end: usize, context: bool) -> Option<Range<usize>> {
    const TAILS: [&str; 15] = [
        "官网",
        "官方网站",
        "网址",
        "平台",
        "下载",
        "手机版",
        "登录",
        "入口",
        "注册",
        "app",
        "APP",
        "网上赌场",
        "在线",
        "开户",
        "版",
    ];
    let (before, mut to) = (&folded[..start], end);
    while let Some(tail) = TAILS.iter().find(|tail| folded[to..].starts_with(**tail)) {
        to += tail.len();
    }
    let colon = folded[to..].starts_with([':', '_']);
    let near = |words: &mut dyn Iterator<Item = char>| {
        words.take(16).take_while(|c| *c != '。' && *c != '\n').collect::<String>()
    };
    let ahead: String = near(&mut before.chars().rev()).chars().rev().collect();
    let behind = near(&mut folded[to..].chars());
    let told = SPEAKS_OF.iter().any(|w| ahead.contains(w) || behind.contains(w));
    if context && !colon && (told || to == end)
        || told && !colon && to == end && !context && is_report_word(&folded[start..end])
    {
        return None;
    }
    // 申博 of 申博体育: a name's own two characters stand before the word.
    let own = if folded[start..].starts_with("体育") || folded[start..].starts_with("娱乐") {
        2
    } else {
        usize::from(folded[start..].starts_with('博'))
    };
    let joined =
        before.char_indices().rev().take(own).take_while(|(_, c)| ('\u{4E00}'..='\u{9FFF}').contains(c));
    Some(joined.last().map_or(start, |(at, _)| at)..to)
}

/// Whether a report that fights such things may write the word.
fn is_report_word(word: &str) -> bool {
    ["加微信", "代开发票", "百家乐", "娱乐城", "娱乐平台"].contains(&word)
}

/// The title or clause without the name.
fn mended(case: &Case, place: &Range<usize>) -> Fix {
    let folded = folded(case);
    let colon = folded[place.end..].starts_with([':', '_']);
    let in_title = folded[..place.start].ends_with('《');
    let text =
        if in_title && colon && !folded[place.end + 1..].starts_with("关于") { "关于" } else { "" };
    let span = case.reading.text.span(place.start..place.end + usize::from(colon));
    Fix { span, text: text.to_owned() }
}

/// Lines of the page around the report that stand inside it.
fn furniture(case: &Case, found: &mut Found) {
    let text = &case.reading.text;
    let body = |place: &Range<usize>| case.words(place.clone()).ends_with('。');
    let first = text.paragraphs.iter().position(body);
    let last = text.paragraphs.iter().rposition(body);
    let (Some(first), Some(last)) = (first, last) else { return };
    for (i, paragraph) in text.paragraphs.iter().enumerate() {
        let words = case.words(paragraph.clone());
        let inside = first < i && i < last;
        let short = words.len() <= LINE && !words.ends_with('。');
        if inside && short && FURNITURE.iter().any(|w| words.contains(w)) {
            let fix = Fix { span: text.span(paragraph.clone()), text: String::new() };
            found.slip(slip(case, Kind::Furniture, paragraph, Some(fix)));
        } else if let Some(place) = put_in(words) {
            let place = paragraph.start + place.start..paragraph.start + place.end;
            let fix = Fix { span: text.span(place.clone()), text: String::new() };
            found.slip(slip(case, Kind::Furniture, &place, Some(fix)));
        }
    }
}

/// 【打印本页】, an advertiser's address or a page's clause in the middle of a paragraph.
fn put_in(words: &str) -> Option<Range<usize>> {
    for (start, _) in words.match_indices('【') {
        let Some(len) = words[start..].find('】') else { break };
        let end = start + len + '】'.len_utf8();
        let inner = &words[start..end];
        if FURNITURE.iter().chain(&["微信", "QQ"]).any(|w| inner.contains(w)) {
            return Some(start..end);
        }
    }
    const CLAUSES: [&str; 12] = [
        "微信号:",
        "QQ群:",
        "字号:[大",
        "字体:[大",
        "字体:大",
        "浏览次数:",
        "点击数:",
        "分享到:",
        "扫一扫在手机",
        "打印本页",
        "关闭窗口",
        "责任编辑:",
    ];
    let (at, len) = CLAUSES.iter().filter_map(|w| words.find(w).map(|at| (at, w.len()))).min()?;
    let end = words[at + len..].find(['。', ',', ';', '】']).map_or(words.len(), |end| at + len + end);
    Some(at..end)
}

/// Text read in the wrong encoding, and marks of pages.
fn broken(case: &Case, found: &mut Found) {
    let source = case.reading.text.source;
    let mut places: Vec<Span> = Vec::new();
    for word in BROKEN {
        places.extend(source.match_indices(word).map(|(at, _)| Span::new(at, at + word.len())));
    }
    // UTF-8 read as Latin: two such letters in a row, one of them accented.
    let latin = |c: char| ('\u{80}'..='\u{FF}').contains(&c) || "€‚ƒ„†‡ˆ‰Š‹ŒŽ˜š›œžŸ".contains(c);
    let mut last: Option<(usize, char)> = None;
    for (at, c) in source.char_indices() {
        let private = ('\u{E000}'..='\u{F8FF}').contains(&c);
        let pair = last.is_some_and(|(_, before)| ('À'..='ÿ').contains(&before) && latin(c) && !c.is_ascii());
        if private || pair {
            let start = last.filter(|_| pair).map_or(at, |(start, _)| start);
            places.push(Span::new(start, at + c.len_utf8()));
        }
        last = Some((at, c));
    }
    sort_by(&mut places, |place| place.start.into());
    let mut places = places.into_iter();
    let Some(first) = places.next() else { return };
    let place = case.reading.text.place(first);
    let mut slip = slip(case, Kind::Broken, &place, None);
    slip.span = Some(first);
    slip.related = places.take(50).collect();
    found.slip(slip);
}

/// Places of a template that were not filled in: 20xx年, *次, XX件.
fn blanks(case: &Case, found: &mut Found) {
    let folded = folded(case);
    let mask = |c: char| matches!(c, '*' | '×' | 'x' | 'X' | '○' | '□' | '_');
    let mut done = 0;
    for (at, _) in folded.match_indices(mask) {
        if at < done {
            continue;
        }
        let run: usize = folded[at..].chars().take_while(|&c| mask(c)).map(char::len_utf8).sum();
        done = at + run;
        let (before, behind) = (&folded[..at], &folded[done..]);
        let count = folded[at..done].chars().count();
        let year = before.ends_with("20") && behind.starts_with('年')
            || before.ends_with("202") && behind.starts_with('年');
        let joined = before.ends_with(|c: char| c.is_ascii_alphanumeric())
            || behind.starts_with(|c: char| c.is_ascii_alphanumeric());
        let star = folded[at..].starts_with(['*', '×', '○', '□', '_']);
        let counts = unit(behind).is_some() || behind.starts_with(['年', '月', '日', '%']);
        let named = count > 1 && behind.starts_with(['县', '区', '市', '镇', '局', '乡', '村', '街']);
        let blank = !joined && (counts && (star || count > 1) || named);
        if year || blank {
            let start = if year { at - if before.ends_with("202") { 3 } else { 2 } } else { at };
            let end = done + behind.chars().next().map_or(0, char::len_utf8);
            found.slip(slip(case, Kind::Blank, &(start..end), None));
        }
    }
}

fn slip(case: &Case, kind: Kind, place: &Range<usize>, fix: Option<Fix>) -> Slip {
    let told: String = case.reading.text.words(place.clone()).chars().take(40).collect();
    let message = match (case.locale, kind) {
        (Locale::Zh, Kind::Spam) => format!("“{told}”像是网站被篡改后混入的，建议删去。"),
        (Locale::Zh, Kind::Furniture) => format!("“{told}”是网页上的文字，不属于报告，建议删去。"),
        (Locale::Zh, Kind::Broken) => "此处有乱码或网页标记，请对照原文改正。".to_owned(),
        (Locale::Zh, Kind::Blank) => format!("“{told}”像是模板中未填写的内容。"),
        (Locale::En, Kind::Spam) => format!("“{told}” looks put in by a hacked site; it should go."),
        (Locale::En, Kind::Furniture) => {
            format!("“{told}” belongs to the page, not to the report; it should go.")
        }
        (Locale::En, Kind::Broken) => {
            "Broken characters or marks of a page; compare with the original.".to_owned()
        }
        (Locale::En, Kind::Blank) => {
            format!("“{told}” looks like a blank of a template that was not filled in.")
        }
    };
    Slip {
        span: Some(case.reading.text.span(place.clone())),
        fixes: fix.into_iter().collect(),
        message,
        key: told,
        severity: (kind == Kind::Furniture).then_some(Severity::Note),
        ..Slip::default()
    }
}
