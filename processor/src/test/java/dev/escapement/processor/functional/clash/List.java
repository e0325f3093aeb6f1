package dev.escapement.processor.functional.clash;

/** A record whose name clashes with the list of the JDK. */
record List(int length) {}
