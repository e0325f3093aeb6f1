package dev.escapement.processor.functional.clash;

/** Not a list. */
record List(int length) {}
