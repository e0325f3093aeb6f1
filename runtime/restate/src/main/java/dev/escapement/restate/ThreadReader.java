package dev.escapement.restate;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.EventsBody;
import dev.escapement.restate.wire.EventsBodyCodec;
import dev.escapement.restate.wire.EventsReply;
import dev.escapement.restate.wire.EventsReplyCodec;
import dev.escapement.restate.wire.Status;
import dev.escapement.thread.AgentThread;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The other threads that an invocation reads through their handler {@code events}. */
final class ThreadReader {

    private final ObjectJournal journal;
    private final ObjectTargets targets;

    ThreadReader(ObjectJournal journal, ObjectTargets targets) {
        this.journal = journal;
        this.targets = targets;
    }

    /** Returns all events of a thread. */
    EventsReply read(String threadId) {
        List<JsonText> events = new ArrayList<>();
        while (true) {
            String body = EventsBodyCodec.INSTANCE.encode(new EventsBody(events.size()));
            EventsReply reply = journal.call(targets.thread(threadId, "events"), body, EventsReplyCodec.INSTANCE);
            events.addAll(reply.events());
            if (reply.status() != Status.DONE || reply.events().isEmpty() || events.size() >= reply.size()) {
                return new EventsReply(reply.status(), reply.size(), events);
            }
        }
    }

    /** Returns the thread of a reply; null if it does not have events. */
    static @Nullable AgentThread thread(String threadId, EventsReply reply) {
        return reply.status() == Status.DONE ? new EventTexts(threadId, reply.events()).thread() : null;
    }
}
