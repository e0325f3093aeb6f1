package dev.escapement.model;

import java.util.Objects;

/**
 * What a provider wants back, unchanged, whenever it is shown a reply of its own again: signed thinking, for example. Kept
 * with the reply and read by nobody but clients that know the format; all others leave it out.
 *
 * @param format which clients can read it and which server wants it, {@code anthropic.messages@api.anthropic.com} for
 *     example
 * @param json JSON text
 */
public record ProviderState(String format, String json) {
    public ProviderState {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(json, "json");
    }
}
