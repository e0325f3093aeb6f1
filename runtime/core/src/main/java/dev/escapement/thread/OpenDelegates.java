package dev.escapement.thread;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The child threads of a thread that has not recorded their ends. Immutable.
 *
 * @param byCall the events that started them, by the ids of their calls, in their order
 */
record OpenDelegates(Map<String, DelegateStarted> byCall) {

    static final OpenDelegates NONE = new OpenDelegates(Collections.emptyMap());

    OpenDelegates with(DelegateStarted started) {
        Map<String, DelegateStarted> more = new LinkedHashMap<>(byCall);
        more.put(started.callId(), started);
        return new OpenDelegates(Collections.unmodifiableMap(more));
    }

    OpenDelegates without(String callId) {
        Map<String, DelegateStarted> others = new LinkedHashMap<>(byCall);
        others.remove(callId);
        return others.isEmpty() ? NONE : new OpenDelegates(Collections.unmodifiableMap(others));
    }
}
