package dev.escapement.processor.functional.clash;

/** Not a dialect of JSON Schema. */
enum Dialect {
    JSON_SCHEMA,
    SAXON
}
