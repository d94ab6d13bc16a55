//! The WebAssembly rim: converts, and nothing else.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{Error, Locale, Options};

/// An `Error` with a stable `code`.
fn failure(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a property of a fresh object can't fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

fn refusal(error: Error, locale: Locale) -> JsValue {
    failure(error.code(), error.message(locale))
}

fn parse<T: for<'de> serde::Deserialize<'de> + Default>(value: JsValue) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let reason = js_sys::Error::from(JsValue::from(error)).message();
        failure("bad_option", &format!("This is no option: {reason}."))
    })
}

fn give(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// Reads one report.
#[wasm_bindgen]
pub fn analyze(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let options: Options = parse(options)?;
    let report = crate::analyze(text, &options).map_err(|error| refusal(error, options.locale))?;
    give(&report)
}

/// Names to show in `locale`.
#[wasm_bindgen]
pub fn catalog(locale: JsValue) -> Result<JsValue, JsValue> {
    give(&crate::catalog::catalog(parse(locale)?))
}

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
