//! Prints one JSON Schema of what goes in and what comes out: report, catalog and options, each under its own name.

use fachi::catalog::Catalog;
use fachi::{Options, Report};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

fn main() {
    // Draft 7 keeps a `$ref` and its description apart; the generator of TypeScript types repeats types otherwise.
    let taken = SchemaSettings::draft07();
    let given = SchemaSettings::draft07().for_serialize();
    let mut definitions = Map::new();
    add::<Report>(&mut definitions, &given);
    add::<Catalog>(&mut definitions, &given);
    add::<Options>(&mut definitions, &taken);
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Shapes",
        "description": "What goes in and what comes out.",
        "type": "object",
        "properties": {
            "report": { "$ref": "#/definitions/Report" },
            "catalog": { "$ref": "#/definitions/Catalog" },
            "options": { "$ref": "#/definitions/Options" },
        },
        "definitions": definitions,
    });
    println!("{schema:#}");
}

/// Adds a type under its name, and what it is made of.
fn add<T: JsonSchema>(definitions: &mut Map<String, Value>, settings: &SchemaSettings) {
    let mut schema = settings.clone().into_generator().into_root_schema_for::<T>();
    schema.remove("$schema");
    schema.remove("title");
    if let Some(Value::Object(parts)) = schema.remove("definitions") {
        definitions.extend(parts);
    }
    definitions.insert(T::schema_name().into_owned(), schema.to_value());
}
