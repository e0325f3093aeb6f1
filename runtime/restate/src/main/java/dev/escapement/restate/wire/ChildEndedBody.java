package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;

/**
 * The notification of a parent that a child thread ended, for the handler {@code childEnded}.
 *
 * @param threadId the id of the child
 * @param callId the id of the parent's call that started the child
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record ChildEndedBody(String threadId, String callId) {}
