//! Builds the npm package: WebAssembly, its glue, JSON Schema and TypeScript types, all from the Rust crate.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::run::{cargo, npm, output, run};
use crate::setup;
use crate::slim::slim;

/// What the package's library is built for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// What the compiler would do for speed at the price of size, and need not: they make the module 3 kB bigger.
const SMALLER: [&str; 4] =
    ["-disable-lsr", "-disable-licm-promotion", "-enable-load-pre=false", "-disable-machine-cse"];

/// Builds pkg/; its npm packages must be installed.
pub fn package() -> Result<()> {
    setup::wasm_target(WASM)?;
    // Only here is the library a cdylib: in the manifest that would make every build of it share one file name.
    let line =
        "rustc --locked --profile wasm --lib --crate-type cdylib --no-default-features --features wasm";
    run(cargo(line)
        .args(["--target", WASM, "--"])
        .args(SMALLER.map(|option| format!("-Cllvm-args={option}"))))?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(target()?.join(WASM).join("wasm/fachi.wasm"))
        .web(true)?
        .typescript(true)
        // The glue finds the .wasm beside itself, and bundlers see that it needs it.
        .omit_default_module_path(false);
    let mut package = bindgen.generate_output().context("wasm-bindgen could not make pkg/fachi.js.")?;
    slim(package.wasm_mut());
    package.emit("pkg").context("pkg/fachi.js could not be written.")?;
    run(&mut npm("pkg", "run --silent optimize"))?;
    let schema = output(&mut cargo("run --quiet --locked --example schema --features schema"))?;
    fs::write("pkg/report.schema.json", schema)?;
    run(&mut npm("pkg", "run --silent types"))
}

/// Builds the page in www/dist; the package must be built and the page's npm packages installed.
pub fn page() -> Result<()> {
    run(&mut npm("www", "run --silent build"))
}

/// Builds the command line; gives the path of the program.
pub fn command_line() -> Result<PathBuf> {
    run(&mut cargo("build --locked --release --bin fachi"))?;
    Ok(target()?.join("release").join(Path::new("fachi").with_extension(std::env::consts::EXE_EXTENSION)))
}

/// Where cargo puts what it builds: the environment and configuration files may move it.
fn target() -> Result<PathBuf> {
    let metadata = output(&mut cargo("metadata --locked --no-deps --format-version 1"))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let folder =
        metadata["target_directory"].as_str().context("cargo metadata names no target directory.")?;
    Ok(folder.into())
}
