/**
 * The execution of threads. A {@link dev.escapement.run.Runner} executes the commands of a loop and appends the
 * resulting events to a {@link dev.escapement.run.ThreadStore}.
 *
 * <p>May use every other package; no other package uses it.
 */
@NullMarked
package dev.escapement.run;

import org.jspecify.annotations.NullMarked;
