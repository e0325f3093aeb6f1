package dev.escapement.server.threads;

import dev.escapement.json.JsonText;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.server.body.BudgetBody;
import dev.escapement.server.body.OpenQuestionBody;
import dev.escapement.server.body.OriginBody;
import dev.escapement.server.body.ParentBody;
import dev.escapement.server.body.PermittedAction;
import dev.escapement.server.body.ThreadBody;
import dev.escapement.server.body.ThreadEntryBody;
import dev.escapement.server.body.UsageBody;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.BudgetUsage;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.ParentCall;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The bodies for threads. */
final class ThreadViews {
    private static final int NANOS = 9;

    private ThreadViews() {}

    /** {@return the body for an entry of the index} */
    static ThreadEntryBody entry(ThreadIndex.ThreadEntry entry) {
        return new ThreadEntryBody(
                entry.id(),
                entry.agent(),
                entry.standing().phase(),
                entry.parked(),
                entry.size(),
                entry.since(),
                entry.updatedAt(),
                entry.attempts(),
                new TreeMap<>(entry.labels()),
                questions(entry),
                entry.erased());
    }

    private static List<OpenQuestionBody> questions(ThreadIndex.ThreadEntry entry) {
        return entry.standing().questions().stream().map(ThreadViews::question).toList();
    }

    private static OpenQuestionBody question(Standing.Question question) {
        return new OpenQuestionBody(question.callId(), question.kind(), question.since(), question.deadline());
    }

    /**
     * Returns the body for a thread.
     *
     * @param entry the entry of the index, possibly of a newer version
     * @param thread the thread
     * @param permitted the decisions about the whole thread that the sender of the request may send
     */
    static ThreadBody thread(ThreadIndex.ThreadEntry entry, AgentThread thread, List<PermittedAction> permitted) {
        Event.Started started = (Event.Started) thread.events().get(0);
        return new ThreadBody(
                entry.id(),
                entry.agent(),
                entry.standing().phase(),
                entry.parked(),
                thread.events().size(),
                entry.since(),
                entry.updatedAt(),
                entry.attempts(),
                new TreeMap<>(entry.labels()),
                questions(entry),
                entry.erased(),
                started.input(),
                Optional.of(started.start().trigger()).filter(trigger -> !trigger.isEmpty()),
                thread.end().flatMap(ThreadViews::result),
                thread.end().flatMap(ThreadViews::stopped).map(Event.Stopped::reason),
                thread.end().flatMap(ThreadViews::stopped).map(Event.Stopped::cause),
                usage(thread),
                budget(thread.budget()),
                started.parent().map(parent -> new ParentBody(parent.threadId(), parent.callId())),
                ParentCall.pathOf(thread),
                started.origin().map(origin -> new OriginBody(origin.threadId(), origin.position())),
                permitted);
    }

    private static Optional<JsonText> result(Event.End end) {
        return end instanceof Event.Finished finished ? JsonTexts.parsed(finished.result()) : Optional.empty();
    }

    private static Optional<Event.Stopped> stopped(Event.End end) {
        return end instanceof Event.Stopped stopped ? Optional.of(stopped) : Optional.empty();
    }

    private static UsageBody usage(AgentThread thread) {
        long input = 0;
        long output = 0;
        for (Event event : thread.events()) {
            if (event.kind() == EventKind.MODEL_REPLIED) {
                Event.ModelReplied reply = (Event.ModelReplied) event;
                input = sum(input, reply.usage().inputTokens());
                output = sum(output, reply.usage().outputTokens());
            }
        }
        BudgetUsage used = thread.usage();
        return new UsageBody(
                used.steps(), used.modelCalls(), seconds(used.time()), input, output, used.tokens(), used.cost());
    }

    private static long sum(long total, long more) {
        return total + Math.min(more, Long.MAX_VALUE - total);
    }

    private static BudgetBody budget(Budget budget) {
        return new BudgetBody(
                budget.steps(),
                budget.modelCalls(),
                budget.tokens(),
                budget.cost(),
                budget.time().map(ThreadViews::seconds));
    }

    private static BigDecimal seconds(Duration time) {
        BigDecimal exact = BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), NANOS));
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }
}
