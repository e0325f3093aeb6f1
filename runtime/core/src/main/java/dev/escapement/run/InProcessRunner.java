package dev.escapement.run;

import dev.escapement.Effect;
import dev.escapement.content.Content;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.RecordedRequest;
import dev.escapement.engine.Replay;
import dev.escapement.engine.ReplayResult;
import dev.escapement.engine.Schedule;
import dev.escapement.internal.text.BlankText;
import dev.escapement.run.InvalidInputException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Reply;
import dev.escapement.thread.Start;
import dev.escapement.tool.ToolSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A runner whose methods execute on the caller's Java thread. */
final class InProcessRunner implements Runner {

    private final RunnerAgents agents;
    private final RunnerConfig config;
    private final ThreadCoordinator coordinator;
    private final TreeCoordinator trees;
    private final Supplier<String> ids;

    /**
     * Creates a runner.
     *
     * @throws IllegalArgumentException if the store does not support the effects of an agent's steps
     */
    InProcessRunner(RunnerAgents agents, Supplier<String> ids) {
        for (RunnerConfig each : agents.byName().values()) {
            requireSupport(each.loop(), each.store());
        }
        this.agents = agents;
        this.config = agents.first();
        this.coordinator = new ThreadCoordinator(agents);
        this.trees = new TreeCoordinator(agents, coordinator);
        this.ids = ids;
    }

    private static void requireSupport(AgentLoop loop, ThreadStore store) {
        List<String> tools = new ArrayList<>();
        for (ToolSpec<?> tool : loop.tools()) {
            if (loop.effect(tool.name()) == Effect.TRANSACTIONAL) {
                tools.add(tool.name());
            }
        }
        if (!tools.isEmpty() && !(store instanceof TransactionalStore)) {
            throw new IllegalArgumentException(DriveMessages.transactional(tools, store));
        }
    }

    /** Returns an inbox for one decision. A runner that only starts threads has none. */
    private ThreadInbox inbox() {
        return new StoreInbox(
                config.store(), agents.loops(), config.contents(), config.clock(), coordinator::expectDecision);
    }

    /** Returns the store of the threads. */
    ThreadStore store() {
        return config.store();
    }

    /** Returns the settings of the agents. */
    RunnerAgents configs() {
        return agents;
    }

    @Override
    public String agent() {
        return config.loop().agent();
    }

    @Override
    public List<String> agents() {
        return List.copyOf(agents.byName().keySet());
    }

    @Override
    public Runner forAgent(String agent) {
        if (agent.equals(agent())) {
            return this;
        }
        RunnerConfig other = agents.find(agent)
                .orElseThrow(() -> new IllegalArgumentException(DriveMessages.noAgent(agent, agents())));
        return new InProcessRunner(agents.startingWith(other), ids);
    }

    @Override
    public AgentThread drive(ThreadStore.Lease lease) {
        return coordinator.drive(Objects.requireNonNull(lease, "lease"), true, () -> false);
    }

    @Override
    public AgentThread drive(ThreadQueue.Claim claim, BooleanSupplier stop) {
        return coordinator.drive(claim.lease(), claim.attempts() == 0, stop);
    }

    @Override
    public AgentThread start(String input) {
        return start(Start.of(Objects.requireNonNull(input, "input")));
    }

    @Override
    public AgentThread start(String id, String input) {
        return start(id, Start.of(Objects.requireNonNull(input, "input")));
    }

    @Override
    public AgentThread start(Start start) {
        requireInput(start);
        return start(ids.get(), start);
    }

    @Override
    public AgentThread start(String id, Start start) {
        Objects.requireNonNull(id, "id");
        return trees.start(id, started(start));
    }

    @Override
    public AgentThread enqueue(String id, Start start) {
        return coordinator.enqueue(Objects.requireNonNull(id, "id"), List.of(started(start)));
    }

