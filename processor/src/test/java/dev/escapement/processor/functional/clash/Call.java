package dev.escapement.processor.functional.clash;

/** Not a call of a model. */
record Call(String number) {}
