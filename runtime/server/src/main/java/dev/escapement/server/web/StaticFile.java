package dev.escapement.server.web;

import dev.escapement.model.spi.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A file with its headers. It is read at its first request, so that a server starts without reading all files. Safe for
 * concurrent use.
 */
final class StaticFile {
    private final String name;
    private final String type;

    @Nullable
    private volatile TaggedBytes read;

    /**
     * Creates a file. Reads nothing.
     *
     * @param name the simple name of a resource of this package
     * @param type the value of {@code Content-Type}
     */
    StaticFile(String name, String type) {
        this.name = name;
        this.type = type;
    }

    /**
     * The content and its header.
     *
     * @param etag the value of {@code ETag}, in quotes: a hash of the content
     * @param bytes the content
     */
    private record TaggedBytes(String etag, ByteBuffer bytes) {}

    /** {@return the value of {@code Content-Type}} */
    String type() {
        return type;
    }

    /** {@return the value of {@code ETag}, in quotes: a hash of the content} */
    String etag() {
        return read().etag();
    }

    /** {@return the content, with a position and a limit of its own} */
    ByteBuffer content() {
        return read().bytes().asReadOnlyBuffer();
    }

    /** Several requests can read the file at the same time, with the same result. */
    private TaggedBytes read() {
        TaggedBytes known = read;
        if (known != null) {
            return known;
        }
        try (InputStream stream = StaticFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The file " + name
                        + " of the web inbox is missing in the jar. Keep the resources of escapement-server.");
            }
            byte[] bytes = stream.readAllBytes();
            TaggedBytes content = new TaggedBytes('"' + ContentHash.hex(bytes) + '"', ByteBuffer.wrap(bytes));
            read = content;
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
