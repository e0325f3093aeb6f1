package dev.escapement.server.body;

import dev.escapement.Codec;

/**
 * A number of threads.
 *
 * @param count the number, not more than the bound
 * @param bound the number at which counting stopped
 * @param reached whether there are at least as many threads as the bound
 */
@Codec
public record ThreadCountBody(int count, int bound, boolean reached) {}
