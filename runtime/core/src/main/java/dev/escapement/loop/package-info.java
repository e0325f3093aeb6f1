/**
 * The control loop: a thread is a list of {@link dev.escapement.loop.Event}s, and a pure function of the thread says
 * which {@link dev.escapement.loop.Command} comes next. Nothing here acts.
 *
 * <p>Depends on {@link dev.escapement.model} for what a model is shown and replies, and on what that depends on.
 */
@NullMarked
package dev.escapement.loop;

import org.jspecify.annotations.NullMarked;
