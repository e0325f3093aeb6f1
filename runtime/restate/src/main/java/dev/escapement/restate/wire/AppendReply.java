package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;

/**
 * The reply of the handlers that change a thread: {@code append}, {@code erase} and {@code delete}.
 *
 * @param status the outcome
 * @param size the number of events of the thread after the request; 0 if it is not stored
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record AppendReply(Status status, int size) {}
