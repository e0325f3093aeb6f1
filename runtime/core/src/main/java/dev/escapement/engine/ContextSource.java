package dev.escapement.engine;

import dev.escapement.Prefetch;
import java.util.Objects;

/**
 * A source of context that the agent fetches for the model.
 *
 * @param name the name of the source, which the model receives as the name of a tag
 * @param when the time at which the context is fetched
 */
public record ContextSource(String name, Prefetch.When when) {
    public ContextSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(when, "when");
    }
}
