package dev.escapement.server.web;

import dev.escapement.Effect;
import dev.escapement.model.Usage;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Threads for the pages of the inspector. */
final class SampleThreads {
    private static final String NONE = "{}";
    private static final String STAGING = "deploy_to_staging";
    private static final String PRODUCTION = "deploy_to_production";
    private static final String SMOKE_TEST = "run_smoke_test";

    private final List<Event> events = new ArrayList<>();
    private Instant clock = SampleEvents.START;

    private SampleThreads() {}

    /** Returns one event of each kind, in the order of the kinds. */
    static List<Event> ofEachKind() {
        SampleThreads thread = new SampleThreads();
        for (EventKind kind : EventKind.values()) {
            thread.add(SampleEvents.of(kind, thread.tick()));
        }
        return thread.events;
    }

    /** Returns a deployment that a person approved: staging, the gate, production, the smoke test and the end. */
    static List<Event> deployment() {
        SampleThreads thread = new SampleThreads();
        thread.start();
        thread.reply(STAGING, "call_1");
        thread.step("call_1", Effect.IDEMPOTENT, "{\"tag\":\"v1.2.3\"}");
        thread.reply(PRODUCTION, "call_2");
        thread.add(new Event.ApprovalAsked(thread.tick(), "call_2", "Deploy v1.2.3 to production?", SampleEvents.HASH));
        thread.clock = thread.clock.plus(Duration.ofHours(3));
        thread.add(new Event.Approved(thread.tick(), "call_2", "ann", SampleEvents.HASH, Optional.empty()));
        thread.add(new Event.GatePassed(thread.tick(), "call_2"));
        thread.started("call_2", Effect.DESTRUCTIVE);
        thread.add(new Event.CallSelected(thread.tick(), "call_2", new Call("call_2-1", SMOKE_TEST, NONE)));
        thread.step("call_2-1", Effect.READ, "{\"passed\":true}");
        thread.reply("done", "call_3");
        thread.started("call_3", Effect.WRITE);
        thread.add(new Event.Finished(thread.tick(), "call_3", "\"v1.2.3 is in production\""));
        return thread.events;
    }

    /** Returns the first events of a deployment, until the question to a person. */
    static List<Event> waiting() {
        return deployment().subList(0, 7);
    }

    /** Returns a thread with a given number of events that has not ended: a reply, a step and its result, again and again. */
    static List<Event> large(int size) {
        SampleThreads thread = new SampleThreads();
        thread.start();
        for (int turn = 1; thread.events.size() < size; turn++) {
            String call = "call_" + turn;
            thread.reply(STAGING, call);
            thread.step(call, Effect.IDEMPOTENT, "{\"turn\":" + turn + '}');
        }
        return thread.events.subList(0, size);
    }

    private void start() {
        Start start = Start.of("Deploy v1.2.3").label("team", "web");
        add(new Event.Started(tick(), SampleEvents.AGENT, start, Budget.UNLIMITED));
        add(SampleEvents.of(EventKind.CONTEXT_FETCHED, tick()));
    }

    private void reply(String tool, String callId) {
        add(SampleEvents.reply(tick(), "", new Call(callId, tool, "{\"tag\":\"v1.2.3\"}")));
    }

    private void started(String callId, Effect effect) {
        add(new Event.StepStarted(tick(), callId, effect, "t/1/" + callId, 1, "returns"));
    }

    private void step(String callId, Effect effect, String result) {
        started(callId, effect);
        add(new Event.StepReturned(tick(), callId, result, 0, Duration.ofMillis(850), List.of()));
    }

    private void add(Event event) {
        events.add(event);
    }

    private Instant tick() {
        clock = clock.plusSeconds(1);
        return clock;
    }

    /** Returns the sum of the tokens and the cost of a thread's replies. */
    static Usage usage(List<Event> events) {
        Usage sum = Usage.NONE;
        for (Event event : events) {
            if (event instanceof Event.ModelReplied reply) {
                sum = new Usage(
                        sum.inputTokens() + reply.usage().inputTokens(),
                        sum.outputTokens() + reply.usage().outputTokens(),
                        sum.cachedTokens() + reply.usage().cachedTokens(),
                        sum.cost().add(reply.usage().cost()));
            }
        }
        return sum;
    }
}
