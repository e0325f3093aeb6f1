/**
 * What the compiler tells a user: the catalogue of problems and the reporter that prints them.
 *
 * <p>Depends on {@code model} for the places that problems are pinned to.
 */
@NullMarked
package dev.escapement.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
