/**
 * Annotated types that the processor itself compiles, exercised as a user would: the generated classes are called, and
 * what they do is compared with what an independent validator says.
 */
@NullMarked
package dev.escapement.processor.functional;

import org.jspecify.annotations.NullMarked;
