package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.run.FileThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Races of two processes on one question. One process approves and cancels, the other refuses and answers, and both drive
 * the thread, all at the same time.
 */
final class Races {

    static final String APPROVE = "approve";
    static final String REFUSE = "refuse";
    static final String ANSWER = "answer";
    static final String CANCEL = "cancel";

    private static final long MAX_SECONDS = 60;

    private final Options options;
    private final Path threads;
    private final Path effects;
    private final Figures figures;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Races(Options options, Path directory, Figures figures) {
        this.options = options;
        this.threads = directory.resolve("threads");
        this.effects = directory.resolve("ledger");
        this.figures = figures;
    }

    /** Runs the races and verifies each. */
    void run() throws Exception {
        Files.createDirectories(threads);
        RecordedWork work = new RecordedWork(new Ledger(effects), new Random(options.seed()), 0, false, 0);
        Runner runner = Runner.of(new DeliveryDeskLoop(new DeliveryDesk(work)))
                .model(new ScriptedDesk())
                .store(FileThreadStore.in(threads))
                .interceptor(work)
                .build();
        try (ChildProcess first = start(APPROVE, CANCEL);
                ChildProcess second = start(REFUSE, ANSWER)) {
            for (int i = 1; i <= options.races(); i++) {
                String id = ScriptedDesk.RACE + "-" + i;
                AgentThread waiting = runner.start(id, id);
                String callId = ((Event.ApprovalAsked) waiting.last()).callId();
                first.send(id + " " + callId);
                second.send(id + " " + callId);
                Set<String> recorded = new HashSet<>();
                recorded.addAll(recorded(id));
                recorded.addAll(recorded(id));
                check(runner.resume(id), callId, recorded);
            }
        }
    }

    private ChildProcess start(String first, String second) throws Exception {
        ChildProcess child = ChildProcess.start(
                RaceProcess.class, List.of(threads.toString(), effects.toString(), first, second), lines::add);
        if (!child.awaitReady(MAX_SECONDS)) {
            throw new IllegalStateException("a process of the races did not start");
        }
        return child;
    }

    /** Returns the decisions that the next process reports as recorded. */
    private Set<String> recorded(String id) throws InterruptedException {
        String line = lines.poll(MAX_SECONDS, TimeUnit.SECONDS);
        if (line == null || !line.startsWith(Lines.RACED + " " + id + " ")) {
            throw new IllegalStateException("a race ended with \"" + line + "\"");
        }
        Set<String> recorded = new TreeSet<>();
        for (String word : line.split(" ")) {
            if (word.endsWith("=true")) {
                recorded.add(word.substring(0, word.indexOf('=')));
            }
        }
        return recorded;
    }

    private void check(AgentThread thread, String callId, Set<String> reported) {
        Set<String> stored = new TreeSet<>();
        Optional<String> winner = Optional.empty();
        int answers = 0;
        int starts = 0;
        boolean approved = false;
        boolean ended = false;
        for (Event event : thread.events()) {
            String decision = decision(event, callId);
            figures.require0(
                    "races with a decision recorded twice",
                    decision.isEmpty() || stored.add(decision) ? 0 : 1,
                    thread.toString());
            approved |= decision.equals(APPROVE);
            starts += event instanceof Event.StepStarted start && start.callId().equals(callId) ? 1 : 0;
            boolean settles = isAnswer(event, callId) || (event instanceof Event.Stopped && answers == 0);
            if (settles && !ended) {
                answers += isAnswer(event, callId) ? 1 : 0;
                winner = winner.isPresent() ? Optional.of("two") : Optional.of(fate(event, decision));
            }
            ended |= event instanceof Event.End;
        }
        long executed = new Ledger(effects).count(thread.id() + "/1/" + callId);
        boolean isRight = winner.isPresent()
                && !winner.get().equals("two")
                && !(stored.contains(APPROVE) && stored.contains(REFUSE))
                && executed == starts
                && starts <= (approved ? 1 : 0);
        figures.add("races of two processes", 1);
        figures.add("races won by " + winner.orElse("none"), 1);
        figures.add("races with an approval overtaken before the step started", approved && starts == 0 ? 1 : 0);
        figures.require0("races of two processes without exactly one winner", isRight ? 0 : 1, thread.toString());
        figures.require0(
                "races whose reports differ from the events",
                reported.equals(stored) ? 0 : 1,
                reported + ", but " + stored + ": " + thread);
    }

    /** Returns the decision that an event records, or an empty string. */
    private static String decision(Event event, String callId) {
        if (event instanceof Event.Stopped) {
            return CANCEL;
        } else if (!(event instanceof Event.OfCall ofCall) || !ofCall.callId().equals(callId)) {
            return "";
        }
        return switch (event.kind()) {
            case APPROVED -> APPROVE;
            case REFUSED -> REFUSE;
            case ANSWERED_BY_PERSON -> ANSWER;
            default -> "";
        };
    }

    private static boolean isAnswer(Event event, String callId) {
        return (event instanceof Event.CallAnswer || event instanceof Event.AnsweredByPerson)
                && ((Event.OfCall) event).callId().equals(callId);
    }

    /** Returns the winner. A call that ran was approved. */
    private static String fate(Event event, String decision) {
        return decision.isEmpty() && event instanceof Event.StepReturned ? APPROVE : decision;
    }
}
