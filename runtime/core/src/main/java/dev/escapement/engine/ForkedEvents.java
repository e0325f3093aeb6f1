package dev.escapement.engine;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.thread.ThreadOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first events of a copy of a thread. */
final class ForkedEvents {

    private ForkedEvents() {}

    static List<Event> of(AgentThread original, int position, String id) {
        int size = original.events().size();
        if (position < 1 || position > size) {
            throw new IllegalArgumentException("The position in the thread " + original.id() + " must be 1 to " + size
                    + ", not " + position + ".");
        } else if (id.equals(original.id())) {
            throw new IllegalArgumentException("A copy of the thread " + id + " requires another id.");
        }
        AgentThread kept = new AgentThread(original.id(), original.events().subList(0, position));
        List<Event> events = new ArrayList<>(kept.events());
        events.set(0, copied((Event.Started) events.get(0), new ThreadOrigin(original.id(), position)));
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i) instanceof DelegateStarted delegate && isOpen(kept, delegate.callId())) {
                events.set(i, copied(delegate, ChildIds.of(id, delegate.callId())));
            }
        }
        return events;
    }

    /** Returns a start without the parent, which expects the result of the original only. */
    private static Event.Started copied(Event.Started started, ThreadOrigin origin) {
        return new Event.Started(
                started.at(),
                started.agent(),
                started.start(),
                started.budget(),
                Optional.empty(),
                started.versions(),
                Optional.of(origin));
    }

    private static boolean isOpen(AgentThread thread, String callId) {
        ReplyProgress reply = thread.state().reply();
        return reply != null
                && reply.calls().stream()
                        .filter(call -> call.selected().id().equals(callId))
                        .anyMatch(ForkedEvents::waitsForChild);
    }

    private static boolean waitsForChild(CallProgress call) {
        return call.delegate() != null && call.delegateEnded() == null && !call.answered();
    }

    private static DelegateStarted copied(DelegateStarted delegate, String threadId) {
        return new DelegateStarted(
                delegate.at(),
                delegate.callId(),
                delegate.agent(),
                threadId,
                delegate.start(),
                delegate.budget(),
                delegate.joins());
    }
}
