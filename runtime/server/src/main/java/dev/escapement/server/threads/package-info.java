/**
 * The endpoints for threads, questions, decisions and agents. May use the public package, {@code http}, {@code body} and
 * {@code security}.
 */
@NullMarked
package dev.escapement.server.threads;

import org.jspecify.annotations.NullMarked;
