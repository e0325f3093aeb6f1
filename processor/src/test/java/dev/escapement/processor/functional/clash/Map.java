package dev.escapement.processor.functional.clash;

/** Not a map. */
record Map(double scale) {}
