package dev.escapement.run;

import java.util.ArrayDeque;
import java.util.Deque;

/** The ends of the last appends to a file, from which the events that follow can be read without those before. */
final class RecentEnds {

    private static final int MAX = 16;

    private final Deque<VerifiedLines> ends = new ArrayDeque<>();

    /** Adds the end of the appends before another one. */
    void add(VerifiedLines before) {
        if (before.lines() > 0) {
            ends.addLast(before);
            if (ends.size() > MAX) {
                ends.removeFirst();
            }
        }
    }

    /** Removes all ends. */
    void clear() {
        ends.clear();
    }

    /**
     * Returns the last known end with at most a given number of events.
     *
     * @param current the end of the file
     * @return {@link VerifiedLines#NONE} if all known ends have more events
     */
    VerifiedLines before(int events, VerifiedLines current) {
        VerifiedLines last = VerifiedLines.NONE;
        for (VerifiedLines end : ends) {
            last = end.events() <= events ? end : last;
        }
        return current.events() <= events ? current : last;
    }
}
