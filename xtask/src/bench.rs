//! Measures what consumers pay: the package's size, the speed and the memory of the analysis, what the page asks of a browser.

use std::fs;
use std::io::Write;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::run::{cargo, npm, output};
use crate::{build, setup};

/// What a page loads to read reports.
const PACKAGE: [&str; 4] = ["pkg/fachi_bg.wasm", "pkg/fachi.js", "pkg/api.js", "pkg/index.js"];

/// Prints one table of sizes and ratios, each beside its goal.
pub fn bench() -> Result<()> {
    setup::npm("pkg")?;
    setup::npm("pkg/bench")?;
    setup::npm("www")?;
    setup::npm("www/lighthouse")?;
    build::package()?;
    build::page()?;
    let size = PACKAGE.into_iter().map(gzip).sum::<Result<usize>>()?;
    // One after the other, so that nothing here disturbs what is measured.
    let native = output(&mut cargo("bench --quiet --locked --bench throughput"))?;
    let node = output(&mut npm("pkg/bench", "start --silent"))?;
    let page = output(&mut npm("www", "run --silent bench"))?;
    let lighthouse = output(&mut npm("www/lighthouse", "start --silent"))?;
    println!("| what | value | goal |");
    println!("|---|---|---|");
    print!("{native}{node}");
    println!("| package: WebAssembly and its JavaScript, gzip | {} | ≤ 180 kB |", kilobytes(size));
    print!("{page}{lighthouse}");
    Ok(())
}

fn gzip(path: &str) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(path)?)?;
    Ok(encoder.finish()?.len())
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}
