package dev.escapement.processor.functional.clash;

/** A record whose name clashes with the map of the JDK. */
record Map(double scale) {}
