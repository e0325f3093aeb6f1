/**
 * The event streams that follow threads and questions, and the replies in progress. May use the public package, {@code http} and
 * {@code security}.
 */
@NullMarked
package dev.escapement.server.follow;

import org.jspecify.annotations.NullMarked;
