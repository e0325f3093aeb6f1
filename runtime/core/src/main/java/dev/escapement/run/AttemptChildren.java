package dev.escapement.run;

import dev.escapement.engine.ChildEvents;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The children that one attempt of an engine creates or ends. */
final class AttemptChildren {

    private final RunnerAgents agents;
    private final Set<String> created = new HashSet<>();

    AttemptChildren(RunnerAgents agents) {
        this.agents = agents;
    }

    /** Returns the first appends of the children for which a thread waits, unless they were returned before. */
    List<Append> starts(RunnerConfig config, AgentThread thread) {
        List<Append> starts = new ArrayList<>();
        for (DelegateStarted child : thread.state().delegates().values()) {
            if (ThreadTree.isAwaited(thread, child) && created.add(child.threadId())) {
                RunnerConfig agent = agents.find(child.agent()).orElse(null);
                Event started = ThreadTree.started(config.loop(), thread, child, agent, config.now());
                starts.add(Append.of(child.threadId(), 0, started));
            }
        }
        return starts;
    }

    /** Returns the children for which a thread does not wait any more. */
    static List<Advance.ChildEnd> left(RunnerConfig config, AgentThread thread) {
        List<Advance.ChildEnd> left = new ArrayList<>();
        for (DelegateStarted child : thread.state().delegates().values()) {
            if (!ThreadTree.isAwaited(thread, child)) {
                Event.Stopped stopped =
                        new Event.Stopped(config.now(), "", StopCause.CANCELLED, RunMessages.PARENT_LEFT);
                List<Event> missing = ChildEvents.cancelled(thread, child, stopped);
                left.add(new Advance.ChildEnd(child.threadId(), child.callId(), missing, stopped));
            }
        }
        return left;
    }
}
