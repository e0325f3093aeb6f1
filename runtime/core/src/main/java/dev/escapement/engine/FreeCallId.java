package dev.escapement.engine;

import java.util.function.Predicate;

/** A generator of call ids that are unique within a thread. */
final class FreeCallId {

    private FreeCallId() {}

    /**
     * Returns the given id if it is unused, otherwise an unused id that consists of the given id and a suffix such as
     * {@code -2}. The id with the preceding number is taken. The search requires only a logarithmic number of lookups,
     * because some providers repeat one id in every reply.
     *
     * @param taken a predicate that returns whether an id is taken
     */
    static String of(String id, Predicate<String> taken) {
        if (!taken.test(id)) {
            return id;
        }
        int free = 2;
        while (taken.test(id + "-" + free)) {
            free *= 2;
        }
        int highestTaken = free / 2;
        while (free - highestTaken > 1) {
            int middle = (free + highestTaken) >>> 1;
            if (taken.test(id + "-" + middle)) {
                highestTaken = middle;
            } else {
                free = middle;
            }
        }
        return id + "-" + free;
    }
}
