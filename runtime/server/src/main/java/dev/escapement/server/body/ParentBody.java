package dev.escapement.server.body;

import dev.escapement.Codec;

/**
 * The call that started a child thread.
 *
 * @param threadId the id of the parent thread
 * @param callId the id of the call in the parent thread
 */
@Codec
public record ParentBody(String threadId, String callId) {}
