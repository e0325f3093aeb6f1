package dev.escapement.thread;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first execution of a thread by another version of its agent. Events after this one were recorded by that version.
 *
 * @param at the time of the event
 * @param versions the versions of the steps, by the names of their tools, as in {@link Event.Started}
 */
public record AgentUpdated(Instant at, Map<String, StepVersion> versions) implements Event {
    public AgentUpdated {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }
}
