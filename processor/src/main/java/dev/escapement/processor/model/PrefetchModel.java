package dev.escapement.processor.model;

import java.util.List;

/**
 * A method that fetches context.
 *
 * @param method its name
 * @param name what the context is shown under
 * @param source where it is declared
 * @param when when the context is fetched
 * @param takesThread whether the method has a parameter for the thread
 * @param result what it returns
 * @param declared the exceptions of its contract, none of them a subclass of another
 */
public record PrefetchModel(
        String method,
        String name,
        SourceRef source,
        When when,
        boolean takesThread,
        TypeShape result,
        List<JavaType> declared) {
    public PrefetchModel {
        declared = List.copyOf(declared);
    }

    /** When context is fetched; the constants of {@code dev.escapement.Prefetch.When}. */
    public enum When {
        START,
        EACH_REQUEST
    }
}
