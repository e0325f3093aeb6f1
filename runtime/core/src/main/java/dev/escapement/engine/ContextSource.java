package dev.escapement.engine;

import dev.escapement.Prefetch;
import java.util.Objects;

/**
 * Context that the agent fetches for the model.
 *
 * @param name what it is shown under
 * @param when when it is fetched
 */
public record ContextSource(String name, Prefetch.When when) {
    public ContextSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(when, "when");
    }
}
