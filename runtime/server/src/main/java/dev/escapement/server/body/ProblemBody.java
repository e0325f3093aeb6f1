package dev.escapement.server.body;

import dev.escapement.Codec;
import java.util.List;
import java.util.Optional;

/**
 * A problem of a request, as RFC 9457 defines it.
 *
 * @param type the URI reference that identifies the type
 * @param title the title of the type
 * @param status the status code
 * @param detail a sentence about this occurrence
 * @param violations the violations in the body, sorted by path
 */
@Codec
public record ProblemBody(
        String type, String title, int status, String detail, Optional<List<ViolationBody>> violations) {

    /**
     * A violation in the body.
     *
     * @param path the location, where {@code $} is the whole body
     * @param expected the expected content
     * @param actual the actual content
     */
    public record ViolationBody(String path, String expected, String actual) {}
}
