package dev.escapement.restate.kill;

import java.util.HashMap;
import java.util.Map;

/**
 * The points of the execution of one thread at which its process can end. A point has a name and the number of its
 * occurrence in the process, such as {@code drive/set#3}. Safe for concurrent use.
 */
final class KillPoints {

    /** The system property with the id of the thread. */
    static final String THREAD = "kill.thread";

    /** The system property with the point at which the process ends; without it, each point is printed. */
    static final String POINT = "kill.point";

    /** The beginning of the line of output for a point. */
    static final String LINE = "POINT ";

    /** The exit code at a point. */
    static final int EXIT = 77;

    private final String thread = System.getProperty(THREAD, "");
    private final String point = System.getProperty(POINT, "");
    private final Map<String, Integer> passed = new HashMap<>();

    /** Ends the process if it is to end at this point of the thread. */
    synchronized void pass(String threadId, String name) {
        if (!threadId.equals(thread)) {
            return;
        }
        String numbered = name + "#" + passed.merge(name, 1, Integer::sum);
        if (numbered.equals(point)) {
            Runtime.getRuntime().halt(EXIT);
        } else if (point.isEmpty()) {
            System.out.println(LINE + numbered);
        }
    }
}
