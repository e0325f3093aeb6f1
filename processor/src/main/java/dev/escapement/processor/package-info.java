/**
 * The annotation processor, a pipeline whose stages are its packages: {@code read} turns elements into a {@code model},
 * {@code check} finds what is wrong with it, {@code schema} and {@code generate} write what comes of it, and
 * {@code diagnostic} holds the words for problems.
 *
 * <p>This package connects the stages and may depend on all of them; none depends on it.
 */
@NullMarked
package dev.escapement.processor;

import org.jspecify.annotations.NullMarked;
