//! What has to be there before anything can be built: Node, npm's packages, the WebAssembly target.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::run::{command, exists, npm as npm_call, output, run};

/// The oldest Node that lets `require()` load a module.
const NODE: (u32, u32) = (20, 19);

/// Installs the packages of a folder when its lock is newer than what is installed.
pub fn npm(folder: &str) -> Result<()> {
    node()?;
    let changed = |file: &str| Path::new(folder).join(file).metadata().and_then(|file| file.modified()).ok();
    let lock =
        changed("package-lock.json").with_context(|| format!("{folder}/package-lock.json is missing."))?;
    if changed("node_modules/.package-lock.json").is_some_and(|installed| installed >= lock) {
        return Ok(());
    }
    run(&mut npm_call(folder, "ci --no-audit --no-fund"))
}

fn node() -> Result<()> {
    let wanted = format!("Node {}.{} or later and npm are needed: https://nodejs.org", NODE.0, NODE.1);
    if !exists("node") {
        bail!("{wanted}");
    }
    let version = output(&mut command("node", "--version"))?;
    let mut parts =
        version.trim().trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    let (Some(major), Some(minor)) = (parts.next(), parts.next()) else {
        bail!("{wanted}");
    };
    if (major, minor) < NODE {
        bail!("{wanted} (found {}).", version.trim());
    }
    Ok(())
}

/// Adds the WebAssembly target to the toolchain in use.
pub fn wasm_target(target: &str) -> Result<()> {
    let toolchain = output(&mut command("rustc", "--print sysroot"))?;
    if Path::new(toolchain.trim()).join("lib/rustlib").join(target).is_dir() {
        return Ok(());
    }
    if !exists("rustup") {
        bail!("Rust's standard library for {target} is missing, and there is no rustup to add it.");
    }
    run(&mut command("rustup", &format!("target add {target}")))
}
