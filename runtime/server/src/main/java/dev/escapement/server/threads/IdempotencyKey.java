package dev.escapement.server.threads;

import dev.escapement.server.Identity;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.http.PartsHash;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.RouteParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** The ids of threads that requests start. Requests with the same key start one thread. */
final class IdempotencyKey {
    private static final String NAME = "Idempotency-Key";
    private static final int MAX_LENGTH = 255;
    private static final int DIGITS = 40;

    /** The header. */
    static final RouteParameter HEADER = RouteParameter.header(
            NAME,
            "A key of your choice. A repeated request with the key returns the thread that the first one started.",
            "{\"type\":\"string\",\"minLength\":1,\"maxLength\":255,\"pattern\":\"^[!-~]+$\"}");

    private IdempotencyKey() {}

    /**
     * Returns the id of the thread that a request starts. Keys of different identities, also of equal names with other
     * labels, and of different agents are independent.
     *
     * @return an id that depends on the agent, the identity and the key; a random one without a key
     * @throws ProblemException if the key is not 1 to 255 visible ASCII characters
     */
    static String threadId(ServerRequest request, Identity identity, String agent) {
        List<String> keys = request.values(NAME);
        if (keys.isEmpty()) {
            return UUID.randomUUID().toString();
        } else if (keys.size() > 1 || !isValid(keys.get(0))) {
            throw QueryFilters.invalid(
                    "The header " + NAME + " must have one value of 1 to " + MAX_LENGTH + " visible ASCII characters.");
        }
        List<String> parts = new ArrayList<>(List.of(agent, identity.name(), keys.get(0)));
        new TreeMap<>(identity.labels()).forEach((name, value) -> parts.addAll(List.of(name, value)));
        return "key-" + PartsHash.hex(parts).substring(0, DIGITS);
    }

    private static boolean isValid(String key) {
        return !key.isEmpty() && key.length() <= MAX_LENGTH && key.chars().allMatch(each -> each >= '!' && each <= '~');
    }
}
