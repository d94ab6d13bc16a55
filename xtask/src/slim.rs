//! What nobody ever sees of a WebAssembly module: the words of its panics.
//!
//! A panic ends in a trap, whose message the engine writes; what Rust would say has nowhere to go. So the functions
//! that say it trap at once, and the places in the source that they would name are wiped out.

use std::ops::Range;

use walrus::ir::{InstrLocId, Unreachable, Value};
use walrus::{ConstExpr, DataId, DataKind, FunctionKind, Module};

/// How the names of functions end that say why a program stops; none of them returns.
const SAYING: &[&str] = &[
    "rust_begin_unwind",
    "::alloc::handle_alloc_error",
    "::cell::panic_already_borrowed",
    "::cell::panic_already_mutably_borrowed",
    "::lazy_lock::panic_poisoned",
    "::option::expect_failed",
    "::option::unwrap_failed",
    "::panicking::panic",
    "::panicking::panic_bounds_check",
    "::panicking::panic_fmt",
    "::raw_vec::capacity_overflow",
    "::raw_vec::handle_error",
    "::result::unwrap_failed",
    "::slice::index::slice_index_fail",
    "::smallsort::panic_on_ord_violation",
    "::str::slice_error_fail",
    "::str::slice_error_fail_rt",
];
/// What stands in the names of others: division by zero and the like.
const CONSTANT: &str = "::panicking::panic_const::";

/// What such words show of a value, and nothing else shows.
const SHOWN: [&str; 4] = ["<char as ", "<usize as ", "Range<usize> as ", "TryFromSliceError as "];
const SHOWS: &str = "::fmt::Debug>::fmt";

/// Makes a module smaller.
pub fn slim(module: &mut Module) {
    let returning = |module: &Module, ty| !module.types.results(ty).is_empty();
    let saying: Vec<_> = module
        .funcs
        .iter()
        .filter(|function| {
            let name = function.name.as_deref().unwrap_or_default();
            let says = SAYING.iter().any(|end| name.ends_with(end)) || name.contains(CONSTANT);
            let shows = name.ends_with(SHOWS) && SHOWN.iter().any(|value| name.contains(value));
            shows || says && !returning(module, function.ty())
        })
        .map(walrus::Function::id)
        .collect();
    for id in saying {
        if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
            let body = function.entry_block();
            let instructions = &mut function.block_mut(body).instrs;
            instructions.clear();
            instructions.push((Unreachable {}.into(), InstrLocId::default()));
        }
    }
    wipe(module);
}

/// A place in the source as the compiler lays it out: where the file's name stands, its length, line and column.
const PLACE: usize = 16;

/// Wipes out the places in the source, and the names of the files.
fn wipe(module: &mut Module) {
    let segments: Vec<(usize, DataId)> =
        module.data.iter().filter_map(|data| Some((start(data)?, data.id()))).collect();
    let named = |module: &Module, at: usize, len: usize| -> Option<(DataId, Range<usize>)> {
        segments.iter().find_map(|&(start, id)| {
            let from = at.checked_sub(start)?;
            let name = module.data.get(id).value.get(from..from + len)?;
            is_file(name).then_some((id, from..from + len))
        })
    };
    let mut wiped = Vec::new();
    for &(start, id) in &segments {
        let value = &module.data.get(id).value;
        for at in (start.next_multiple_of(4) - start..value.len().saturating_sub(PLACE - 1)).step_by(4) {
            let word = |i: usize| {
                u32::from_le_bytes(value[at + i * 4..][..4].try_into().expect("four bytes")) as usize
            };
            let place = (1..100_000).contains(&word(2)) && (1..1000).contains(&word(3));
            if let Some(name) = named(module, word(0), word(1)).filter(|_| place) {
                wiped.extend([(id, at..at + PLACE), name]);
            }
        }
    }
    for (id, range) in wiped {
        module.data.get_mut(id).value[range].fill(0);
    }
}

/// Where a segment stands in memory.
fn start(data: &walrus::Data) -> Option<usize> {
    match &data.kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } => {
            usize::try_from(*offset).ok()
        }
        _ => None,
    }
}

/// Whether bytes are the name of a Rust file.
fn is_file(name: &[u8]) -> bool {
    name.len() < 300 && name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic)
}
