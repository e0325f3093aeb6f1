package dev.escapement.processor.functional.clash;

/** A record whose name clashes with the reader of JSON. */
record JsonReader(String name) {}
