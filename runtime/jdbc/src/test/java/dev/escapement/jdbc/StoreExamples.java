package dev.escapement.jdbc;

import dev.escapement.model.Usage;
import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.Standing.Question;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events and appends for tests. */
final class StoreExamples {

    static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    static final Duration LONG = Duration.ofMinutes(10);

    static final String AGENT = "example.Desk";

    private StoreExamples() {}

    static Event.Started started() {
        return new Event.Started(AT, AGENT, "hello");
    }

    static Event message(String text) {
        return new Event.MessageReceived(AT, text, List.of());
    }

    static void start(ThreadStore store, String id) {
        store.append(Append.of(id, 0, started()));
    }

    static ThreadStore.Lease lease(ThreadStore store, String id) {
        return store.lease(id, LONG).orElseThrow();
    }

    /** Returns the texts of the messages of a thread. */
    static List<String> messages(ThreadStore store, String id) {
        return store.load(id, 1).stream()
                .map(event -> ((Event.MessageReceived) event).text())
                .toList();
    }

    /** Starts a thread that waits for the approval of the call {@code call_1}. */
    static void startWaiting(ThreadStore store, String id) {
        Question question = new Question("call_1", Kind.APPROVAL, AT, Optional.empty());
        store.append(new Append(
                id,
                0,
                List.of(
                        started(),
                        new Event.ModelReplied(AT, "", List.of(new Call("call_1", "delete_order", "{}")), Usage.NONE),
                        new Event.ApprovalAsked(
                                AT,
                                "call_1",
                                "Delete?",
                                "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")),
                Optional.empty(),
                new Standing(Phase.WAITING, Optional.empty(), List.of(question))));
    }
}
