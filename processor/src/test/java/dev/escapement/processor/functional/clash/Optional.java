package dev.escapement.processor.functional.clash;

/** A record whose name clashes with the optional of the JDK. */
record Optional(boolean value) {}
