package dev.escapement.http.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A table that maps each call id to an id that the provider accepts. An id has a substitute if the provider does not
 * accept it, because another provider created it or the loop made it unique. Not safe for use by several Java threads.
 */
public final class CallIds {

    private final Map<String, String> accepted = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Creates an empty table. */
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
     * Adds a substitute for an id that the provider does not accept. It replaces an earlier substitute for the same id.
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
     * Returns whether the table contains an id.
     *
     * @param id the id
     * @return true if it does
     */
    public boolean contains(String id) {
        return accepted.containsKey(id);
    }

    /**
     * Returns an id, or its substitute if the provider does not accept the id.
     *
     * @param id the id
     * @return the id or its substitute; an unknown id unchanged
     */
    public String accepted(String id) {
        return accepted.getOrDefault(id, id);
    }
}
