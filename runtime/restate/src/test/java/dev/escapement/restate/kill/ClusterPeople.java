package dev.escapement.restate.kill;

import dev.escapement.engine.Command;
import dev.escapement.engine.Reducer;
import dev.escapement.restate.RestateThreadStore;
import dev.escapement.restate.server.RestateCluster;
import dev.escapement.run.Approver;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadIndex.QuestionEntry;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Start;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The people who decide while processes are killed. Each of them has another order of the nodes' addresses, finds questions
 * in the index, and decides after some time.
 */
final class ClusterPeople implements AutoCloseable {

    private static final int PEOPLE = RestateCluster.NODES;
    private static final int WORKERS = 8;
    private static final int THINK_MILLIS = 8_000;
    private static final long POLL_MILLIS = 400;

    /** The time after which a step whose outcome is unknown has ended, also in a process that runs. */
    private static final int ABANDONED_MILLIS = 10_000;

    private static final double REFUSALS = 0.2;

    private final List<RestateThreadStore> stores = new ArrayList<>();
    private final List<Runner> runners = new ArrayList<>();
    private final List<ThreadInbox> inboxes = new ArrayList<>();
    private final EffectFile effects;
    private final ChaosFigures figures;
    private final Random random;
    private final ParcelDeskLoop loop;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS);
    private final Map<String, QuestionEntry> planned = new ConcurrentHashMap<>();

    /** The threads as they were after decisions that Restate confirmed. */
    private final Map<String, AgentThread> confirmed = new ConcurrentHashMap<>();

    ClusterPeople(RestateCluster cluster, EffectFile effects, ChaosFigures figures, long seed) {
        this.effects = effects;
        this.figures = figures;
        this.random = new Random(seed);
        ParcelDesk.Work noWork = (context, effect) -> {
            throw new IllegalStateException("Steps run in processes of their own.");
        };
        this.loop = new ParcelDeskLoop(new ParcelDesk(noWork));
        for (int person = 0; person < PEOPLE; person++) {
            List<Integer> nodes = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                nodes.add(1 + (person + i) % PEOPLE);
            }
            List<URI> ingress = nodes.stream().map(cluster::ingress).toList();
            List<URI> admin = nodes.stream().map(cluster::admin).toList();
            RestateThreadStore store = RestateThreadStore.of(ingress.get(0), ingress.get(1), ingress.get(2))
                    .admin(admin.get(0), admin.get(1), admin.get(2))
                    .build();
            stores.add(store);
            inboxes.add(ThreadInbox.of(store, loop));
            runners.add(Runner.of(loop, new ParcelInspectorLoop(new ParcelInspector(noWork)))
                    .model(new ParcelModel())
                    .store(store)
                    .build());
        }
    }

    /** Returns the store of the first person. */
    RestateThreadStore store() {
        return stores.get(0);
    }

    ParcelDeskLoop loop() {
        return loop;
    }

    /** Starts threads. A start whose outcome is unknown is repeated. */
    void start(List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            Runner runner = runners.get(i % PEOPLE);
            workers.execute(() -> start(runner, id));
        }
    }

    private void start(Runner runner, String id) {
        try {
            confirm(runner.startOrGet(id, Start.of(id)));
        } catch (StoreException e) {
            figures.add("starts with an unknown outcome", 1);
            workers.schedule(() -> start(runner, id), POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            figures.require(false, "The start of " + id + " failed: " + e);
        }
    }

    /** Begins to look for questions and to decide. */
    void decide() {
        var unused = workers.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (QuestionEntry entry : stores.get(random.nextInt(PEOPLE))
                    .questions(QuestionQuery.all().limit(500))
                    .entries()) {
                Standing.Kind kind = entry.question().kind();
                String key = entry.threadId() + " " + entry.question().callId() + " " + kind;
                if (kind != Standing.Kind.CHILD && planned.putIfAbsent(key, entry) == null) {
                    int think = kind == Standing.Kind.DECISION ? ABANDONED_MILLIS : random.nextInt(THINK_MILLIS);
                    ThreadInbox person = inboxes.get(random.nextInt(PEOPLE));
                    boolean refuses = random.nextDouble() < REFUSALS;
                    workers.schedule(() -> decide(key, person, entry, refuses), think, TimeUnit.MILLISECONDS);
                }
            }
        } catch (StoreException e) {
            figures.add("queries without an answer", 1);
        } catch (RuntimeException e) {
            figures.require(false, "A query of the index failed: " + e);
        }
    }

    private void decide(String key, ThreadInbox person, QuestionEntry entry, boolean refuses) {
        String kind = entry.question().kind().name();
        try {
            confirm(decided(person, entry, refuses));
            figures.add("decisions: " + kind, 1);
        } catch (NotWaitingException late) {
            figures.add("late decisions: " + kind, 1);
        } catch (ConcurrentRunException e) {
            figures.add("decisions during other appends: " + kind, 1);
        } catch (StoreException e) {
            figures.add("decisions with an unknown outcome: " + kind + " " + e.reason(), 1);
        } catch (RuntimeException e) {
            figures.require(false, "A decision for " + key + " failed: " + e);
        } finally {
            planned.remove(key);
        }
    }

    private AgentThread decided(ThreadInbox person, QuestionEntry entry, boolean refuses) {
        String id = entry.threadId();
        String callId = entry.question().callId();
        Approver approver = Approver.of("alice");
        return switch (entry.question().kind()) {
            case APPROVAL ->
                refuses ? person.refuse(id, callId, approver, "too expensive") : person.approve(id, callId, approver);
            case REPLY -> person.reply(id, callId, "{\"text\":\"yes\"}");
            case DECISION -> person.answer(id, callId, approver, answer(person.thread(id), callId));
            case MESSAGE -> person.message(id, "Please continue.");
            case CHILD -> throw new IllegalStateException("People do not end children.");
        };
    }

    /** Returns the result of the step if the ledger has its effect; otherwise, permits the step to run again. */
    private Answer answer(AgentThread thread, String callId) {
        boolean taken = Reducer.questions(loop, thread).stream()
                .filter(question -> question.call().id().equals(callId))
                .filter(question -> question instanceof Command.AwaitDecision)
                .map(question -> ((Command.AwaitDecision) question).idempotencyKey())
                .anyMatch(key -> effects.count(key) > 0);
        figures.add(taken ? "decisions: effect found" : "decisions: effect not found", 1);
        return taken ? new Answer.Returned("\"found\"") : new Answer.RunAgain();
    }

    private void confirm(AgentThread thread) {
        confirmed.merge(
                thread.id(),
                thread,
                (before, after) -> after.events().size() > before.events().size() ? after : before);
    }

    /** Returns the threads as they were after decisions that Restate confirmed, by their ids. */
    Map<String, AgentThread> confirmed() {
        return confirmed;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
