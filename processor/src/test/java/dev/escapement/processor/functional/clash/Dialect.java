package dev.escapement.processor.functional.clash;

/** An enum whose name clashes with the dialects of JSON Schema. */
enum Dialect {
    JSON_SCHEMA,
    SAXON
}
