//! The command line: reads a report and prints its figures.

fn main() {}
