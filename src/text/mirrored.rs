//! Mirrors in the usage of Taiwan, whose conversion put other words for the mainland's: 資訊 for 信息.

use crate::data;
use crate::fold::{Folded, fold};

/// In a mirror an ideograph in so many bytes, at least, is a traditional one.
pub const FEWEST: usize = 60;

/// Puts the mainland's words back into the folded text of such a mirror. They are as long, so every place stays.
pub fn restore(source: &str, folded: &mut String) {
    let rows = || data::rows(data::table!("../data/mirrored.tsv"));
    if !rows().any(|[written, _, sure, ..]| sure == "sure" && source.contains(written)) {
        return;
    }
    for [written, read, ..] in rows() {
        let written = folded_word(written);
        if folded.contains(&*written) {
            *folded = folded.replace(&*written, read);
        }
    }
}

/// A word of the table as it stands in folded text.
fn folded_word(written: &str) -> String {
    let letters = written.chars().map(|c| if let Folded::As(read) = fold(c) { read } else { c });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_length() {
        for [written, read, sure, ..] in data::rows(data::table!("../data/mirrored.tsv")) {
            assert_eq!(folded_word(written).len(), read.len(), "{written} {read}");
            assert!(sure != "sure" || folded_word(written) != written, "{written} is no sign of a mirror");
        }
    }

    #[test]
    fn a_mainland_text_in_traditional_characters_keeps_its_words() {
        let own = crate::text::text("全縣稽核專案資料12份,社群矯正8人。");
        assert_eq!(own.folded, "全县稽核专案资料12份,社群矫正8人。");
        let mirror = crate::text::text("全縣稽核規範性檔案12件,受理行政覆議8件。");
        assert_eq!(mirror.folded, "全县审核规范性文件12件,受理行政复议8件。");
    }
}
