package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.json.JsonText;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.restate.wire.ThreadRowCodec;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadDriver;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import dev.restate.sdk.common.TerminalException;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the execution of threads with a journal that fails at each of its entries. */
class JournaledDriveTest {

    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");

    private static final Invocations INVOCATIONS = new Invocations();

    private final LedgerDesk desk = new LedgerDesk();
    private Clock clock = Clock.fixed(AT, ZoneOffset.UTC);

    private AgentLoop ledger() {
        return new LedgerDeskLoop(desk);
    }

    private ServiceDefinition process(AgentLoop loop, Model model) {
        Runner runner = Runner.of(loop, new AuditDeskLoop(new AuditDesk()))
                .model(model)
                .clock(Clock.fixed(AT, ZoneOffset.UTC))
                .build();
        ObjectContext context = new ObjectContext(ThreadDriver.of(runner), new ObjectTargets("Thread"), clock);
        return new ObjectDefinitions(INVOCATIONS).threads(context);
    }

    private InMemoryRestate restate(String... tools) {
        return new InMemoryRestate(() -> process(ledger(), LedgerModel.of(tools)));
    }

    private InMemoryRestate started(InMemoryRestate restate) {
        Event started = new Event.Started(AT, ledger().agent(), Start.of("Close account a-1"), Budget.UNLIMITED);
        AppendBody body = new AppendBody(0, List.of(new JsonText(Event.CODEC.encode(started))), Standing.RUNNABLE);
        String unused = restate.call("t1", "append", AppendBodyCodec.INSTANCE.encode(body));
        return restate;
    }

    private static AgentThread thread(InMemoryRestate restate, String key) {
        List<JsonText> events = new ArrayList<>();
        String next = restate.state(key).get("e0");
        while (next != null) {
            events.add(new JsonText(next));
            next = restate.state(key).get("e" + events.size());
        }
        return new EventTexts(key, events).thread();
    }

    private static ThreadRow row(InMemoryRestate restate) {
        return ObjectJournal.decoded(
                ThreadRowCodec.INSTANCE, restate.state("t1").get("row"));
    }

