//! JSON for the WebAssembly rim: what [`crate::Report`] serialises to, in ASCII.
//!
//! JavaScript engines take a string of ASCII over far faster than one of other characters, and their
//! own parser makes objects faster than calls across the border do. All that a report is made of is
//! written; what it holds nowhere (maps, bytes, variants with contents) is an error.

use std::fmt::{self, Display};

use serde::ser::{self, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

/// The JSON of a value.
pub fn to_string(value: &impl Serialize) -> Result<String, Unsupported> {
    let mut json = Vec::new();
    value.serialize(&mut Json(&mut json))?;
    String::from_utf8(json).map_err(|_| Unsupported)
}

/// What no report holds.
#[derive(Debug)]
pub struct Unsupported;

impl Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not supported")
    }
}

impl std::error::Error for Unsupported {}

impl ser::Error for Unsupported {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

struct Json<'a>(&'a mut Vec<u8>);

impl Json<'_> {
    fn whole(&mut self, number: i64) {
        if number < 0 {
            self.0.push(b'-');
        }
        self.digits(number.unsigned_abs(), 1);
    }

    /// The digits of a number, noughts before them where it has fewer than `least`.
    fn digits(&mut self, number: u64, least: u8) {
        if number >= 10 || least > 1 {
            self.digits(number / 10, least.saturating_sub(1));
        }
        self.0.push(b'0' + (number % 10) as u8);
    }

    /// A number of at most ten significant digits, or a whole one: see [`crate::Decimal`]. Of those a scale
    /// gives back the very float that they came from.
    #[allow(clippy::float_cmp, clippy::cast_sign_loss)]
    fn float(&mut self, number: f64) {
        let power = |scale: u8| 10_u64.pow(scale.into());
        let scaled = |scale: u8| (number.abs() * power(scale) as f64).round();
        let scale = (0..18).find(|&scale| scaled(scale) / power(scale) as f64 == number.abs()).unwrap_or(18);
        let size = scaled(scale) as u64;
        if number < 0.0 {
            self.0.push(b'-');
        }
        self.digits(size / power(scale), 1);
        if scale > 0 {
            self.0.push(b'.');
            self.digits(size % power(scale), scale);
        }
    }

    fn string(&mut self, text: &str) {
        self.0.push(b'"');
        let (bytes, mut kept, mut at) = (text.as_bytes(), 0, 0);
        while at < bytes.len() {
            let plain = matches!(bytes[at], b' '..=b'~') && !matches!(bytes[at], b'"' | b'\\');
            if plain {
                at += 1;
                continue;
            }
            self.0.extend_from_slice(&bytes[kept..at]);
            let low = |i: usize| u16::from(bytes[at + i] & 0x3F);
            // Three bytes are an ideograph or its like, most of what is not plain.
            if let lead @ 0xE0..0xF0 = bytes[at] {
                self.unit(u16::from(lead) << 12 | low(1) << 6 | low(2));
                at += 3;
            } else if let Some(c) = text[at..].chars().next() {
                c.encode_utf16(&mut [0; 2]).iter().for_each(|&unit| self.unit(unit));
                at += c.len_utf8();
            }
            kept = at;
        }
        self.0.extend_from_slice(&bytes[kept..]);
        self.0.push(b'"');
    }

    /// A UTF-16 code unit as an escape.
    fn unit(&mut self, unit: u16) {
        let digit = |shift: u16| b"0123456789abcdef"[usize::from(unit >> shift & 0xF)];
        self.0.extend([b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]);
    }
}

/// The items of a list or the fields of a struct.
struct Items<'a> {
    json: &'a mut Vec<u8>,
    close: u8,
    first: bool,
}

impl<'a> Items<'a> {
    fn open(json: &'a mut Vec<u8>, open: u8, close: u8) -> Self {
        json.push(open);
        Self { json, close, first: true }
    }

