package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Reducer;
import dev.escapement.run.Approver;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/** The people of the threads. They decide in the parent process while child processes drive the threads. */
final class People implements AutoCloseable {

    private static final Approver ALICE = Approver.of("alice");
    private static final Approver BOB = Approver.of("bob");
    private static final Approver CAROL = Approver.of("carol");
    private static final double RACES = 0.3;
    private static final double REFUSALS = 0.25;
    private static final double EDITS = 0.15;
    private static final double MESSAGES = 0.02;
    private static final double CANCELLATIONS = 0.002;

    private final FileThreadStore store;
    private final ThreadInbox inbox;
    private final List<ThreadInbox> inboxes;
    private final AgentLoop loop;
    private final Ledger ledger;
    private final Figures figures;
    private final Acknowledgements acknowledged;
    private final Random random;
    private final Contest contest = new Contest(3);
    private final Map<String, AgentThread> known = new HashMap<>();

    People(Path directory, Ledger ledger, Figures figures, Acknowledgements acknowledged, Random random) {
        this.loop = new DeliveryDeskLoop(new DeliveryDesk((context, item) -> {
            throw new IllegalStateException("people do not run steps");
        }));
        this.store = FileThreadStore.in(directory);
        this.inbox = ThreadInbox.of(store, loop);
        // A store for each: the inboxes of people in other processes do not share a store either.
        this.inboxes = List.of(
                inbox,
                ThreadInbox.of(FileThreadStore.in(directory), loop),
                ThreadInbox.of(FileThreadStore.in(directory), loop));
        this.ledger = ledger;
        this.figures = figures;
        this.acknowledged = acknowledged;
        this.random = random;
    }

    /**
     * Looks at a thread and makes the decisions for which it waits.
     *
     * @return whether the thread has ended
     * @throws Exception if a decision fails for another reason than its lateness
     */
    boolean lookAt(String id) throws Exception {
        AgentThread before = known.get(id);
        Optional<AgentThread> stored = before == null ? store.load(id) : Optional.of(store.latest(before));
        if (stored.isEmpty()) {
            return false;
        }
        AgentThread thread = stored.get();
        known.put(id, thread);
        if (thread != before && !thread.hasEnded()) {
            decide(thread);
        } else if (thread.hasEnded()) {
            known.remove(id);
        }
        return thread.hasEnded();
    }

    /** Returns the command that a thread executes next, or the reason why it waits. */
    Command next(String id) {
        return loop.next(inbox.thread(id));
    }

    private void decide(AgentThread thread) throws Exception {
        String id = thread.id();
        for (Command.AwaitForCall question : Reducer.questions(loop, thread)) {
            if (question instanceof Command.AwaitApproval approval) {
                approve(id, approval);
            } else if (question instanceof Command.AwaitReply reply) {
                record("replies", () -> inbox.reply(id, reply.call().id(), "{\"text\":\"yes\"}"));
            } else if (question instanceof Command.AwaitDecision decision) {
                answer(id, decision);
            }
        }
        if (loop.next(thread) instanceof Command.AwaitMessage || random.nextDouble() < MESSAGES) {
            record("messages", () -> inbox.message(id, "Please continue."));
        }
        if (random.nextDouble() < CANCELLATIONS) {
            record("cancellations", () -> inbox.cancel(id, BOB, "no longer needed"));
        }
    }

    private void approve(String id, Command.AwaitApproval approval) throws Exception {
        String callId = approval.call().id();
        double choice = random.nextDouble();
        if (random.nextDouble() < RACES) {
            race(id, callId);
        } else if (choice < REFUSALS) {
            record("refusals", () -> inbox.refuse(id, callId, BOB, "too expensive"));
        } else if (choice < REFUSALS + EDITS) {
            String arguments = "{\"item\":\"" + id + "/edited/" + callId + "\",\"cents\":7}";
            record("approvals with edited arguments", () -> inbox.approveEdited(id, callId, ALICE, arguments));
        } else {
            record("approvals", () -> inbox.approve(id, callId, ALICE));
        }
    }

    /** Lets three people decide at the same time. Exactly one of them must succeed. */
    private void race(String id, String callId) throws Exception {
        List<Boolean> recorded = contest.decide(List.of(
                () -> acknowledged(inboxes.get(0).approve(id, callId, ALICE)),
                () -> acknowledged(inboxes.get(1).refuse(id, callId, BOB, "too expensive")),
                () -> acknowledged(inboxes.get(2).approve(id, callId, CAROL))));
        long winners = recorded.stream().filter(success -> success).count();
        figures.add("races of three people during the kills", 1);
        figures.require0("races without exactly one winner", winners == 1 ? 0 : 1, id + " " + callId + " " + recorded);
    }

    /**
     * Resolves a call whose outcome is unknown, after a look in the ledger. The look requires the lease: without it, the
     * step may still be running.
     */
    private void answer(String id, Command.AwaitDecision decision) {
        OptionalLong effects = effects(id, decision);
        String callId = decision.call().id();
        if (effects.isEmpty()) {
            known.remove(id); // look again
        } else if (effects.getAsLong() == 0) {
            record("answers: run again", () -> inbox.answer(id, callId, ALICE, new Answer.RunAgain()));
        } else {
            record("answers: result found in the ledger", () -> inbox.answer(id, callId, ALICE, found(decision)));
        }
    }

    /** Returns the number of effects of a call, or empty if its step may be running or the question is not open. */
    private OptionalLong effects(String id, Command.AwaitDecision decision) {
        ThreadStore.Lease lease = store.lease(id, Duration.ofMinutes(1)).orElse(null);
        if (lease == null) {
            return OptionalLong.empty();
        }
        try (lease) {
            boolean isOpen = Reducer.questions(loop, inbox.thread(id)).contains(decision);
            return isOpen ? OptionalLong.of(ledger.count(decision.idempotencyKey())) : OptionalLong.empty();
        }
    }

    private Answer found(Command.AwaitDecision decision) {
        String result = RecordedWork.result(decision.idempotencyKey());
        String item = decision.call().arguments();
        Flow flow = loop.flow(decision.call().tool());
        return switch (flow) {
            case RETURNS -> new Answer.Returned("\"" + result + "\"");
            case SELECTS -> new Answer.Next("print_label", item.replace("\"}", "/label\"}"));
            case PAUSES -> new Answer.Question(result);
            case DELEGATES -> new Answer.Failed("unknown");
            case FINISHES -> new Answer.Finished(item);
        };
    }

    /** Records a decision. A decision that is too late is counted only. */
    private void record(String kind, Supplier<AgentThread> decision) {
        try {
            acknowledged(decision.get());
            figures.add(kind, 1);
        } catch (NotWaitingException late) {
            figures.add("late decisions", 1);
            known.remove(late.thread().id());
        }
    }

    private AgentThread acknowledged(AgentThread thread) {
        acknowledged.add(thread);
        return thread;
    }

    @Override
    public void close() {
        contest.close();
    }
}
