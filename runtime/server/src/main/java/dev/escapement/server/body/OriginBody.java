package dev.escapement.server.body;

import dev.escapement.Codec;

/**
 * The thread of which a thread is a copy.
 *
 * @param threadId the id of the original thread
 * @param position the number of events that were copied
 */
@Codec
public record OriginBody(String threadId, int position) {}
