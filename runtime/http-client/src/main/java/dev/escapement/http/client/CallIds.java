package dev.escapement.http.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The ids of calls in the form that a provider accepts. An id that it does not accept, because another provider created it
 * or the loop made it unique, has a substitute. Not safe for use by several Java threads.
 */
public final class CallIds {

    private final Map<String, String> accepted = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Creates a table without ids. */
    public CallIds() {}

    /**
     * Adds an id that the provider accepts.
     *
     * @param id the id
     */
    public void add(String id) {
        accepted.put(id, id);
        taken.add(id);
    }

    /**
     * Adds a substitute of an id, which replaces an earlier one.
     *
     * @param id the id
     * @param candidates returns possible substitutes by number, from 1; the first one that is not in use is taken
     */
    public void substitute(String id, IntFunction<String> candidates) {
        String candidate = candidates.apply(1);
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = candidates.apply(number);
        }
        accepted.put(id, candidate);
    }

    /**
     * Returns whether an id was added.
     *
     * @param id the id
     * @return true if it was
     */
    public boolean contains(String id) {
        return accepted.containsKey(id);
    }

    /**
     * Returns the accepted form of an id.
     *
     * @param id the id
     * @return the id or its substitute; an unknown id unchanged
     */
    public String accepted(String id) {
        return accepted.getOrDefault(id, id);
    }
}
