package dev.escapement.server.web;

import dev.escapement.model.spi.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * A file with its headers. Immutable.
 *
 * @param type the value of {@code Content-Type}
 * @param etag the value of {@code ETag}, in quotes: a hash of the content
 * @param content the content
 */
record StaticFile(String type, String etag, ByteBuffer content) {
    StaticFile {
        content = content.asReadOnlyBuffer();
    }

    /** {@return the content, with a position and a limit of its own} */
    @Override
    public ByteBuffer content() {
        return content.asReadOnlyBuffer();
    }

    /**
     * Reads a resource of this package.
     *
     * @param name the simple name of the resource
     * @param type the value of {@code Content-Type}
     * @throws IllegalStateException if the resource is missing
     */
    static StaticFile read(String name, String type) {
        try (InputStream stream = StaticFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The file " + name
                        + " of the web inbox is missing in the jar. Keep the resources of escapement-server.");
            }
            byte[] content = stream.readAllBytes();
            return new StaticFile(type, '"' + ContentHash.hex(content) + '"', ByteBuffer.wrap(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