    private Event.Started started(Start start) {
        requireInput(start);
        return new Event.Started(
                config.now(),
                config.loop().agent(),
                start,
                config.budget(),
                Optional.empty(),
                config.versions(),
                Optional.empty());
    }

    @Override
    public List<Schedule> schedules() {
        return config.loop().schedules();
    }

    @Override
    public Append scheduled(String id, Schedule schedule, Instant tick) {
        return Append.of(id, 0, started(config.loop().scheduled(schedule.trigger(), tick)));
    }

    @Override
    public ReplayResult verify(String id) {
        AgentThread thread = thread(id);
        RunnerConfig agent = agents.of(thread);
        return Replay.verify(agent.loop(), thread, agent.model(), agent.options(), agent.contents());
    }

    @Override
    public RecordedRequest request(String id, int position) {
        AgentThread thread = thread(id);
        RunnerConfig agent = agents.of(thread);
        return Replay.request(agent.loop(), thread, position, agent.model(), agent.options(), agent.contents());
    }

    @Override
    public AgentThread fork(String id, int position) {
        return fork(id, position, ids.get());
    }

    @Override
    public AgentThread fork(String id, int position, String newId) {
        return trees.fork(Objects.requireNonNull(id, "id"), position, Objects.requireNonNull(newId, "newId"));
    }

    @Override
    public AgentThread enqueueFork(String id, int position, String newId) {
        return coordinator.enqueueFork(
                Objects.requireNonNull(id, "id"), position, Objects.requireNonNull(newId, "newId"));
    }

    private void requireInput(Start start) {
        if (BlankText.is(Objects.requireNonNull(start, "start").input())
                && start.files().isEmpty()) {
            throw new InvalidInputException(null, "", Reason.BLANK, RunMessages.BLANK_INPUT);
        }
        StoredFiles.require(config.contents(), start.files(), null, "");
    }

    @Override
    public AgentThread startOrGet(String id, Start start) {
        try {
            return start(id, start);
        } catch (ThreadExistsException exists) {
            return resume(id);
        }
    }

    @Override
    public AgentThread thread(String id) {
        return inbox().thread(id);
    }

    @Override
    public AgentThread resume(String id) {
        return trees.resume(Objects.requireNonNull(id, "id"));
    }

    @Override
    public AgentThread approve(String id, String callId, Approver approver) {
        return decide(id, () -> inbox().approve(id, callId, approver));
    }

    @Override
    public AgentThread approveEdited(String id, String callId, Approver approver, String arguments) {
        return decide(id, () -> inbox().approveEdited(id, callId, approver, arguments));
    }

    @Override
    public AgentThread refuse(String id, String callId, Approver approver, String reason) {
        return decide(id, () -> inbox().refuse(id, callId, approver, reason));
    }

    @Override
    public AgentThread reply(String id, String callId, String json) {
        return decide(id, () -> inbox().reply(id, callId, json));
    }

    @Override
    public AgentThread reply(String id, String callId, Reply reply) {
        return decide(id, () -> inbox().reply(id, callId, reply));
    }

    @Override
    public AgentThread reply(String id, String text, Content.File... files) {
        return decide(id, () -> inbox().message(id, text, files));
    }

    @Override
    public AgentThread answer(String id, String callId, Approver approver, Answer answer) {
        return decide(id, () -> inbox().answer(id, callId, approver, answer));
    }

    @Override
    public AgentThread extend(String id, Approver approver, Budget more) {
        return decide(id, () -> inbox().extend(id, approver, more));
    }

    @Override
    public AgentThread cancel(String id, String reason) {
        return decide(id, () -> inbox().cancel(id, reason));
    }

    @Override
    public AgentThread cancel(String id, Approver approver, String reason) {
        return decide(id, () -> inbox().cancel(id, approver, reason));
    }

    private AgentThread decide(String id, Supplier<AgentThread> decision) {
        return trees.decide(Objects.requireNonNull(id, "id"), decision);
    }
}
