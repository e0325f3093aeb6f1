/**
 * The generators of Java code: specifications of tools, codecs, and the loops of agents. Only this package uses
 * JavaPoet.
 *
 * <p>Depends on {@code model}, {@code schema} and {@code diagram}.
 */
@NullMarked
package dev.escapement.processor.generate;

import org.jspecify.annotations.NullMarked;
