package dev.escapement.processor.functional.clash;

/** Not a reader. */
record JsonReader(String name) {}
