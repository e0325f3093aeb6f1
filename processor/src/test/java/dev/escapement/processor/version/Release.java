package dev.escapement.processor.version;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Reducer;
import dev.escapement.internal.lock.Successors;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.tool.ToolSpec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * A version of a generated agent that continues the threads of an earlier one.
 *
 * @param agents the compiled agents
 * @param name the package of the version
 * @param loop the loop of the version
 */
record Release(CompiledAgents agents, String name, AgentLoop loop) {

    /** The maximum number of decisions, such as an approval that is requested again. */
    private static final int DECISIONS = 4;

    Release(CompiledAgents agents, String name) throws ReflectiveOperationException {
        this(agents, name, agents.loop(name));
    }

    /** Returns the declarations with which the lock file is compared. */
    Successors successors() {
        return new Successors() {
            @Override
            public Optional<String> tool(String former) {
                return loop.tools().stream()
                        .filter(tool -> tool.formerly().contains(former))
                        .<String>map(ToolSpec::name)
                        .findFirst();
            }

            @Override
            public boolean convertsArguments(String tool, String fingerprint) {
                return ToolSpec.named(tool, loop.tools())
                        .filter(spec -> spec.upcasts().include(fingerprint))
                        .isPresent();
            }

            @Override
            public boolean convertsResult(String tool, String fingerprint) {
                return loop.upcasts(tool).include(fingerprint);
            }
        };
    }

    /** Continues a thread, and returns the reason why its call is not completed; empty if it is. */
    String failure(PausedThread paused) throws ReflectiveOperationException {
        return switch (paused.question()) {
            case NONE -> unreadable(paused);
            case APPROVAL, DECISION, REPLY, CHILD, JOIN, OTHER -> incomplete(paused);
        };
    }

    private String unreadable(PausedThread paused) throws ReflectiveOperationException {
        try {
            Method result = agents.type(name, "DeskLoop").getDeclaredMethod("resultOfClose", AgentThread.class);
            result.setAccessible(true);
            boolean present = ((Optional<?>) result.invoke(null, paused.thread())).isPresent();
            return present ? "" : "result of another tool";
        } catch (NoSuchMethodException removed) {
            return "no result";
        } catch (InvocationTargetException invalid) {
            return String.valueOf(invalid.getCause());
        }
    }

    /** Continues a thread, and returns whether the model reads the result of the child in place of the join. */
    boolean leavesUnread(PausedThread paused) throws ReflectiveOperationException {
        return newEvents(paused).stream().anyMatch(event -> isUnread(event, paused));
    }

    private static boolean isUnread(Event event, PausedThread paused) {
        return event instanceof Event.StepFailed failed && failed.message().endsWith(" " + paused.reply());
    }

    private String incomplete(PausedThread paused) throws ReflectiveOperationException {
        try {
            for (Event event : newEvents(paused)) {
                if (isCompletion(event) || isUnread(event, paused)) {
                    return "";
                } else if (event instanceof Event.CallRejected || event instanceof Event.StepFailed) {
                    return event.toString();
                }
            }
        } catch (InvalidInputException rejected) {
            return rejected.getMessage();
        }
        return "still open";
    }

    /** Continues a thread, and returns the events that follow the stored ones. */
    private List<Event> newEvents(PausedThread paused) throws ReflectiveOperationException {
        InMemoryThreadStore store = new InMemoryThreadStore();
        List<Event> stored = paused.thread().events();
        store.append(Append.of(PausedThread.ID, 0, stored.toArray(Event[]::new)));
        Runner runner = Runner.of(loop, agents.children(name))
                .model(request ->
                        request.prompt().equals(ChildSource.PROMPT) ? PausedThread.DELIVERY : ModelReply.text("Done."))
                .store(store)
                .build();
        answerOther(runner.resume(PausedThread.ID), runner);
        for (int i = 0; i < DECISIONS && decide(runner, paused); i++) {
            continue;
        }
        List<Event> events = runner.thread(PausedThread.ID).events();
        return events.subList(stored.size(), events.size());
    }

    /** Answers the question of the call that precedes another one, if it is still open. */
    private void answerOther(AgentThread thread, Runner runner) {
        if (Reducer.questions(loop, thread).stream()
                .anyMatch(question -> question.call().id().equals(PausedThread.OTHER_CALL))) {
            runner.answer(
                    PausedThread.ID, PausedThread.OTHER_CALL, PausedThread.ALICE, new Answer.Failed("Not known."));
        }
    }

    /** Makes the decision that the thread waits for, and returns whether there may be another one. */
    private boolean decide(Runner runner, PausedThread paused) {
        AgentThread thread = runner.thread(PausedThread.ID);
        Optional<Command.AwaitForCall> question = Reducer.questions(loop, thread).stream()
                .filter(each -> each.call().id().equals(PausedThread.CALL))
                .findFirst();
        if (question.isEmpty()) {
            return false;
        }
        return switch (question.get().kind()) {
            case APPROVAL -> {
                runner.approve(PausedThread.ID, PausedThread.CALL, PausedThread.ALICE);
                yield true;
            }
            case DECISION -> {
                runner.answer(PausedThread.ID, PausedThread.CALL, PausedThread.ALICE, new Answer.RunAgain());
                yield true;
            }
            case REPLY -> {
                if (paused.question() == PausedThread.Question.REPLY) {
                    runner.reply(PausedThread.ID, PausedThread.CALL, paused.reply());
                }
                yield false;
            }
            case CHILD -> false;
        };
    }

    private static boolean isCompletion(Event event) {
        return event instanceof Event.StepReturned
                || event instanceof Event.CallSelected
                || event instanceof Event.ReplyAsked
                || event instanceof Event.ReplyReceived
                || event instanceof DelegateStarted
                || event instanceof DelegateEnded
                || event instanceof Event.Finished;
    }
}
