package dev.escapement.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Outcome;
import dev.escapement.run.Approver;
import dev.escapement.run.InboxQuestion;
import dev.escapement.run.NotWaitingException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Start;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * The base class of the contracts of drivers: starts drivers of agents whose steps record their effects, and compares the
 * events of threads with an expected list. Each test ends after two minutes at the latest.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class DriverContract {

    static final Approver ALICE = Approver.of("alice");

    static final Approver BOB = Approver.of("bob");

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final Duration END_TIME = Duration.ofSeconds(30);

    private static final Duration REST_TIME = Duration.ofMillis(300);

    private static final long POLL_MILLIS = 20;

    private final ContractModel model = new ContractModel();
    private final List<String> effects = new CopyOnWriteArrayList<>();
    private final Deque<AgentDriver> drivers = new ArrayDeque<>();
    private final String prefix = "t" + UUID.randomUUID() + "-";
    private volatile ActionBarrier barrier = new ActionBarrier("");

    @SuppressWarnings("NullAway.Init") // initialized before each test
    private DriverFixture fixture;

    /** Creates a contract. */
    DriverContract() {}

    /**
     * Returns new storage for one test.
     *
     * @return the storage, which the test closes
     * @throws Exception if it cannot be created
     */
    protected abstract DriverFixture fixture() throws Exception;

    @BeforeEach
    final void createFixture() throws Exception {
        fixture = fixture();
        model.before((agent, earlier) -> barrier.pass(request(agent, earlier)));
    }

    @AfterEach
    final void closeFixture() throws Exception {
        barrier.release();
        try {
            while (!drivers.isEmpty()) {
                drivers.pop().close();
            }
        } finally {
            fixture.close();
        }
    }

    /** Returns the model of all agents. */
    final ContractModel model() {
        return model;
    }

    /** Returns an id of a thread that other tests do not use. */
    final String id(String name) {
        return prefix + name;
    }

    /** Starts a driver of agents, the first of which starts threads. */
    final AgentDriver open(ContractLoop... loops) throws Exception {
        AgentDriver driver = fixture.open(new DriverAgents(Arrays.<AgentLoop>asList(loops), model));
        drivers.push(driver);
        return driver;
    }

    /** Starts a driver of an agent and the thread {@code t1}, and waits until the thread is at rest. */
    final AgentDriver run(ContractLoop loop) throws Exception {
        AgentDriver driver = open(loop);
        start(driver);
        AgentThread unused = awaitRest(driver, loop);
        return driver;
    }

    /** Starts a driver of an agent and the thread {@code t1}, and asserts its events when it is at rest. */
    final void assertRun(String expected, ContractLoop loop) throws Exception {
        AgentDriver driver = open(loop);
        start(driver);
        assertEvents(expected, driver);
    }

    /** Starts the thread {@code t1}. */
    final void start(AgentDriver driver) throws Exception {
        driver.start(id("t1"), Start.of("go"));
    }

    // Steps

    /** Returns a step with an effect, which the test can observe and whose process can end before and after it. */
    final ContractStep step(String tool) {
        return ContractStep.named(tool).body((text, context) -> {
            act(tool, text);
            return Outcome.returned(ContractStep.STRING, text);
        });
    }

    /** Performs an action with an effect, whose process can end before and after it. */
    final void act(String name, String text) throws InterruptedException {
        barrier.pass("start of " + name);
        effects.add(name + " " + text);
        barrier.pass("end of " + name);
    }

    /** Returns the effects of all steps, in order. */
    final List<String> effects() {
        return List.copyOf(effects);
    }

    /** Records an effect. */
    final void addEffect(String effect) {
        effects.add(effect);
    }

    // Crashes

    /** Returns the place before a reply of the model. */
    static String request(String agent, int earlier) {
        return "request " + earlier + " of " + agent;
    }

    /** Lets the next action at a place wait there. */
    final void holdAt(String place) {
        barrier = new ActionBarrier(place);
    }

    /** Waits until an action for the thread {@code t1} waits at the place that was set. */
    final void awaitBarrier(AgentDriver driver) throws InterruptedException {
        while (!barrier.isReached(POLL_MILLIS)) {
            driver.wake(id("t1"));
        }
    }

    /** Skips the test unless the driver records, or does not record, decisions during actions. */
    final void assumeRecordsDuringActions(boolean expected) {
        Assumptions.assumeTrue(
                fixture.recordsDuringActions() == expected,
                "The test is for drivers that " + (expected ? "record" : "do not record")
                        + " a decision during an action.");
    }

    /** Continues the action at the place that was set, and all later ones. */
    final void releaseBarrier() {
        barrier.release();
    }

    /**
     * Ends the process of a driver when an action for the thread {@code t1} has reached a place that was set before. The
     * action then continues, as a request that another system has received does.
     */
    final void crash(AgentDriver driver) throws Exception {
        Assumptions.assumeTrue(fixture.supportsCrashes(), "The driver does not support crashes.");
        awaitBarrier(driver);
        driver.crash();
        releaseBarrier();
    }

    /** Ends the process of a driver whose threads are at rest, abruptly if possible. */
    final void end(AgentDriver driver) throws Exception {
        if (fixture.supportsCrashes()) {
            driver.crash();
        } else {
            drivers.remove(driver);
            driver.close();
        }
    }

    /** Starts the thread {@code t1} and ends the process when an action has reached a place. */
    final void startAndCrash(String place, ContractLoop... loops) throws Exception {
        holdAt(place);
        AgentDriver driver = open(loops);
        start(driver);
        crash(driver);
    }

    // Threads

    /**
     * Waits until the next command for the thread {@code t1} is to wait, or the thread has ended. A step that only a person
     * can repeat may still be running.
     */
    final AgentThread awaitRest(AgentDriver driver, ContractLoop loop) throws Exception {
        return await(driver, id("t1"), "is at rest", thread -> loop.next(thread).isAtRest());
    }

    /** Waits until the thread {@code t1} has ended. */
    final AgentThread awaitEnd(AgentDriver driver) throws Exception {
        return await(driver, id("t1"), "has ended", AgentThread::hasEnded);
    }

    /**
     * Resolves an open call of the thread {@code t1}. A driver may still hold the thread for a moment after the event after
     * which it is at rest.
     */
    final void answer(AgentDriver driver, String callId, Answer answer) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                AgentThread unused = driver.inbox().answer(id("t1"), callId, ALICE, answer);
                return;
            } catch (NotWaitingException e) {
                if (e.reason() != NotWaitingException.Reason.DRIVEN || isLate(start)) {
                    throw e;
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean isLate(long start) {
        return System.nanoTime() - start > DEADLINE.toNanos();
    }

    /** Waits until a thread satisfies a condition. */
    final AgentThread await(AgentDriver driver, String id, String state, Predicate<AgentThread> condition)
            throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            AgentThread thread = driver.inbox().thread(id);
            if (condition.test(thread)) {
                return thread;
            } else if (isLate(start)) {
                throw new AssertionError("After " + DEADLINE.toSeconds() + " seconds, it is false that the thread "
                        + state + ". Its events are:\n" + EventOutline.of(thread));
            }
            driver.wake(id);
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Starts the thread {@code t1} and waits until it, or a child, has a question. */
    final InboxQuestion startAndAwaitQuestion(AgentDriver driver) throws Exception {
        start(driver);
        AgentThread unused = await(
                driver,
                id("t1"),
                "has an open question",
                thread -> !driver.inbox().questions(id("t1")).isEmpty());
        return driver.inbox().questions(id("t1")).get(0);
    }

    /** Asserts the events that the thread {@code t1} has when it is at rest, in the form of {@link EventOutline}. */
    final void assertEvents(String expected, AgentDriver driver) throws InterruptedException {
        assertEvents(expected, driver, id("t1"));
    }

    /** Asserts the events that a thread has when it is at rest. A thread that has not ended must then remain at rest. */
    final void assertEvents(String expected, AgentDriver driver, String id) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        boolean hasEnded = false;
        AgentThread thread = driver.inbox().thread(id);
        while (!EventOutline.of(thread).equals(expected) && System.nanoTime() - deadline < 0) {
            if (thread.hasEnded() && !hasEnded) {
                hasEnded = true;
                deadline = System.nanoTime() + END_TIME.toNanos(); // an outcome can follow the end
            }
            thread = wakeAndLoad(driver, id);
        }
        long restEnd = System.nanoTime() + REST_TIME.toNanos();
        while (!thread.hasEnded() && System.nanoTime() - restEnd < 0) {
            thread = wakeAndLoad(driver, id);
        }
        assertEquals(expected, EventOutline.of(thread));
    }

    private static AgentThread wakeAndLoad(AgentDriver driver, String id) throws InterruptedException {
        driver.wake(id);
        Thread.sleep(POLL_MILLIS);
        return driver.inbox().thread(id);
    }
}
