//! How fast a report is read, as a share of the fastest pass that looks at every character.
//!
//! Ratios within one run hold on any machine; times do not.

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs};

use fachi::{Options, analyze};

/// Bytes of text in the long run.
const SIZE: usize = 8 << 20;
const ROUNDS: usize = 5;

fn main() {
    let reports = reports();
    let (short, long) = (repeated(&reports, SIZE / 10), repeated(&reports, SIZE));
    let options = Options { max_length: u32::MAX, ..Options::default() };
    let chars = fastest(|| black_box(&long).chars().fold(0_u32, |sum, c| sum.wrapping_add(c.into())));
    let whole = fastest(|| analyze(black_box(&long), &options));
    let tenth = fastest(|| analyze(black_box(&short), &options));
    println!("| reading {} MB of reports | {:.0} ms |", SIZE >> 20, whole.as_secs_f64() * 1e3);
    println!("| … as a multiple of one `chars()` pass over it | {:.1} |", ratio(whole, chars));
    println!("| … as a multiple of reading a tenth of it | {:.1} |", ratio(whole, tenth));
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

fn fastest<T>(mut work: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    (0..ROUNDS).map(time).min().expect("at least one round")
}

fn repeated(text: &str, bytes: usize) -> String {
    let mut long = text.repeat(bytes / text.len() + 1);
    long.truncate(long.floor_char_boundary(bytes));
    long
}

/// The annotated reports one after the other, without their marks.
fn reports() -> String {
    let folder = format!("{}/eval/dev", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("eval/dev").map(|file| file.unwrap().path()).collect();
    files.sort();
    let sources = files.iter().map(|file| fs::read_to_string(file).expect("UTF-8"));
    sources.map(|source| plain(&source)).collect()
}

/// `⟦154项|l=…⟧` → `154项`; `⟪1⟫` and `⟪/⟫` go, and so does the first line, which is about the report.
fn plain(source: &str) -> String {
    let body = source.split_once('\n').map_or("", |(_, body)| body);
    let mut text = String::new();
    let mut hidden = false;
    for c in body.chars() {
        match c {
            '⟪' | '|' => hidden = true,
            '⟫' | '⟧' => hidden = false,
            '⟦' => {}
            _ if hidden => {}
            _ => text.push(c),
        }
    }
    text
}
