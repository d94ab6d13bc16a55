//! Measures what consumers pay: the package's size, and the speed of the analysis.

use std::fs;
use std::io::Write;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::run::{cargo, run};
use crate::{build, setup};

/// Prints one table of sizes and ratios.
pub fn bench() -> Result<()> {
    setup::npm("pkg")?;
    build::package()?;
    // Built first, so that the table is not broken by what the compiler says.
    run(&mut cargo("bench --locked --bench throughput --no-run"))?;
    let (wasm, glue) = (gzip("pkg/fachi_bg.wasm")?, gzip("pkg/fachi.js")?);
    println!("| what | value |");
    println!("|---|---|");
    println!("| package, gzip: WebAssembly | {} |", kilobytes(wasm));
    println!("| package, gzip: WebAssembly and glue | {} |", kilobytes(wasm + glue));
    run(&mut cargo("bench --quiet --locked --bench throughput"))
}

fn gzip(path: &str) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&fs::read(path)?)?;
    Ok(encoder.finish()?.len())
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}
