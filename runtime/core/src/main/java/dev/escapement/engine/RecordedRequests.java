package dev.escapement.engine;

import dev.escapement.internal.failure.Failures;
import dev.escapement.model.ModelRequest;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The requests that a thread records with the replies of the model and with failures. */
final class RecordedRequests {

    private final AgentLoop loop;
    private final AgentThread thread;

    RecordedRequests(AgentLoop loop, AgentThread thread) {
        this.loop = loop;
        this.thread = thread;
    }

    /** Returns the request whose reply or failure is the event at a position. */
    RecordedRequest at(int position, ReplayRequests.RequestSettings settings) {
        Event event = requireRequested(position);
        AgentThread before = before(position - unseen(event), position);
        if (!(loop.next(before) instanceof Command.AskModel ask)) {
            throw RequestRenderingException.notSent(thread.id(), position);
        }
        ModelRequest request = settings.applied(ReplayRequests.request(loop, before, ask));
        return new RecordedRequest(request, sha256(event), currentSha256(request, settings));
    }

    private Event requireRequested(int position) {
        List<Event> events = thread.events();
        if (position < 0 || position >= events.size()) {
            throw new IllegalArgumentException("The position in the thread " + thread.id() + " must be 0 to "
                    + (events.size() - 1) + ", not " + position + ".");
        }
        Event event = events.get(position);
        if (!event.kind().endsRequest()) {
            throw new IllegalArgumentException("The event " + position + " of the thread " + thread.id() + " is "
                    + event.kind().name().toLowerCase(Locale.ROOT)
                    + ". Use the position of an event model_replied or request_failed.");
        }
        return event;
    }

    /** Returns the number of events before a reply that its request does not contain. A failure does not record it. */
    private static int unseen(Event event) {
        return event instanceof Event.ModelReplied replied ? replied.unseen() : 0;
    }

    private static String sha256(Event event) {
        return event instanceof Event.ModelReplied replied
                ? replied.provenance().requestSha256()
                : "";
    }

    /** Returns the version of the thread with the first events, which it checks up to a position. */
    private AgentThread before(int size, int position) {
        if (size < 1 || size > position) {
            throw new DamagedThreadException(thread.id(), position, "belongs to a request at an impossible position.");
        }
        AgentThread version = new AgentThread(thread.id(), thread.events().subList(0, 1));
        AgentThread before = version;
        for (int i = 1; i <= position; i++) {
            version = Replay.requirePossible(version, thread.events().get(i));
            before = i < size ? version : before;
        }
        return before;
    }

    /** Returns the hashes of a request; empty if the model fails, for example because a file is missing. */
    private static Set<String> currentSha256(ModelRequest request, ReplayRequests.RequestSettings settings) {
        try {
            return settings.model().requestSha256(request);
        } catch (RuntimeException | Error e) {
            Failures.throwIfFatal(e);
            return Set.of();
        }
    }
}
