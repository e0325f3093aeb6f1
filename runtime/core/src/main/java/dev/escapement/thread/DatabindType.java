package dev.escapement.thread;

import dev.escapement.json.Decoded;

/**
 * A type that Jackson databind reads and writes by its codec.
 *
 * @param type {@link AgentThread}, {@link Event} or a subtype of the latter
 */
record DatabindType(Class<?> type) {

    /** Returns a thread or an event as JSON. */
    static String encode(Object value) {
        return value instanceof AgentThread thread ? thread.toJson() : Event.CODEC.encode((Event) value);
    }

    /**
     * Parses a value of this type.
     *
     * @throws IllegalArgumentException if the JSON does not represent such a value; the message lists the violations
     */
    Object decode(String json) {
        Decoded<?> decoded = type == AgentThread.class ? AgentThread.CODEC.decode(json) : Event.CODEC.decode(json);
        Object value = decoded.fold(accepted -> accepted.value(), rejected -> {
            throw new IllegalArgumentException("The JSON is not valid: " + rejected.violations());
        });
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("The JSON is an event of another type: " + ((Event) value).kind());
        }
        return value;
    }
}
