/**
 * Reads elements into the model. The only package that knows {@code javax.lang.model}.
 *
 * <p>Depends on {@code model} and {@code diagnostic}.
 */
@NullMarked
package dev.escapement.processor.read;

import org.jspecify.annotations.NullMarked;
