package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.run.FileThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Races of two processes on one question. Each process makes one or two decisions and drives the thread, all at the same
 * time.
 */
final class Races {

    static final String APPROVE = "approve";
    static final String REFUSE = "refuse";
    static final String ANSWER = "answer";
    static final String CANCEL = "cancel";

    /** A decision that is not made: the process drives the thread twice. */
    private static final String DRIVE = "drive";

    /** The decisions of the first and the second process. */
    private static final List<List<String>> DECISIONS = List.of(
            List.of(APPROVE, DRIVE, REFUSE, DRIVE),
            List.of(APPROVE, DRIVE, ANSWER, DRIVE),
            List.of(APPROVE, DRIVE, CANCEL, DRIVE),
            List.of(REFUSE, DRIVE, ANSWER, CANCEL),
            List.of(APPROVE, REFUSE, APPROVE, REFUSE),
            List.of(APPROVE, CANCEL, REFUSE, ANSWER));

    private static final long MAX_SECONDS = 60;

    private final KillOptions options;
    private final Path threads;
    private final Path effects;
    private final Figures figures;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Races(KillOptions options, Path directory, Figures figures) {
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
        try (ChildProcess first = start();
                ChildProcess second = start()) {
            for (int i = 1; i <= options.races(); i++) {
                String id = ScriptedDesk.RACE + "-" + i;
                AgentThread waiting = runner.start(id, id);
                String callId = ((Event.ApprovalAsked) waiting.last()).callId();
                List<String> decisions = DECISIONS.get(i % DECISIONS.size());
                first.send(id + " " + callId + " " + decisions.get(0) + " " + decisions.get(1));
                second.send(id + " " + callId + " " + decisions.get(2) + " " + decisions.get(3));
                List<String> recorded = recorded(id);
                recorded.addAll(recorded(id));
                recorded.sort(Comparator.naturalOrder());
                check(runner.resume(id), callId, recorded);
            }
        }
    }

    private ChildProcess start() throws Exception {
        ChildProcess child =
                ChildProcess.start(RaceProcess.class, List.of(threads.toString(), effects.toString()), lines::add);
        if (!child.awaitReady(MAX_SECONDS)) {
            throw new IllegalStateException("a process of the races did not start");
        }
        return child;
    }

    /** Returns the decisions that the next process reports as recorded. */
    private List<String> recorded(String id) throws InterruptedException {
        String line = lines.poll(MAX_SECONDS, TimeUnit.SECONDS);
        if (line == null || !line.startsWith(Lines.RACED + " " + id + " ")) {
            throw new IllegalStateException("a race ended with \"" + line + "\"");
        }
        List<String> recorded = new ArrayList<>();
        for (String word : line.split(" ")) {
            if (word.endsWith("=true") && !word.startsWith(DRIVE)) {
                recorded.add(word.substring(0, word.indexOf('=')));
            }
        }
        return recorded;
    }

    private void check(AgentThread thread, String callId, List<String> reported) {
        List<String> stored = new ArrayList<>();
        Optional<String> winner = Optional.empty();
        int answers = 0;
        int starts = 0;
        boolean approved = false;
        boolean ended = false;
        for (Event event : thread.events()) {
            String decision = decision(event, callId);
            figures.require0(
                    "races with a decision recorded twice", stored.contains(decision) ? 1 : 0, thread.toString());
            if (!decision.isEmpty()) {
                stored.add(decision);
            }
            approved |= decision.equals(APPROVE);
            starts += event instanceof Event.StepStarted start && start.callId().equals(callId) ? 1 : 0;
            boolean settles = isAnswer(event, callId) || (event instanceof Event.Stopped && answers == 0);
            if (settles && !ended) {
                answers += isAnswer(event, callId) ? 1 : 0;
                winner = winner.isPresent() ? Optional.of("two") : Optional.of(fate(event, decision));
            }
            ended |= event instanceof Event.End;
        }
        stored.sort(Comparator.naturalOrder());
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
        return (event instanceof Event.CallAnswer || event instanceof AnsweredByPerson)
                && ((Event.OfCall) event).callId().equals(callId);
    }

    /** Returns the winner. A call that ran was approved. */
    private static String fate(Event event, String decision) {
        return decision.isEmpty() && event instanceof Event.StepReturned ? APPROVE : decision;
    }
}
