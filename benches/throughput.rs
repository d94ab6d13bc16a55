//! How fast a report is read and how much memory that takes: rows of the table that `cargo xtask bench` prints.
//!
//! Ratios within one run hold on any machine; times do not.

#[path = "../tests/support/gold.rs"]
mod gold;

use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};
use std::{env, fs};

use fachi::{Options, analyze};

/// Bytes of text: about eight hundred reports in one.
const SIZE: usize = 64_000_000;
const ROUNDS: usize = 5;

/// Asks this program to read the text once and to print the memory that it took.
const MEMORY: &str = "memory";

fn main() -> ExitCode {
    if env::args().any(|argument| argument == MEMORY) {
        println!("{}", memory().map_or_else(|| "not measured here".into(), |share| format!("{share:.2} ×")));
        return ExitCode::SUCCESS;
    }
    speed();
    // Each peak belongs to a process, so this one has its own.
    let child = env::current_exe().and_then(|program| Command::new(program).arg(MEMORY).output());
    let Some(share) = child.ok().filter(|child| child.status.success()) else {
        eprintln!("The memory could not be measured.");
        return ExitCode::FAILURE;
    };
    let share = String::from_utf8_lossy(&share.stdout);
    println!("| peak memory beyond the text, to the text | {} | ≤ 12 × |", share.trim());
    ExitCode::SUCCESS
}

/// The fastest of a few rounds that do everything in turn. What is short is done so often that all take about
/// as long: a busy machine slows all down, where it would often spare a short one.
fn speed() {
    let (text, tenth) = (reports(SIZE), reports(SIZE / 10));
    let [mut chars, mut whole, mut part] = [Duration::MAX; 3];
    for _ in 0..ROUNDS {
        chars = chars.min(time(50, || pass(black_box(&text))));
        whole = whole.min(time(1, || read(black_box(&text))));
        part = part.min(time(10, || read(black_box(&tenth))));
    }
    let megabytes = SIZE / 1_000_000;
    let passes = ratio(whole, chars);
    println!("| `analyze` on {megabytes} MB of reports, to one `chars()` pass | {passes:.1} × | ≤ 20 × |");
    println!("| … to `analyze` on a tenth of the text | {:.2} × | ≤ 11 × |", ratio(whole, part));
}

fn read(text: &str) -> fachi::Report<'_> {
    analyze(text, &Options { max_length: u32::MAX, ..Options::default() }).expect("a text")
}

/// Looks at every character; the box keeps the compiler from looking at several at once.
fn pass(text: &str) -> u32 {
    text.chars().fold(0, |sum: u32, c| sum.wrapping_add(black_box(c).into()))
}

/// One call, with the time that it takes to free the result.
fn time<T>(calls: u32, work: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    (0..calls).for_each(|_| drop(black_box(work())));
    start.elapsed() / calls
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

/// What one reading adds to the peak of this process, in lengths of the text.
fn memory() -> Option<f64> {
    let text = reports(SIZE);
    let before = peak()?;
    black_box(read(&text));
    Some((peak()? - before) as f64 / text.len() as f64)
}

/// The most memory that this process ever held, in bytes; only Linux tells it in a file.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// The annotated reports one after the other, again and again.
fn reports(bytes: usize) -> String {
    let once: String = gold::folder("dev").into_iter().map(|(_, text)| text).collect();
    let mut text = once.repeat(bytes / once.len() + 1);
    text.truncate(text.floor_char_boundary(bytes));
    text
}
