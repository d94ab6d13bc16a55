//! Text read in the wrong encoding, and marks of pages.

use std::sync::LazyLock;

use crate::Span;
use crate::audit::case::Case;
use crate::audit::contamination::slip;
use crate::audit::slip::Found;
use crate::words::{Ends, Stretch};

const SAYS: [&str; 2] = [
    "此处有乱码或网页标记，请对照原文改正。",
    "Broken characters or marks of a page; compare with the original.",
];

/// What text becomes when it is read in the wrong encoding, and marks of pages.
static BROKEN: LazyLock<Ends> = LazyLock::new(|| {
    Ends::of(
        "\u{FFFD} 锟斤拷 烫烫烫 屯屯屯 &nbsp; &amp; &lt; &gt; &quot; &# &ldquo; <br </ <p> <span 鈥 锛 銆 鐨勯 鎮ㄨ 璁块棶 \
         瀵逛 鏈€ 鍏徃 缃戠珯 function( $(document)",
    )
});
/// Places that a finding names.
const MOST: usize = 51;

/// One finding for all.
pub fn check(case: &Case, found: &mut Found) {
    let source = case.reading.text.source;
    let mut places: Vec<Span> = Vec::new();
    let mut done = 0;
    let mut syllables = 0;
    for (at, c) in source.char_indices() {
        if at < done {
            continue;
        }
        let len = match c {
            '\u{E000}'..='\u{F8FF}' => c.len_utf8(),
            '(' => spelt(&source[at..], &mut syllables),
            // 0719-6230×××: marks of reckoning are no letters.
            '×' | '÷' => 0,
            'À'..='ÿ' => latin(&source[at..]),
            _ => BROKEN.at_start(&source[at..]).map_or(0, str::len),
        };
        if len > 0 {
            done = at + len;
            places.push(Span::new(at, done));
            if places.len() == MOST {
                break;
            }
        }
    }
    let Some(&first) = places.first() else { return };
    let mut slip = slip(case, case.reading.text.place(first), SAYS, None);
    slip.span = Some(first);
    slip.related = places.split_off(1);
    found.slip(slip);
}

/// How an ideograph before is spoken, put in brackets by a page that hides its text so: 發(fā)現(xiàn); one alone
/// may help a reader.
fn spelt(words: &str, syllables: &mut u32) -> usize {
    const TONED: &str = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ";
    const LONGEST: usize = 8;
    let Some((end, _)) = words.char_indices().take(LONGEST).find(|&(_, c)| c == ')') else { return 0 };
    let syllable = &words["(".len()..end];
    let letters = syllable.chars().all(|c| c.is_ascii_lowercase() || TONED.has(c));
    *syllables += u32::from(letters && syllable.has_any(TONED));
    if letters && *syllables > 1 { end + ")".len() } else { 0 }
}

/// Bytes of UTF-8 read as Latin: two such letters in a row, one of them accented.
fn latin(words: &str) -> usize {
    let mut letters = words.chars();
    let (first, second) = (letters.next().map_or(0, char::len_utf8), letters.next().unwrap_or(' '));
    let latin = ('\u{80}'..='\u{FF}').contains(&second) || "€‚ƒ„†‡ˆ‰Š‹ŒŽ˜š›œžŸ".has(second);
    if latin { first + second.len_utf8() } else { 0 }
}
