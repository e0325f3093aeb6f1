/**
 * The parser and automaton for portable regular expressions. Not exported; shaded into the annotation processor.
 *
 * <p>May use the JDK only.
 */
@NullMarked
package dev.escapement.internal.pattern;

import org.jspecify.annotations.NullMarked;
