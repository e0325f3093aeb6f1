/**
 * The generators of Java code for tool specifications, codecs and agent loops. Only this package uses JavaPoet.
 *
 * <p>Depends on {@code model}, {@code schema} and {@code diagram}.
 */
@NullMarked
package dev.escapement.processor.generate;

import org.jspecify.annotations.NullMarked;
