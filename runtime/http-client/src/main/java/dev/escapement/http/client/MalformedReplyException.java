package dev.escapement.http.client;

import dev.escapement.model.spi.ProviderText;

/**
 * Thrown if a part of a reply violates the protocol. The message contains the location and the expected and actual
 * content.
 */
public final class MalformedReplyException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_LENGTH = 200;

    private final String path;
    private final String expected;
    private final String found;

    /**
     * Creates an exception for a malformed part of a reply.
     *
     * @param path the location, for example {@code $.choices[0].message}, or the part of the response
     * @param expected the expected content
     * @param found the actual content; the message contains its first 200 characters
     */
    public MalformedReplyException(String path, String expected, String found) {
        super(path + ": expected " + expected + ", found " + excerpt(found));
        this.path = path;
        this.expected = expected;
        this.found = found;
    }

    /** Returns the beginning of the actual content, or {@code nothing} if the content is empty. */
    static String excerpt(String found) {
        return found.isEmpty() ? "nothing" : ProviderText.line(found, MAX_LENGTH);
    }

    /**
     * Returns the location of the malformed part.
     *
     * @return a path or the part of the response
     */
    public String path() {
        return path;
    }

    /**
     * Returns a description of the expected content.
     *
     * @return a description
     */
    public String expected() {
        return expected;
    }

    /**
     * Returns the complete actual content. It may contain secrets.
     *
     * @return the content
     */
    public String found() {
        return found;
    }
}
