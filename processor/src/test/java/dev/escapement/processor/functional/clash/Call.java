package dev.escapement.processor.functional.clash;

/** A record whose name clashes with a call of a model. */
record Call(String number) {}
