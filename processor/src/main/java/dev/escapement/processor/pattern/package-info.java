/**
 * The compile-time support for portable regular expressions. The parser and the automaton are those of the runtime's
 * {@code PortablePattern}, and are shaded into the processor.
 *
 * <p>Does not depend on other packages of the processor.
 */
@NullMarked
package dev.escapement.processor.pattern;

import org.jspecify.annotations.NullMarked;
