package catalogue;

import dev.escapement.Codec;

/**
 * A part of the results.
 *
 * @param number The number of the page, from 0
 * @param size The number of results on the page
 */
@Codec
public record Page(int number, int size) {}
