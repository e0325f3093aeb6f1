/**
 * The readers that convert annotated elements to models. Only this package derives models from
 * {@code javax.lang.model}.
 *
 * <p>Depends on {@code model}, {@code diagnostic}, {@code pattern}, {@code json} and {@code classfile}.
 */
@NullMarked
package dev.escapement.processor.read;

import org.jspecify.annotations.NullMarked;
