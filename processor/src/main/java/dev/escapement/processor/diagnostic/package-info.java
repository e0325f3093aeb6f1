/**
 * The processor's diagnostics. The package contains the catalog of problems, the wording of their arguments, and the
 * reporter that prints them. All other stages refer to problems and clauses by their constants.
 *
 * <p>Depends on {@code model} for the places at which problems are reported, and on the runtime's parser of portable
 * patterns for the constructs that it rejects.
 */
@NullMarked
package dev.escapement.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
