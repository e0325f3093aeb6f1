package dev.escapement.run;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.StepVersions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision, as the events to append to a thread. Texts that a person writes have the form of the current release
 * of the agent. If the thread waited through a release, its versions are updated by the same append, because they determine
 * the form of the texts after them.
 */
final class WrittenDecision {

    private final @Nullable Map<String, StepVersion> versions;
    private final Clock clock;
    private final Function<AgentThread, Event> decision;

    private WrittenDecision(
            @Nullable Map<String, StepVersion> versions, Clock clock, Function<AgentThread, Event> decision) {
        this.versions = versions;
        this.clock = clock;
        this.decision = decision;
    }

    /** Returns a decision without texts whose form depends on the release. */
    static WrittenDecision of(Function<AgentThread, Event> decision) {
        return new WrittenDecision(null, Clock.systemUTC(), decision);
    }

    /**
     * Returns a decision with texts in the form of a release.
     *
     * @param loop the agent, or null if it is not known; the form is then that of the recorded versions
     * @param decision returns the event of the decision about a version of the thread, or throws an exception
     */
    static WrittenDecision inCurrentForm(@Nullable AgentLoop loop, Clock clock, Function<AgentThread, Event> decision) {
        return new WrittenDecision(loop == null ? null : StepVersions.of(loop), clock, decision);
    }

    /** Returns this decision, which first checks the version of the thread. The check may throw an exception. */
    WrittenDecision after(Consumer<AgentThread> check) {
        return new WrittenDecision(versions, clock, thread -> {
            check.accept(thread);
            return decision.apply(thread);
        });
    }

    /**
     * Returns whether the thread has recorded other versions of its agent. The decision then requires the lease: a driver of
     * another release must not record its own events after the update.
     */
    boolean isOfOtherRelease(AgentThread thread) {
        return versions != null && !thread.state().versions().equals(versions);
    }

    /**
     * Returns the events to append to a version of the thread.
     *
     * @throws RuntimeException if the thread does not wait for the decision
     */
    List<Event> events(AgentThread thread) {
        Event event = decision.apply(thread);
        return versions == null || !isOfOtherRelease(thread)
                ? List.of(event)
                : List.of(new AgentUpdated(clock.instant(), versions), event);
    }
}
