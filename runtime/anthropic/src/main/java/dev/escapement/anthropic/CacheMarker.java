package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import java.time.Duration;

/**
 * The property of a block that makes the provider cache the request up to the end of that block. A request may have up
 * to four such properties.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/prompt-caching">Prompt caching</a>
 */
enum CacheMarker {
    /** No marker. */
    NONE,
    /** A marker with the default lifetime, which older servers expect. */
    FIVE_MINUTES,
    ONE_HOUR;

    static final String NAME = "cache_control";
    static final String LIFETIME = "ttl";

    /**
     * Returns the marker with a lifetime.
     *
     * @throws IllegalArgumentException if the API does not support the lifetime
     */
    static CacheMarker of(Duration lifetime) {
        if (lifetime.equals(Duration.ofMinutes(5))) {
            return FIVE_MINUTES;
        } else if (lifetime.equals(Duration.ofHours(1))) {
            return ONE_HOUR;
        }
        throw new IllegalArgumentException("The lifetime of cached content is " + lifetime
                + ". Anthropic supports 5 minutes and 1 hour. Set one of them.");
    }

    /** Writes the property into the current JSON object, if there is one. */
    void write(JsonWriter out) {
        if (this == NONE) {
            return;
        }
        out.name(NAME);
        out.beginObject();
        out.property("type", "ephemeral");
        if (this == ONE_HOUR) {
            out.property(LIFETIME, "1h");
        }
        out.endObject();
    }
}
