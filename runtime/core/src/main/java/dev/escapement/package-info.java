/**
 * The annotations that the processor reads, and the enums that they take.
 *
 * <p>Depends on nothing. All annotations have CLASS retention: nothing is looked up at run time.
 */
@NullMarked
package dev.escapement;

import org.jspecify.annotations.NullMarked;