    fn next(&mut self) -> Json<'_> {
        if !self.first {
            self.json.push(b',');
        }
        self.first = false;
        Json(self.json)
    }

    /// The place of a field's value. Keys are plain words.
    fn field(&mut self, key: &str) -> Json<'_> {
        let json = self.next();
        json.0.push(b'"');
        json.0.extend_from_slice(key.as_bytes());
        json.0.extend_from_slice(b"\":");
        json
    }

    fn close(self) {
        self.json.push(self.close);
    }
}

impl SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        value.serialize(&mut self.next())
    }

    fn end(self) -> Result<(), Unsupported> {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Items<'_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        value.serialize(&mut self.field(key))
    }

    fn end(self) -> Result<(), Unsupported> {
        self.close();
        Ok(())
    }
}

/// Kinds of values that no report holds.
macro_rules! unsupported {
    ($($name:ident($($type:ty),*);)*) => {
        $(fn $name(self, $(_: $type),*) -> Result<(), Unsupported> { Err(Unsupported) })*
    };
}

/// Whole numbers of every size.
macro_rules! whole {
    ($($name:ident($type:ty);)*) => {
        $(fn $name(self, number: $type) -> Result<(), Unsupported> {
            self.whole(i64::try_from(number).map_err(|_| Unsupported)?);
            Ok(())
        })*
    };
}

impl<'a> Serializer for &'a mut Json<'_> {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Items<'a>;
    type SerializeStruct = Items<'a>;
    type SerializeTuple = Impossible<(), Unsupported>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Impossible<(), Unsupported>;
    type SerializeStructVariant = Impossible<(), Unsupported>;

    whole! {
        serialize_i8(i8); serialize_i16(i16); serialize_i32(i32); serialize_i64(i64);
        serialize_u8(u8); serialize_u16(u16); serialize_u32(u32); serialize_u64(u64);
    }

    unsupported! {
        serialize_f32(f32); serialize_char(char); serialize_bytes(&[u8]); serialize_unit();
        serialize_unit_struct(&'static str);
    }

    fn serialize_bool(self, value: bool) -> Result<(), Unsupported> {
        self.0.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_f64(self, number: f64) -> Result<(), Unsupported> {
        self.float(number);
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Unsupported> {
        self.string(text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unsupported> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Unsupported> {
        self.string(name);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, Unsupported> {
        Ok(Items::open(self.0, b'[', b']'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, Unsupported> {
        Ok(Items::open(self.0, b'{', b'}'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsupported> {
        Err(Unsupported)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::{Decimal, Options, analyze};

    #[test]
    fn says_what_serde_json_says() {
        let text = "某县2023年报告\n一、成效\n“放管服”\\《𠀀法》:办理3.5万件、12.25%,同比下降0.487个百分点,零败诉;罚款-7元,占三分之一。";
        let report = analyze(text, &Options::default()).unwrap();
        let ours = to_string(&report).unwrap();
        assert!(ours.is_ascii());
        assert!(report.metrics.len() > 4 && report.documents.len() == 1);
        assert_eq!(serde_json::from_str::<Value>(&ours).unwrap(), serde_json::to_value(&report).unwrap());
    }

    #[test]
    fn numbers_are_those_that_serde_json_writes() {
        let read = |json: String| serde_json::from_str::<f64>(&json).unwrap();
        for (mantissa, scale) in [
            (0, 0),
            (-5, 0),
            (1_000_000_007, 3),
            (-25, 2),
            (333_333_333_333, 10),
            (487, 3),
            (5, 9),
            (i64::MAX, 0),
        ] {
            let number = Decimal::new(mantissa, scale).unwrap();
            let theirs = serde_json::to_string(&number).unwrap();
            assert_eq!(read(to_string(&number).unwrap()).to_bits(), read(theirs).to_bits(), "{number}");
        }
        assert_eq!(to_string(&Decimal::new(-12_250, 3).unwrap()).unwrap(), "-12.25");
    }
}
