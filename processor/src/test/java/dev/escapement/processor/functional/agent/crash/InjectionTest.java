package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelRequest;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of messages, approvals, answers, extensions and cancellations that another party appends during a step, a gate,
 * a fetch of context or a request to the model: the outcome is recorded after them, and nothing runs twice.
 */
class InjectionTest {

    @TestFactory
    Stream<DynamicTest> actionOfAPersonInMemory() {
        return tests(name -> Disk.memory());
    }

    @TestFactory
    Stream<DynamicTest> actionOfAPersonInFiles(@TempDir Path directory) {
        return tests(name -> Disk.files(directory.resolve(name)));
    }

    private static Stream<DynamicTest> tests(Function<String, Disk> disks) {
        return Arrays.stream(InjectionPoint.values())
                .flatMap(point -> Arrays.stream(Injection.values())
                        .filter(injection -> point.hasOpenCalls() || !injection.concernsAnOpenCall())
                        .flatMap(injection -> Arrays.stream(World.Moment.values())
                                .filter(moment -> !point.isRequest() || moment == World.Moment.BEFORE)
                                .map(moment -> test(point, injection, moment, disks))));
    }

    private static DynamicTest test(
            InjectionPoint point, Injection injection, World.Moment moment, Function<String, Disk> disks) {
        String name = injection + " " + moment + " the deed of " + point;
        return DynamicTest.dynamicTest(name, () -> {
            Disk disk = disks.apply(name);
            ThreadStore store = disk.open();
            ThreadStore shared = disk.shared(store);
            World world = new World();
            AtomicBoolean injected = new AtomicBoolean();
            world.disturbedBy((when, entry) -> {
                if (when == moment && entry.what().equals(point.deed()) && !injected.getAndSet(true)) {
                    injection.into(ThreadInbox.of(shared, new WorkshopLoop(new Workshop(world))));
                }
            });
            ScenarioWorker worker = new ScenarioWorker(
                    point.scenario(), world, store, UncertainStepDecision.LOOK_IT_UP, ForkJoinPool.commonPool());
            verify(point, injection, new ScenarioRun(worker.run(), worker.requests(), worker.deeds(), world));
        });
    }

    private static void verify(InjectionPoint point, Injection injection, ScenarioRun run) {
        List<Event> events = run.events();
        int at = indexOf(events, injection);
        verifyOnce(run);
        RecoveryRules.verify(run, events.toString());
        RecoveryRules.verifyNoOutcomeLost(run, events.toString());
        if (!point.callId().isEmpty()) {
            List<Event.OfCall> attempts = RecoveryRules.attempts(run, point.callId());
            assertEquals(EventKind.STEP_STARTED, attempts.get(0).kind());
            assertTrue(events.indexOf(attempts.get(0)) < at, "the step runs when the action is recorded");
            assertTrue(events.indexOf(attempts.get(1)) > at, "the outcome follows the action");
        }
        switch (injection) {
            case MESSAGE -> verifyMessage(point, run);
            case APPROVAL -> assertEquals(1, count(run, EventKind.STEP_STARTED, "s1"));
            case ANSWER -> assertEquals(0, count(run, EventKind.STEP_STARTED, "s2"));
            case EXTENSION ->
                assertEquals(OptionalLong.of(1500), run.thread().budget().tokens());
            case CANCELLATION -> verifyEnd(run, at);
        }
        if (injection != Injection.CANCELLATION) {
            assertEquals(EventKind.FINISHED, run.thread().end().orElseThrow().kind(), events::toString);
        }
    }

    /** Returns the position of the action, which is not one of the scripted people's. */
    private static int indexOf(List<Event> events, Injection injection) {
        return IntStream.range(0, events.size())
                .filter(i -> events.get(i).kind() == injection.kind())
                .filter(i -> injection != Injection.APPROVAL
                        || ((Event.OfCall) events.get(i)).callId().equals("s1"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the action is lost: " + events));
    }

    private static void verifyOnce(ScenarioRun run) {
        for (World.Entry entry : run.world().journal()) {
            if (!entry.key().isEmpty()) {
                assertEquals(1, run.world().begun(entry.key()), entry::toString);
            }
        }
    }

    /** The next request contains the message once, after the reply that was written without it. */
    private static void verifyMessage(InjectionPoint point, ScenarioRun run) {
        if (point == InjectionPoint.FINISHES) {
            assertEquals(EventKind.FINISHED, run.thread().last().kind());
            return; // the thread ended with the step that was running
        }
        int replies = switch (point) {
            case FETCH -> 0;
            case FINISHING_REQUEST -> 2;
            default -> 1;
        };
        run.requests()
                .headMap(replies)
                .values()
                .forEach(request -> assertFalse(text(request).contains(Injection.TEXT)));
        String next = text(run.requests().get(replies));
        assertEquals(2, next.split(Injection.TEXT, -1).length, next);
        String unaware = point == InjectionPoint.FINISHING_REQUEST ? "Second reply." : "First reply.";
        assertTrue(next.indexOf(unaware) < next.indexOf(Injection.TEXT), next);
    }

    private static String text(ModelRequest request) {
        return request.messages().toString();
    }

    /** After the end, only outcomes of what was running are recorded. */
    private static void verifyEnd(ScenarioRun run, int stopped) {
        assertEquals(run.events().get(stopped), run.thread().end().orElseThrow());
        List<Event> later = run.events().subList(stopped + 1, run.events().size());
        for (Event event : later) {
            assertTrue(
                    event.kind() == EventKind.MODEL_REPLIED
                            || event.kind() == EventKind.CALL_SELECTED
                            || event.kind() == EventKind.REPLY_ASKED
                            || event.kind() == EventKind.FINISHED
                            || event.kind() == EventKind.STEP_RETURNED,
                    later::toString);
        }
    }

    private static long count(ScenarioRun run, EventKind kind, String callId) {
        return run.events().stream()
                .filter(event ->
                        event.kind() == kind && ((Event.OfCall) event).callId().equals(callId))
                .count();
    }
}
