package catalogue;

import dev.escapement.Codec;

/**
 * A part of the results.
 *
 * @param number the number of the page, from 0
 * @param size the number of results on the page
 */
@Codec
public record Page(int number, int size) {}
