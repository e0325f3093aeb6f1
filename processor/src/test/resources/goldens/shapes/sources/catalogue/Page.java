package catalogue;

import dev.escapement.Codec;

/**
 * A part of the results.
 *
 * @param number which, from 0
 * @param size how many results it has
 */
@Codec
public record Page(int number, int size) {}
