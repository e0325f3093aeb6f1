package dev.escapement.server.body;

import dev.escapement.Codec;

/**
 * The start of a copy of a thread.
 *
 * @param position the number of events to copy, from 1 to the number of events of the thread
 */
@Codec
public record ForkBody(int position) {}
