/**
 * Writes Java: specifications of tools, codecs, and the loops of agents. The only package that knows JavaPoet.
 *
 * <p>Depends on {@code model}, {@code schema} and {@code diagram}.
 */
@NullMarked
package dev.escapement.processor.generate;

import org.jspecify.annotations.NullMarked;
