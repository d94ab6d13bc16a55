//! What nobody ever sees of a WebAssembly module: the words of its panics.
//!
//! A panic ends in a trap, whose message the engine writes; what Rust would say has nowhere to go. So the functions
//! that say it trap at once, and what only they look at is wiped out: places in the source, tables of Unicode.

use std::ops::Range;

use walrus::ir::{Const, InstrLocId, Load, Unreachable, Value, Visitor, dfs_in_order};
use walrus::passes::gc;
use walrus::{ConstExpr, DataId, DataKind, Function, FunctionKind, Module};

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
/// What sets such words on lines of their own.
const PRETTY: &str = "::builders::PadAdapter as ";

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
            shows || name.contains(PRETTY) || says && !returning(module, function.ty())
        })
        .map(walrus::Function::id)
        .collect();
    let tables: Vec<_> =
        module.funcs.iter().filter(|f| is_table(f)).map(|f| (f.id(), addresses(f))).collect();
    for &id in &saying {
        if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
            let body = function.entry_block();
            let instructions = &mut function.block_mut(body).instrs;
            instructions.clear();
            instructions.push((Unreachable {}.into(), InstrLocId::default()));
        }
    }
    wipe(module);
    gc::run(module);
    let live = |id| !saying.contains(&id) && module.funcs.iter().any(|function| function.id() == id);
    let dead: Vec<usize> =
        tables.into_iter().filter(|(id, _)| !live(*id)).flat_map(|(_, addresses)| addresses).collect();
    wipe_tables(module, dead);
}

/// Whether a function looks something up in the library's tables of Unicode.
fn is_table(function: &Function) -> bool {
    let shown = |name: &String| name.starts_with("<char as ") && name.ends_with(SHOWS);
    function.name.as_ref().is_some_and(|name| name.contains("::unicode::") || shown(name))
}

/// The numbers of a function that may be addresses.
fn addresses(function: &Function) -> Vec<usize> {
    #[derive(Default)]
    struct Numbers(Vec<usize>);
    impl Visitor<'_> for Numbers {
        fn visit_const(&mut self, constant: &Const) {
            if let Value::I32(number) = constant.value {
                self.0.extend(usize::try_from(number));
            }
        }
        fn visit_load(&mut self, load: &Load) {
            self.0.extend(usize::try_from(load.arg.offset));
        }
    }
    let mut numbers = Numbers::default();
    if let FunctionKind::Local(function) = &function.kind {
        dfs_in_order(&mut numbers, function, function.entry_block());
    }
    numbers.0
}

/// The most bytes of one table of Unicode.
const LONGEST_TABLE: usize = 1500;

/// Wipes out the tables that begin at these addresses, each up to the next address that anything names.
fn wipe_tables(module: &mut Module, dead: Vec<usize>) {
    let segments = segments(module);
    let mut named: Vec<usize> = module.funcs.iter().flat_map(addresses).collect();
    for &(start, id) in &segments {
        let words = module.data.get(id).value.get(start.next_multiple_of(4) - start..).unwrap_or_default();
        let word = |word: &[u8]| u32::from_le_bytes(word.try_into().expect("four bytes")) as usize;
        named.extend(words.chunks_exact(4).map(word));
    }
    named.sort_unstable();
    for from in dead.into_iter().filter(|from| named.binary_search(from).is_err()) {
        let next = named.get(named.partition_point(|&at| at < from)).copied().unwrap_or(from);
        for &(start, id) in &segments {
            let value = &mut module.data.get_mut(id).value;
            let own = from.saturating_sub(start)
                ..value.len().min(next.min(from + LONGEST_TABLE).saturating_sub(start));
            if from >= start && own.start < own.end {
                value[own].fill(0);
            }
        }
    }
}

/// Where the segments of data stand in memory.
fn segments(module: &Module) -> Vec<(usize, DataId)> {
    module.data.iter().filter_map(|data| Some((start(data)?, data.id()))).collect()
}

/// A place in the source as the compiler lays it out: where the file's name stands, its length, line and column.
const PLACE: usize = 16;

/// Wipes out the places in the source, and the names of the files.
fn wipe(module: &mut Module) {
    let segments = segments(module);
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
