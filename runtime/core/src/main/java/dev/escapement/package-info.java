/**
 * The annotations that the processor reads, the enums that they take, and the types that agent classes import: {@link
 * dev.escapement.Finish}, {@link dev.escapement.Pause}, {@link dev.escapement.Verdict}, {@link
 * dev.escapement.StepContext}.
 *
 * <p>Uses no other package. All annotations have CLASS retention: they are not read at run time.
 */
@NullMarked
package dev.escapement;

import org.jspecify.annotations.NullMarked;
