package dev.escapement.thread;

import java.util.HashSet;
import java.util.Set;

/**
 * The names of the context sources that a thread has fetched. Immutable.
 *
 * @param ever the sources that the thread has ever fetched
 * @param forThisRequest the sources that it has fetched for the next request
 */
record FetchedContext(Set<String> ever, Set<String> forThisRequest) {

    static final FetchedContext NONE = new FetchedContext(Set.of(), Set.of());

    FetchedContext with(String source) {
        return new FetchedContext(plus(ever, source), plus(forThisRequest, source));
    }

    private static Set<String> plus(Set<String> sources, String source) {
        if (sources.contains(source)) {
            return sources;
        }
        Set<String> more = new HashSet<>(sources);
        more.add(source);
        return more;
    }

    /** Returns the sources after an event of any other type, after which each source must be fetched again. */
    FetchedContext forNextRequest() {
        return forThisRequest.isEmpty() ? this : new FetchedContext(ever, Set.of());
    }
}
