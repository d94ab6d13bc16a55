//! Every check and test, one after the other; the first failure ends the run.

use std::time::Instant;

use anyhow::{Result, bail};

use crate::run::{cargo, npm, run};
use crate::{browsers, build, setup};

type Step = (&'static str, fn() -> Result<()>);

const STEPS: [Step; 12] = [
    ("set up", set_up),
    ("formatting", || run(&mut cargo("fmt --all --check"))),
    ("lints", || {
        run(&mut cargo("clippy --locked --workspace --all-targets --features schema -- -D warnings"))
    }),
    ("lints of the WebAssembly rim", || {
        setup::wasm_target(build::WASM)?;
        let line =
            "clippy --locked --lib --no-default-features --features wasm --target wasm32-unknown-unknown";
        run(cargo(line).args(["--", "-D", "warnings"]))
    }),
    ("documentation", || {
        run(cargo("doc --locked --no-deps --features schema").env("RUSTDOCFLAGS", "-D warnings"))
    }),
    ("Rust tests", || run(&mut cargo("test --locked --workspace"))),
    ("package build", build::package),
    ("package tests", || {
        let program = build::command_line()?;
        run(npm("pkg", "test --silent").env("FACHI_CLI", program))
    }),
    ("page types", || run(&mut npm("www", "run --silent check"))),
    ("page unit tests", || run(&mut npm("www", "test --silent"))),
    ("page build", build::page),
    ("browser tests", browsers::test),
];

/// Runs the steps and counts them.
pub fn test(browser: bool) -> Result<()> {
    if !browser && browsers::ci() {
        bail!("--no-browser is not for continuous integration (CI=true).");
    }
    let steps = &STEPS[..if browser { STEPS.len() } else { STEPS.len() - 1 }];
    let start = Instant::now();
    for (passed, (name, step)) in steps.iter().enumerate() {
        println!("[{}/{}] {name}", passed + 1, steps.len());
        if let Err(error) = step() {
            println!("{passed} passed, 1 failed");
            bail!("The step “{name}” failed: {error:#}");
        }
    }
    let seconds = start.elapsed().as_secs();
    println!("All steps took {} min {} s.", seconds / 60, seconds % 60);
    if !browser {
        println!("The browser tests were left out.");
    }
    println!("{} passed, 0 failed", steps.len());
    Ok(())
}

fn set_up() -> Result<()> {
    setup::npm("pkg")?;
    setup::npm("www")
}
