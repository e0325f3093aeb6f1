/**
 * Agent threads, their events, the state derived from the events, budgets, and the default rendering for a model.
 *
 * <p>May use {@code dev.escapement.model} and the packages below it.
 */
@NullMarked
package dev.escapement.thread;

import org.jspecify.annotations.NullMarked;
