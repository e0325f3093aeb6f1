package dev.escapement.fake;

import java.util.Map;

/**
 * A request that a provider received.
 *
 * @param uri the path and the query of the address
 * @param headers the first value of each header, by name in lower case
 * @param text the body as received
 * @param body the body as JSON
 */
public record ReceivedRequest(String uri, Map<String, String> headers, String text, RequestNode body) {

    /** Returns whether the reply is to be streamed. */
    boolean wantsStream() {
        return uri.contains(":stream")
                || body.find("stream").map(RequestNode::flag).orElse(false);
    }

    String model() {
        return body.get("model").text();
    }
}
