//! Bytes to text: UTF-8, UTF-16 with its mark, GB 18030.

use std::fs;
use std::io::{IsTerminal, Read, stdin};
use std::path::PathBuf;

use encoding_rs::{Encoding, GB18030, UTF_8};
use fachi::Error;

use crate::failure::Failure;

/// Reads a file, or standard input where none is named.
pub fn read(file: Option<PathBuf>) -> Result<String, Failure> {
    let file = file.filter(|file| file.as_os_str() != "-");
    let mut bytes = Vec::new();
    let read = match &file {
        Some(file) => fs::read(file).map(|all| bytes = all),
        None if stdin().is_terminal() => return Err(Failure::NoInput),
        None => stdin().read_to_end(&mut bytes).map(drop),
    };
    read.map_err(|error| Failure::Read(file, error))?;
    decode(bytes)
}

/// A byte order mark stays in the text: offsets count it.
fn decode(bytes: Vec<u8>) -> Result<String, Failure> {
    if let Some((utf16, _)) = Encoding::for_bom(&bytes).filter(|&(encoding, _)| encoding != UTF_8) {
        // A lone surrogate is read as U+FFFD, as everywhere; too many of them are refused later.
        return Ok(utf16.decode_without_bom_handling(&bytes).0.into_owned());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    if bytes.contains(&0) {
        return Err(Failure::Refused(Error::NotText));
    }
    match GB18030.decode_without_bom_handling_and_without_replacement(&bytes) {
        Some(text) => Ok(text.into_owned()),
        None => Err(Failure::Undecodable),
    }
}
