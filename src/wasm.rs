//! The WebAssembly rim: converts, and nothing else.

use js_sys::{Array, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{Error, Locale, OffsetUnit, Options, json};

/// Half as big as the allocator that Rust puts in, and no slower.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

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

fn bad_option(name: &str) -> JsValue {
    failure("bad_option", &format!("The option “{name}” is unknown, or its value is none that it takes."))
}

/// The options that are given; `undefined` and `null` are none. By hand, since a general reader with
/// its messages would be a tenth of the module.
fn options(value: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if value.is_undefined() || value.is_null() {
        return Ok(options);
    }
    let object = value.dyn_ref::<Object>().ok_or_else(|| bad_option("options"))?;
    for entry in Object::entries(object) {
        let entry = Array::from(&entry);
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if value.is_undefined() {
            continue;
        }
        let taken = match name.as_str() {
            "offsets" => named(&value, OffsetUnit::named).map(|unit| options.offsets = unit),
            "locale" => named(&value, Locale::named).map(|locale| options.locale = locale),
            "summarySentences" => whole(&value).map(|count| options.summary_sentences = count),
            "maxLength" => whole(&value).map(|length| options.max_length = length),
            _ => None,
        };
        taken.ok_or_else(|| bad_option(&name))?;
    }
    Ok(options)
}

fn named<T>(value: &JsValue, name: fn(&str) -> Option<T>) -> Option<T> {
    value.as_string().and_then(|text| name(&text))
}

fn whole(value: &JsValue) -> Option<u32> {
    let number = value.as_f64()?;
    let fits = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    #[allow(clippy::cast_sign_loss)]
    fits.then_some(number as u32)
}

/// Reads one report; gives it as JSON, which the engine's own parser makes objects of.
#[wasm_bindgen]
pub fn analyze(text: &str, options: &JsValue) -> Result<String, JsValue> {
    let options = self::options(options)?;
    let report = crate::analyze(text, &options).map_err(|error| refusal(error, options.locale))?;
    json::to_string(&report).map_err(|error| failure("bug", &error.to_string()))
}

/// Names to show in `locale`.
#[wasm_bindgen]
pub fn catalog(locale: &JsValue) -> Result<JsValue, JsValue> {
    let locale = if locale.is_undefined() || locale.is_null() {
        Locale::default()
    } else {
        named(locale, Locale::named).ok_or_else(|| bad_option("locale"))?
    };
    Ok(crate::catalog::catalog(locale).serialize(&Serializer::json_compatible())?)
}

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
