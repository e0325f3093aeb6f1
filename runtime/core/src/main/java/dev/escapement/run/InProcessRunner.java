package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Reply;
import dev.escapement.thread.Start;
import java.util.function.Supplier;

/** A runner whose methods execute on the caller's Java thread. */
final class InProcessRunner implements Runner {

    private final RunnerConfig config;
    private final Decisions decisions;
    private final ThreadCoordinator coordinator;
    private final Budget budget;
    private final Supplier<String> ids;

    InProcessRunner(RunnerConfig config, Budget budget, Supplier<String> ids) {
        this.config = config;
        this.decisions = new Decisions(config);
        this.coordinator = new ThreadCoordinator(config);
        this.budget = budget;
        this.ids = ids;
    }

    @Override
    public AgentThread start(String input) {
        return start(ids.get(), Start.of(input));
    }

    @Override
    public AgentThread start(String id, String input) {
        return start(id, Start.of(input));
    }

    @Override
    public AgentThread start(Start start) {
        return start(ids.get(), start);
    }

    @Override
    public AgentThread start(String id, Start start) {
        return coordinator.start(
                id, new Event.Started(config.now(), config.loop().agent(), start, budget));
    }

    @Override
    public AgentThread resume(String id) {
        return coordinator.resume(id);
    }

    @Override
    public AgentThread approve(String id, String callId, Approver approver) {
        return coordinator.decide(id, thread -> decisions.approved(thread, callId, approver));
    }

    @Override
    public AgentThread approveEdited(String id, String callId, Approver approver, String arguments) {
        return coordinator.decide(id, thread -> decisions.approvedEdited(thread, callId, approver, arguments));
    }

    @Override
    public AgentThread refuse(String id, String callId, Approver approver, String reason) {
        return coordinator.decide(id, thread -> decisions.refused(thread, callId, approver, reason));
    }

    @Override
    public AgentThread reply(String id, String callId, String json) {
        return coordinator.decide(id, thread -> decisions.replied(thread, callId, json));
    }

    @Override
    public AgentThread reply(String id, String callId, Reply reply) {
        return coordinator.decide(id, thread -> decisions.replied(thread, callId, reply));
    }

    @Override
    public AgentThread reply(String id, String text) {
        return coordinator.decide(id, thread -> decisions.said(thread, text));
    }

    @Override
    public AgentThread confirm(String id, String callId, Approver approver, String note) {
        return coordinator.settle(id, callId, thread -> decisions.confirmed(thread, callId, approver, note));
    }

    @Override
    public AgentThread rerun(String id, String callId, Approver approver) {
        return coordinator.settle(id, callId, thread -> decisions.rerunAllowed(thread, callId, approver));
    }

    @Override
    public AgentThread cancel(String id, String reason) {
        return coordinator.decide(id, thread -> decisions.stopped(thread, reason));
    }
}
