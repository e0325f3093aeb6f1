/**
 * The annotations that the processor reads, their enums, and the types that agent classes import. These types are
 * {@link dev.escapement.Finish}, {@link dev.escapement.Pause}, {@link dev.escapement.Verdict} and
 * {@link dev.escapement.StepContext}.
 *
 * <p>Uses no other package. All annotations have CLASS retention: they are not read at run time.
 */
@NullMarked
package dev.escapement;

import org.jspecify.annotations.NullMarked;
