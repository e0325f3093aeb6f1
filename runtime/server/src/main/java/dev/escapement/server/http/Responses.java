package dev.escapement.server.http;

import dev.escapement.json.JsonEncoder;
import dev.escapement.server.ServerResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The forms of responses. The router adds the headers of all responses. */
public final class Responses {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    private Responses() {}

    /** {@return a response with a JSON body} */
    public static <T> ServerResponse json(int status, JsonEncoder<T> encoder, T value) {
        return json(status, encoder.encode(value), Map.of());
    }

    /** {@return a response with a JSON body and further headers} */
    public static ServerResponse json(int status, String json, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putIfAbsent(CONTENT_TYPE, JSON);
        return new ServerResponse.Complete(status, all, StandardCharsets.UTF_8.encode(json));
    }

    /** {@return a response without a body} */
    public static ServerResponse empty(int status) {
        return empty(status, Map.of());
    }

    /** {@return a response without a body, with headers} */
    public static ServerResponse empty(int status, Map<String, String> headers) {
        return new ServerResponse.Complete(status, headers, ByteBuffer.allocate(0));
    }
}
