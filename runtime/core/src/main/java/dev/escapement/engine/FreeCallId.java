package dev.escapement.engine;

import java.util.function.Predicate;

/** Makes the ids of calls unique within a thread. */
final class FreeCallId {

    private FreeCallId() {}

    /**
     * Returns an id that is not taken: the given one, else the given one with a number from 2. The number follows a taken
     * one, and is found with a logarithmic number of look-ups even if a provider repeats one id in every reply.
     *
     * @param taken whether an id is taken
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
