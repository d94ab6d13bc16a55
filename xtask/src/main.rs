//! The few commands that build, serve and test everything.
fn main() {}
