package dev.escapement.processor.version;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Reducer;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Approver;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A stored thread of a generated agent with one open call, or whose last call finished it.
 *
 * @param thread the thread
 * @param tool the tool of the call
 * @param question the open question
 * @param reply the reply to a pause, or the result of the thread or of its child
 */
record PausedThread(AgentThread thread, String tool, Question question, String reply) {

    static final String ID = "t1";
    static final String CALL = "c1";

    /** The id of the call that pauses before another one. */
    static final String OTHER_CALL = "c0";

    static final Approver ALICE = Approver.of("alice");

    /** The reply that finishes a child. */
    static final ModelReply DELIVERY = ModelReply.calls(new Call("d1", ChildSource.TOOL, "{}"));

    /** The number of combinations of arguments for each step. */
    private static final int CORNERS = 3;

    /** The open questions of stored threads. */
    enum Question {
        APPROVAL,
        DECISION,
        REPLY,
        CHILD,

        /** None: the child has ended, and its result is not joined. */
        JOIN,

        /** The question of another call, which precedes the call. Its gates have permitted it. */
        OTHER,

        NONE
    }

    /** Returns threads of all steps that wait for all questions of the step. */
    static List<PausedThread> of(AgentSource agent, AgentLoop loop, AgentLoop... children) {
        List<PausedThread> threads = new ArrayList<>();
        for (StepSource step : agent.steps()) {
            for (int i = 0; i < CORNERS; i++) {
                AgentThread recorded =
                        recorded(loop, children, new Call(CALL, step.tool(), Field.object(step.arguments(), i)));
                List<Field> value =
                        step.flow() == Flow.DELEGATES ? agent.child().value() : step.value();
                String reply = Field.object(value, i);
                if (step.gated() && step.flow() != Flow.FINISHES) {
                    AgentThread waiting = waiting(
                            loop,
                            children,
                            new Call(
                                    OTHER_CALL,
                                    "ask",
                                    Field.object(agent.step("ask").arguments(), 1)),
                            new Call(CALL, step.tool(), Field.object(step.arguments(), i)));
                    threads.add(new PausedThread(waiting, step.tool(), Question.OTHER, reply));
                }
                for (int length = 1; length <= recorded.events().size(); length++) {
                    AgentThread thread = new AgentThread(ID, recorded.events().subList(0, length));
                    question(thread.last())
                            .ifPresent(asked ->
                                    threads.add(new PausedThread(finished(thread, reply), step.tool(), asked, reply)));
                }
            }
        }
        return threads;
    }

    /** Returns a thread with a call that waits for the question of another one after its gates have permitted it. */
    private static AgentThread waiting(AgentLoop loop, AgentLoop[] children, Call question, Call call) {
        AgentThread thread = Runner.of(loop, children)
                .model(request -> ModelReply.calls(question, call))
                .store(new InMemoryThreadStore())
                .build()
                .start(ID, "Help me");
        List<Event> events = thread.events().stream()
                .map(event -> event instanceof Event.ApprovalAsked asked
                                && asked.callId().equals(CALL)
                        ? new Event.GatePassed(asked.at(), CALL)
                        : event)
                .toList();
        return new AgentThread(ID, events);
    }

    /** Returns a thread with another value of its result or of the result of its child. */
    private static AgentThread finished(AgentThread thread, String result) {
        List<Event> events = new ArrayList<>(thread.events());
        if (thread.last() instanceof Event.Finished end) {
            events.set(events.size() - 1, new Event.Finished(end.at(), end.callId(), result));
        } else if (thread.last() instanceof DelegateEnded end) {
            events.set(
                    events.size() - 1,
                    new DelegateEnded(end.at(), CALL, true, result, end.tool(), end.usage(), end.files(), end.joins()));
        }
        return new AgentThread(thread.id(), events);
    }

    private static Optional<Question> question(Event last) {
        if (!(last instanceof Event.OfCall event) || !event.callId().equals(CALL)) {
            return Optional.empty();
        } else if (last instanceof Event.ApprovalAsked) {
            return Optional.of(Question.APPROVAL);
        } else if (last instanceof Event.StepStarted) {
            return Optional.of(Question.DECISION);
        } else if (last instanceof Event.ReplyAsked) {
            return Optional.of(Question.REPLY);
        } else if (last instanceof DelegateStarted) {
            return Optional.of(Question.CHILD);
        } else if (last instanceof DelegateEnded) {
            return Optional.of(Question.JOIN);
        }
        return last instanceof Event.Finished ? Optional.of(Question.NONE) : Optional.empty();
    }

    private static AgentThread recorded(AgentLoop loop, AgentLoop[] children, Call call) {
        AtomicBoolean called = new AtomicBoolean();
        Runner runner = Runner.of(loop, children)
                .model(request -> {
                    if (request.prompt().equals(ChildSource.PROMPT)) {
                        return DELIVERY;
                    }
                    return called.getAndSet(true) ? ModelReply.text("Done.") : ModelReply.calls(call);
                })
                .store(new InMemoryThreadStore())
                .build();
        AgentThread thread = runner.start(ID, "Help me");
        return Reducer.questions(loop, thread).stream()
                .filter(question -> question.kind() == Command.AwaitForCall.Kind.APPROVAL)
                .findFirst()
                .map(question -> runner.approve(ID, question.call().id(), ALICE))
                .orElse(thread);
    }

    /** Returns whether the step of the call has delegated. */
    boolean hasChild() {
        return question == Question.CHILD || question == Question.JOIN;
    }

    @Override
    public String toString() {
        return tool + " " + question + " "
                + thread.call(CALL).map(Call::arguments).orElse("");
    }
}
