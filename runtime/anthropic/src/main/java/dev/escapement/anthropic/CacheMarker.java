package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;

/**
 * The property of a block that makes the provider cache the request up to the end of that block. A request may have up
 * to four such properties.
 *
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/prompt-caching">Prompt caching</a>
 */
final class CacheMarker {

    static final String NAME = "cache_control";

    private CacheMarker() {}

    /** Writes the property into the current JSON object. */
    static void write(JsonWriter out) {
        out.name(NAME);
        out.beginObject();
        out.property("type", "ephemeral");
        out.endObject();
    }
}
