package dev.escapement.jdbc.chaos;

import dev.escapement.Effect;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The verification of one thread by its events, without the state that the library derives from them. */
final class ThreadProof {

    private static final int MAX_ATTEMPTS = 3;

    /** The events of one call. */
    private static final class OneCall {
        private final Call call;
        private final List<Event.StepStarted> starts = new ArrayList<>();
        private int answers;
        private int attempts;
        private int permissions;
        private boolean approved;

        /** Whether the last attempt ended with an exception. */
        private boolean threw;

        OneCall(Call call) {
            this.call = call;
        }
    }

    private final AgentThread thread;
    private final ChaosReport report;
    private final KeyProof keys;
    private final Map<String, OneCall> calls = new LinkedHashMap<>();
    private final Map<String, Integer> startsOfAttempt = new HashMap<>();
    private final Set<String> keysWithOutcome = new HashSet<>();
    private final Set<String> committed = new HashSet<>();
    private boolean ended;

    private ThreadProof(AgentThread thread, ChaosReport report) {
        this.thread = thread;
        this.report = report;
        this.keys = new KeyProof(thread.id(), report);
    }

    static ThreadProof of(AgentThread thread, ChaosReport report) {
        ThreadProof proof = new ThreadProof(thread, report);
        thread.events().forEach(proof::add);
        proof.finish();
        return proof;
    }

    private void require(boolean condition, String rule, Object detail) {
        report.require(condition, rule, thread.id() + " " + detail);
    }

    private void add(Event event) {
        require(
                event instanceof Event.Started == (event == thread.events().get(0)),
                "start at another position",
                event);
        if (event instanceof Event.ModelReplied reply && !ended) {
            reply.calls().forEach(this::select);
        } else if (event instanceof Event.OfCall ofCall) {
            add(ofCall);
        }
        ended |= event instanceof Event.End;
    }

    private void select(Call call) {
        require(calls.put(call.id(), new OneCall(call)) == null, "call id that occurs twice", call.id());
        report.add("calls", 1);
    }

    private void add(Event.OfCall event) {
        OneCall call = calls.get(event.callId());
        if (call == null) {
            require(false, "event of an unknown call", event);
            return;
        }
        if (event instanceof Event.StepStarted start) {
            start(call, start);
        } else if (event instanceof Event.Approved) {
            call.approved = true;
        } else if (event instanceof Event.StepInDoubt) {
            call.threw = true;
        } else if (event instanceof AnsweredByPerson person) {
            answer(call, person.answer());
        } else if (event instanceof Event.CallAnswer && !ended) {
            // A late outcome after the end is recorded only.
            answer(call, event instanceof Event.StepFailed failed && failed.mayHaveTakenEffect());
        }
        if (event instanceof Event.CallSelected selection) {
            select(selection.next());
        }
        outcome(call, event);
    }

    private void start(OneCall call, Event.StepStarted start) {
        call.attempts++;
        require(!ended, "step started after the end", start);
        require(call.answers == 0, "step started after the answer", start);
        require(start.attempt() == call.attempts, "attempt with a wrong number", start);
        require(start.attempt() <= MAX_ATTEMPTS, "too many attempts", start);
        require(
                call.starts.isEmpty() || call.starts.get(0).idempotencyKey().equals(start.idempotencyKey()),
                "second key of a call",
                start);
        if (start.effect() == Effect.DESTRUCTIVE) {
            require(call.approved, "destructive step without approval", start);
            require(call.starts.size() <= call.permissions, "destructive step repeated without a person", start);
        }
        require(start.effect() != Effect.WRITE || !call.threw, "write repeated after an exception", start);
        if (call.starts.isEmpty()) {
            keys.start(call.call, start.idempotencyKey());
        }
        report.add("attempts after the first", call.starts.isEmpty() ? 0 : 1);
        call.starts.add(start);
        startsOfAttempt.merge(start.idempotencyKey() + " " + start.attempt(), 1, Integer::sum);
    }

    private void answer(OneCall call, Answer answer) {
        switch (answer.kind()) {
            case RUN_AGAIN -> {
                call.permissions++;
                call.attempts = 0;
                call.threw = false;
            }
            case QUESTION -> {}
            case RETURNED, NEXT, FINISHED, FAILED -> answer(call, false);
        }
    }

    private void answer(OneCall call, boolean isDoubtful) {
        call.answers++;
        if (!call.starts.isEmpty()) {
            keys.answer(call.call, call.starts.get(0).idempotencyKey(), isDoubtful);
        }
    }

    private void outcome(OneCall call, Event.OfCall event) {
        boolean ofStep = event instanceof Event.StepReturned
                || event instanceof Event.CallSelected
                || event instanceof Event.ReplyAsked
                || event instanceof Event.Finished;
        if (!ofStep || call.starts.isEmpty()) {
            return;
        }
        Event.StepStarted start = call.starts.get(0);
        if (start.effect() == Effect.TRANSACTIONAL) {
            require(committed.add(thread.id() + " " + event.callId()), "two outcomes of a transaction", event);
        } else {
            keysWithOutcome.add(start.idempotencyKey());
        }
    }

    private void finish() {
        boolean finished =
                thread.end().filter(end -> end instanceof Event.Finished).isPresent();
        calls.forEach((id, call) ->
                require(call.answers == 1 || (call.answers == 0 && !finished), "call without exactly one answer", id));
    }

    /** Returns the number of starts by key and attempt. */
    Map<String, Integer> startsOfAttempt() {
        return startsOfAttempt;
    }

    /** Returns the keys of steps, not in transactions, whose outcome is recorded. */
    Set<String> keysWithOutcome() {
        return keysWithOutcome;
    }

    /** Returns the threads and calls of the transactional steps whose outcome is recorded. */
    Set<String> committed() {
        return committed;
    }
}
