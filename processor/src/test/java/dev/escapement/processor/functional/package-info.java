/**
 * Annotated types that the processor compiles with the tests. The tests call the generated classes as a user would, and
 * compare the results with those of an independent validator.
 */
@NullMarked
package dev.escapement.processor.functional;

import org.jspecify.annotations.NullMarked;
