package dev.escapement.restate;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A request to Restate.
 *
 * @param path the path, relative to an address of Restate
 * @param json the body
 * @param headers the headers of this request only
 * @param threadId the id of the thread; empty if the request concerns several threads
 * @param timeout the time after which the request fails, all attempts included
 * @param subject the receiver, for messages
 */
record RestateRequest(
        String path,
        String json,
        Map<String, String> headers,
        Optional<String> threadId,
        Duration timeout,
        String subject) {

    RestateRequest {
        headers = Map.copyOf(headers);
    }
}
