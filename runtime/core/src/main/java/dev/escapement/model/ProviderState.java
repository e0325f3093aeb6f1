package dev.escapement.model;

import java.util.Objects;

/**
 * Opaque state, such as signed thinking, that a provider attaches to a reply. The provider requires the state unchanged
 * when the reply is sent back. The state is recorded with the reply. Only clients that know the format use it; all
 * others ignore it.
 *
 * @param format the format and the server that issued the state, for example
 *     {@code anthropic.messages@api.anthropic.com}
 * @param json the state as JSON text
 */
public record ProviderState(String format, String json) {
    public ProviderState {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(json, "json");
    }
}
