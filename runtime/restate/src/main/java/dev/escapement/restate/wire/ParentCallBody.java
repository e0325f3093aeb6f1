package dev.escapement.restate.wire;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;

/**
 * The call that started a thread.
 *
 * @param threadId the id of the parent
 * @param callId the id of the call in the parent
 */
@Codec(unknown = UnknownProperties.IGNORE)
public record ParentCallBody(String threadId, String callId) {}
