//! Scores the command line against annotated reports.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::build;
use crate::run::{command, exists, output, run};

/// Prints the scorer's table; with floors, fails where a score lies below its own.
pub fn score(yardstick: &Path, floors: Option<&Path>, arguments: &[String]) -> Result<()> {
    if !exists("python3") {
        bail!("The scorer needs python3, which is not installed.");
    }
    let floors = floors.map(read).transpose()?;
    let tool = format!("'{}' analyze --format json -", build::command_line()?.display());
    let call = || scorer(yardstick, &tool, arguments);
    run(&mut call())?;
    let Some(floors) = floors else {
        return Ok(());
    };
    let scores: Value = serde_json::from_str(&output(call().arg("--json"))?)?;
    let mut low = Vec::new();
    for (task, floor) in floors {
        let floor = floor.as_float().with_context(|| format!("The floor of {task} is no number."))?;
        let score = scores[&task]["F1"].as_f64().unwrap_or(0.0);
        let holds = score >= floor;
        println!("{task:12} {score:.4} {} {floor:.2}", if holds { "≥" } else { "<" });
        if !holds {
            low.push(task);
        }
    }
    if !low.is_empty() {
        bail!("Below the floor: {}.", low.join(", "));
    }
    Ok(())
}

fn read(floors: &Path) -> Result<toml::Table> {
    let text = fs::read_to_string(floors).with_context(|| format!("{} cannot be read.", floors.display()))?;
    let table: toml::Table =
        toml::from_str(&text).with_context(|| format!("{} is no table.", floors.display()))?;
    if table.is_empty() {
        bail!("{} holds no floor.", floors.display());
    }
    Ok(table)
}

fn scorer(yardstick: &Path, tool: &str, arguments: &[String]) -> Command {
    let mut scorer = command("python3", "-B");
    scorer.arg(yardstick.join("score.py")).args(["--tool", tool]).args(arguments);
    if !arguments.iter().any(|argument| Path::new(argument).exists()) {
        scorer.arg(yardstick.join("dev"));
    }
    scorer
}
