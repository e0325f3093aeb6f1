package dev.escapement.http.client;

import dev.escapement.model.ResponseInfo;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A reader of the response headers that identify the request and describe the rate limits. */
final class ResponseHeaders {

    private static final int MAX_HEADERS = 40;
    private static final int MAX_LENGTH = 200;

    /** The names of headers that contain the id of the request. The first one that occurs is used. */
    private static final List<String> REQUEST_IDS = List.of(
            "x-request-id",
            "request-id",
            "apim-request-id",
            "x-ms-request-id",
            "x-amzn-requestid",
            "x-amz-request-id",
            "x-goog-request-id",
            "x-dashscope-request-id",
            "x-correlation-id",
            "x-trace-id",
            "cf-ray");

    private ResponseHeaders() {}

    /**
     * Returns the information in headers.
     *
     * @param otherId the id of the request in the body; used if the headers do not contain one
     * @param redaction removes secrets that the provider repeats
     */
    static ResponseInfo info(HttpHeaders headers, String otherId, Redaction redaction) {
        String id = REQUEST_IDS.stream()
                .map(name -> headers.firstValue(name).orElse("").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(otherId);
        Map<String, String> limits = new TreeMap<>();
        headers.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (isRateLimit(lower) && limits.size() < MAX_HEADERS) {
                limits.put(lower, redaction.header(String.join(", ", values), MAX_LENGTH));
            }
        });
        return new ResponseInfo(redaction.header(id, MAX_LENGTH), limits);
    }

    static boolean isRateLimit(String name) {
        return name.contains("ratelimit") || name.contains("rate-limit");
    }
}