    /** Returns the events without repeated starts of steps. */
    private static List<String> events(InMemoryRestate restate) {
        return thread(restate, "t1").events().stream()
                .filter(event -> !(event instanceof Event.StepStarted start) || start.attempt() == 1)
                .map(event -> event.kind().toString())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> crashAtAnyEntryDoesNotChangeTheEnd() {
        InMemoryRestate whole = started(restate("read_balance", "audit_account"));
        return IntStream.range(0, whole.entries())
                .mapToObj(entry -> DynamicTest.dynamicTest("entry " + entry, () -> {
                    InMemoryRestate crashed =
                            started(restate("read_balance", "audit_account").crashingAt(entry));

                    assertEquals(1, crashed.failures());
                    assertEquals(events(whole), events(crashed));
                    assertEquals(row(whole).standing(), row(crashed).standing());
                }));
    }

    @TestFactory
    Stream<DynamicTest> lostResultDoesNotChangeTheEnd() {
        InMemoryRestate whole = started(restate("read_balance", "audit_account"));
        return IntStream.range(0, whole.entries())
                .mapToObj(entry -> DynamicTest.dynamicTest("entry " + entry, () -> {
                    InMemoryRestate lost =
                            started(restate("read_balance", "audit_account").losing(entry));

                    assertEquals(events(whole), events(lost));
                    assertEquals(row(whole).standing(), row(lost).standing());
                }));
    }

    @Test
    void threadEndsWithItsChild() {
        InMemoryRestate restate = started(restate("audit_account"));

        assertEquals(Standing.of(Standing.Phase.FINISHED), row(restate).standing());
        assertEquals(thread(restate, "t1").events().size(), row(restate).size());
    }

    /** Cancels a thread whose child cannot continue. */
    private CancelledCase cancelled(int crash) {
        Model model = request -> {
            if (request.prompt().contains("audit")) {
                throw new IllegalStateException("offline");
            }
            return LedgerModel.of("audit_account").reply(request);
        };
        InMemoryRestate restate = started(new InMemoryRestate(() -> process(ledger(), model)).crashingAt(crash));
        Event stopped = new Event.Stopped(AT, "", StopCause.CANCELLED, "not required");
        AppendBody body = new AppendBody(row(restate).size(), List.of(EventTexts.of(stopped)), Standing.RUNNABLE);
        String unused = restate.call("t1", "append", AppendBodyCodec.INSTANCE.encode(body));
        String child = thread(restate, "t1").events().stream()
                .filter(event -> event.kind() == EventKind.DELEGATE_STARTED)
                .map(event -> ((DelegateStarted) event).threadId())
                .findFirst()
                .orElseThrow();
        return new CancelledCase(restate, child);
    }

    /** A cancelled thread and its child. */
    private record CancelledCase(InMemoryRestate restate, String child) {}

    @TestFactory
    Stream<DynamicTest> cancelledThreadEndsItsChildDespiteACrash() {
        return IntStream.range(0, cancelled(-1).restate().entries())
                .mapToObj(entry -> DynamicTest.dynamicTest("entry " + entry, () -> {
                    CancelledCase crashed = cancelled(entry);

                    assertEquals(
                            Standing.of(Standing.Phase.STOPPED),
                            row(crashed.restate()).standing());
                    assertTrue(thread(crashed.restate(), crashed.child()).hasEnded());
                    assertEquals(
                            EventKind.DELEGATE_ENDED,
                            thread(crashed.restate(), "t1").last().kind());
                }));
    }

    /** Returns the entry that contains the outcome of a step. */
    private static int outcome(InMemoryRestate whole, String step) {
        int entry = 0;
        for (List<String> journal : whole.journals()) {
            for (String line : journal) {
                if (line.startsWith("run advance") && line.contains("step_returned") && line.contains(step)) {
                    return entry;
                }
                entry++;
            }
        }
        throw new AssertionError(whole.journals());
    }

    @Test
    void destructiveStepWithLostOutcomeDoesNotRunAgain() {
        int outcome = outcome(started(restate("pay_out")), "paid");
        desk.effects.clear();

        InMemoryRestate restate = started(restate("pay_out").losing(outcome));

        assertEquals(List.of("pay"), desk.effects);
        assertEquals(
                List.of(Standing.Kind.DECISION),
                row(restate).standing().questions().stream()
                        .map(Standing.Question::kind)
                        .toList());
    }

    @Test
    void readStepWithLostOutcomeRunsAgain() {
        int outcome = outcome(started(restate("read_balance")), "100");
        desk.effects.clear();

        InMemoryRestate restate = started(restate("read_balance").losing(outcome));

        assertEquals(List.of("read", "read"), desk.effects);
        assertEquals(
                List.of(1, 2),
                thread(restate, "t1").events().stream()
                        .filter(event -> event instanceof Event.StepStarted start
                                && start.callId().equals("c0"))
                        .map(event -> ((Event.StepStarted) event).attempt())
                        .toList());
    }

    @Test
    void otherReleaseContinuesTheJournal() {
        int outcome = outcome(started(restate("read_balance")), "100");
        AtomicInteger processes = new AtomicInteger();
        AgentLoop other = loop("next", () -> {
            throw new IllegalStateException("other decision");
        });
        Supplier<ServiceDefinition> releases =
                () -> process(processes.getAndIncrement() == 0 ? ledger() : other, LedgerModel.of("read_balance"));

        InMemoryRestate restate = started(new InMemoryRestate(releases).crashingAt(outcome + 2));

        assertEquals(2, processes.get());
        assertEquals(1, row(restate).attempts());
        assertTrue(
                events(restate).contains("STEP_RETURNED"), () -> events(restate).toString());
    }

    @Test
    void executionHandsOverBetweenCommandsOnly() {
        AtomicInteger seconds = new AtomicInteger();
        clock = new Clock() {
            @Override
            public Instant instant() {
                return AT.plus(Duration.ofSeconds(2L * seconds.getAndIncrement()));
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };

        InMemoryRestate restate = started(restate("read_balance", "pay_out"));

        assertEquals(Standing.Phase.FINISHED, row(restate).standing().phase());
        assertEquals(List.of("read", "pay"), desk.effects);
        assertTrue(restate.journals().size() > 3, () -> "" + restate.journals().size());
        assertEquals(
                List.of(),
                restate.journals().stream()
                        .filter(JournaledDriveTest::endsWithAStart)
                        .toList());
    }

    /** Returns whether the last action of an invocation is the start of a step. */
    private static boolean endsWithAStart(List<String> journal) {
        return journal.stream()
                .filter(entry -> entry.startsWith("run advance"))
                .reduce((earlier, later) -> later)
                .filter(last -> last.contains("\"started\":true"))
                .isPresent();
    }

    @Test
    void failingExecutionEndsInAParkedRow() {
        AgentLoop faulty = loop("next", () -> {
            throw new IllegalStateException("fault");
        });
        InMemoryRestate restate = started(new InMemoryRestate(() -> process(faulty, LedgerModel.of())));
        int executions = 1;
        while (restate.fireTimers()) {
            executions++;
        }

        assertEquals(10, executions);
        assertTrue(row(restate).parked());
        assertEquals(1, row(restate).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"~%", "~AGE"})
    void keyOfNoThreadIsRefusedOnce(String key) {
        InMemoryRestate restate = restate();
        AppendBody body = new AppendBody(0, List.of(new JsonText("{}")), Standing.RUNNABLE);
        String json = AppendBodyCodec.INSTANCE.encode(body);

        CompletionException refusal = assertThrows(CompletionException.class, () -> restate.call(key, "append", json));

        assertInstanceOf(TerminalException.class, refusal.getCause());
    }

    @Test
    void interruptingAgentEndsInAParkedRow() {
        AgentLoop faulty = loop("prompt", () -> {
            throw new IllegalStateException(new InterruptedException());
        });
        InMemoryRestate restate = started(new InMemoryRestate(() -> process(faulty, LedgerModel.of())));
        while (restate.fireTimers()) {
            assertTrue(row(restate).attempts() <= 10);
        }

        assertTrue(row(restate).parked());
    }

    @Test
    void resultThatRestateRefusesParksTheThread() {
        Model model = request -> ModelReply.text("x".repeat(32 << 20));
        InMemoryRestate restate = started(new InMemoryRestate(() -> process(ledger(), model)));

        assertTrue(row(restate).parked());
        assertEquals(1, row(restate).attempts());
    }

    private static void setRunnable(InMemoryRestate restate) {
        ThreadRow before = row(restate);
        ThreadRow runnable = RowChanges.appended(before, before.size(), Standing.RUNNABLE, AT);
        restate.state("t1").put("row", ThreadRowCodec.INSTANCE.encode(runnable));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void cancellationDuringAReadParksTheThread(int cancelled) {
        InMemoryRestate restate = started(restate("pay_out"));
        setRunnable(restate);
        restate.beforeReads(read -> {
            if (read == cancelled) {
                throw new TerminalException(TerminalException.CANCELLED_CODE, "cancelled");
            }
        });

        String unused = restate.call("t1", "drive", "{}");

        assertTrue(row(restate).parked());
    }

    @Test
    void unreadableEventEndsInAParkedRow() {
        InMemoryRestate restate = started(restate("pay_out"));
        restate.state("t1").put("e1", "{\"event\": \"of_a_newer_release\"}");
        setRunnable(restate);

        String unused = restate.call("t1", "drive", "{}");
        while (restate.fireTimers()) {
            assertTrue(row(restate).attempts() <= 10);
        }

        assertTrue(row(restate).parked());
    }

    /** Returns a loop of which one method differs. */
    private AgentLoop loop(String method, Supplier<Object> body) {
        AgentLoop loop = ledger();
        return (AgentLoop) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AgentLoop.class}, (proxy, called, args) -> {
                    if (called.getName().equals(method)) {
                        return body.get();
                    }
                    try {
                        return called.invoke(loop, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
