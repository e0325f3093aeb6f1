/**
 * The only place that acts: a {@link dev.escapement.run.Runner} performs what the loop commands and keeps the thread in
 * a {@link dev.escapement.run.ThreadStore}.
 *
 * <p>Depends on all other packages; none depends on it.
 */
@NullMarked
package dev.escapement.run;

import org.jspecify.annotations.NullMarked;
