package dev.escapement.fake;

import java.util.LinkedHashSet;
import java.util.Set;

/** The calls without results: every call has exactly one result, before any other message. */
final class CallPairing {

    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();

    void call(RequestNode id) {
        if (!seen.add(id.text())) {
            throw id.wrong("the id of a call is used twice: " + id.text());
        }
        open.add(id.text());
    }

    void result(RequestNode id) {
        if (!open.remove(id.text())) {
            throw id.wrong("no call before it that waits for a result has the id " + id.text() + "; those are " + open);
        }
    }

    /** Rejects a position between calls and their results. */
    void nothingOpen(String path) {
        if (!open.isEmpty()) {
            throw new Complaint("Calls must be followed by the results of each of them, but before '" + path
                    + "' these have none: " + open);
        }
    }
}
