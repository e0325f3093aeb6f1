/**
 * The annotation processor. It is a pipeline whose stages are its packages: {@code read} converts elements to a {@code
 * model}, {@code check} validates it, {@code schema} and {@code generate} write the generated files, and {@code
 * diagnostic} contains the wording of problems.
 *
 * <p>This package connects the stages and may depend on all of them; none depends on it.
 */
@NullMarked
package dev.escapement.processor;

import org.jspecify.annotations.NullMarked;
