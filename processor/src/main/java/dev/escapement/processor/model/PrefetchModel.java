package dev.escapement.processor.model;

import java.util.List;

/**
 * The model of a prefetch method.
 *
 * @param owner the class that declares it: the agent or a toolkit
 * @param method its name
 * @param name the name of the context for the model
 * @param source the place of its declaration
 * @param when the time of the fetch
 * @param takesThread whether the method has a parameter for the thread
 * @param result the shape of its result
 * @param declared the exceptions of its contract, none of them a subclass of another
 */
public record PrefetchModel(
        JavaType owner,
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

    /** Returns this method of a toolkit as one of an agent, whose problems are reported at the given reference. */
    public PrefetchModel usedFrom(SourceRef at) {
        return new PrefetchModel(owner, method, name, at, when, takesThread, result, declared);
    }

    /** The time at which context is fetched. The constants are those of {@code dev.escapement.Prefetch.When}. */
    public enum When {
        START,
        EACH_REQUEST
    }
}
