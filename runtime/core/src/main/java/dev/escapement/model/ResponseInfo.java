package dev.escapement.model;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The headers of a provider's response that identify the request and describe the rate limits. Does not contain
 * secrets.
 *
 * @param requestId the provider's id of the HTTP request, which its support asks for; empty if it sent none
 * @param rateLimits the rate-limit headers by their names in lower case, for example
 *     {@code x-ratelimit-remaining-requests}; sorted by name
 */
public record ResponseInfo(String requestId, Map<String, String> rateLimits) {

    /** The information about an unknown response. */
    public static final ResponseInfo NONE = new ResponseInfo("", Map.of());

    public ResponseInfo {
        Objects.requireNonNull(requestId, "requestId");
        SortedMap<String, String> sorted = new TreeMap<>(rateLimits);
        rateLimits = Collections.unmodifiableSortedMap(sorted);
    }
}
