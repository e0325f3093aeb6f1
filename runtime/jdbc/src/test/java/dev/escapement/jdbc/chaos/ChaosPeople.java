package dev.escapement.jdbc.chaos;

import dev.escapement.engine.Command;
import dev.escapement.engine.Reducer;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.run.Approver;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadIndex;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The people of a proof. They find questions in the index of the store, and decide. A few questions remain open. They
 * resolve a call with an unknown outcome after a look in the ledger.
 */
final class ChaosPeople {

    private static final Approver ALICE = Approver.of("alice");
    private static final double REFUSALS = 0.1;
    private static final double EDITS = 0.1;
    private static final double CANCELLATIONS = 0.01;

    private final JdbcThreadStore store;
    private final ThreadInbox inbox;
    private final ChaosLoop loop = ChaosLoop.forDecisions();
    private final EffectLedger ledger;
    private final StoredLines stored;
    private final ChaosReport report;
    private final Random random;

    ChaosPeople(JdbcThreadStore store, EffectLedger ledger, StoredLines stored, ChaosReport report, Random random) {
        this.store = store;
        this.inbox = ThreadInbox.of(store, loop);
        this.ledger = ledger;
        this.stored = stored;
        this.report = report;
        this.random = random;
    }

    /** Returns whether people do not answer a question: one reply in ten threads, which has no deadline. */
    static boolean isIgnored(String threadId, Standing.Question question) {
        return question.kind() == Standing.Kind.REPLY && question.deadline().isEmpty() && threadId.endsWith("7");
    }

    /** Decides all questions that are open now. */
    void decide() throws IOException {
        Optional<String> next = Optional.empty();
        do {
            QuestionQuery query = QuestionQuery.all().limit(100);
            ThreadIndex.Page<ThreadIndex.QuestionEntry> page =
                    store.questions(next.isPresent() ? query.after(next.get()) : query);
            for (ThreadIndex.QuestionEntry entry : page.entries()) {
                if (!isIgnored(entry.threadId(), entry.question())) {
                    decide(entry.threadId(), entry.question());
                }
            }
            next = page.next();
        } while (next.isPresent());
    }

    private void decide(String id, Standing.Question question) throws IOException {
        String callId = question.callId();
        if (question.deadline().isPresent() && random.nextBoolean()) {
            return; // perhaps later, perhaps never
        } else if (random.nextDouble() < CANCELLATIONS) {
            record("cancellations", () -> inbox.cancel(id, ALICE, "no longer needed"));
            return;
        }
        switch (question.kind()) {
            case APPROVAL -> approve(id, callId);
            case REPLY -> record("replies", () -> inbox.reply(id, callId, "\"Monday\""));
            case MESSAGE -> record("messages", () -> inbox.message(id, "Please continue."));
            case DECISION -> resolve(id, callId);
            case CHILD -> report.require(false, "question about a child", id);
        }
    }

    private void approve(String id, String callId) {
        double choice = random.nextDouble();
        if (choice < REFUSALS) {
            record("refusals", () -> inbox.refuse(id, callId, ALICE, "too expensive"));
        } else if (choice < REFUSALS + EDITS) {
            String arguments = ChaosStep.CHARGE.tool().encode("edited " + callId);
            record("approvals with edited arguments", () -> inbox.approveEdited(id, callId, ALICE, arguments));
        } else {
            record("approvals", () -> inbox.approve(id, callId, ALICE));
        }
    }

    /** Resolves a call of a thread at rest, so that its step does not run during the look in the ledger. */
    private void resolve(String id, String callId) throws IOException {
        AgentThread thread = store.load(id).orElseThrow();
        boolean isAtRest = store.entry(id).orElseThrow().standing().phase() == Standing.Phase.WAITING;
        for (Command.AwaitForCall open : isAtRest ? Reducer.questions(loop, thread) : List.<Command.AwaitForCall>of()) {
            if (open instanceof Command.AwaitDecision decision
                    && decision.call().id().equals(callId)) {
                boolean found = ledger.count(decision.idempotencyKey()) > 0;
                Answer answer = found ? found(decision) : new Answer.RunAgain();
                record(
                        found ? "answers: result found in the ledger" : "answers: run again",
                        () -> inbox.answer(id, callId, ALICE, answer));
            }
        }
    }

    private static Answer found(Command.AwaitDecision decision) {
        return switch (ChaosStep.of(decision.call().tool()).flow()) {
            case RETURNS -> new Answer.Returned(ChaosLoop.result(decision.idempotencyKey()));
            case PAUSES -> new Answer.Question("On which day?");
            case SELECTS, DELEGATES, FINISHES -> new Answer.Failed("unknown");
        };
    }

    private void record(String kind, Supplier<AgentThread> decision) {
        try {
            stored.add(decision.get());
            report.add("people: " + kind, 1);
        } catch (NotWaitingException late) {
            report.add("people: late decisions", 1);
        }
    }
}
