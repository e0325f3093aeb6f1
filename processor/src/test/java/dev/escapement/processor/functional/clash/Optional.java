package dev.escapement.processor.functional.clash;

/** Not an optional. */
record Optional(boolean value) {}
