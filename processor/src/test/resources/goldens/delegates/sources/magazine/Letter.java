package magazine;

import dev.escapement.Codec;

/**
 * A letter of a reader.
 *
 * @param reader the reader
 * @param text the text
 */
@Codec
public record Letter(String reader, String text) {}
