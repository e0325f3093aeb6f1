package dev.escapement.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The encoding of values in paths of URLs. */
public final class PathSegment {
    private PathSegment() {}

    /**
     * Returns a value as one segment of a path.
     *
     * @param value the value, for example the id of a thread
     * @return the percent-encoded value, in which a slash and a space are encoded, too
     */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
