/**
 * Portable regular expressions: what the runtime's {@code PortablePattern} accepts and matches. Its parser and automaton
 * are copies of the runtime's, because the processor does not depend on the runtime; a test keeps them the same.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package dev.escapement.processor.pattern;

import org.jspecify.annotations.NullMarked;
