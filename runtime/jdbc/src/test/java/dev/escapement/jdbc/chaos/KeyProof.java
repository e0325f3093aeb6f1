package dev.escapement.jdbc.chaos;

import dev.escapement.tool.Call;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The verification of the idempotency keys of one thread: a call has a key of its own, unless an equal call before it was
 * answered as possibly effective. It then has the key of that call, until it is answered itself.
 */
final class KeyProof {

    private final String threadId;
    private final ChaosReport report;
    private final Set<String> used = new HashSet<>();

    /** The keys to be reused, by the tool and the arguments. */
    private final Map<String, String> doubtful = new HashMap<>();

    KeyProof(String threadId, ChaosReport report) {
        this.threadId = threadId;
        this.report = report;
    }

    /** Adds the first start of the step of a call. */
    void start(Call call, String key) {
        String expected = doubtful.get(form(call));
        if (expected == null) {
            report.require(used.add(key), "key of another call", threadId + " " + key);
        } else {
            report.require(expected.equals(key), "other key than that of an equal doubtful call", threadId + " " + key);
            report.add("keys of doubtful calls in use again", 1);
        }
    }

    /**
     * Adds the answer to a call whose step has started.
     *
     * @param isDoubtful whether the answer states that the step may have taken effect
     */
    void answer(Call call, String key, boolean isDoubtful) {
        doubtful.values().removeIf(key::equals);
        if (isDoubtful) {
            doubtful.put(form(call), key);
        }
    }

    private static String form(Call call) {
        return call.tool() + " " + call.arguments();
    }
}
