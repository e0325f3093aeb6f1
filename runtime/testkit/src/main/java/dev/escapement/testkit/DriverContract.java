package dev.escapement.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Outcome;
import dev.escapement.run.Approver;
import dev.escapement.thread.AgentThread;
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

    private static final long POLL_MILLIS = 10;

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

    /** Starts a thread with the input {@code go} and waits until it is at rest. */
    final AgentThread run(ContractLoop loop) throws Exception {
        AgentDriver driver = open(loop);
        start(driver);
        return awaitRest(driver, loop);
    }

    /** Starts the thread {@code t1}. */
    final void start(AgentDriver driver) throws Exception {
        driver.start(id("t1"), Start.of("go"));
    }

    // Steps

    /** Returns a step with an effect, which the test can observe and whose process can end before and after it. */
    final ContractStep step(String tool) {
        return ContractStep.named(tool).body((text, context) -> {
            barrier.pass("start of " + tool);
            effects.add(tool + " " + text);
            barrier.pass("end of " + tool);
            return Outcome.returned(ContractStep.STRING, text);
        });
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

    /** Ends the process of a driver when an action has reached the place that was set. The action then continues. */
    final void crashAtBarrier(AgentDriver driver, String id) throws Exception {
        ActionBarrier reached = barrier;
        driver.wake(id);
        reached.awaitReached();
        barrier = new ActionBarrier("");
        driver.crash();
        reached.release();
    }

    // Threads

    /** Waits until the thread {@code t1} waits or has ended. */
    final AgentThread awaitRest(AgentDriver driver, ContractLoop loop) throws Exception {
        return await(driver, id("t1"), "is at rest", thread -> loop.next(thread).isAtRest());
    }

    /** Waits until the thread {@code t1} has ended. */
    final AgentThread awaitEnd(AgentDriver driver) throws Exception {
        return await(driver, id("t1"), "has ended", AgentThread::hasEnded);
    }

    /** Waits until a thread satisfies a condition. */
    final AgentThread await(AgentDriver driver, String id, String state, Predicate<AgentThread> condition)
            throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            AgentThread thread = driver.inbox().thread(id);
            if (condition.test(thread)) {
                return thread;
            } else if (System.nanoTime() - start > DEADLINE.toNanos()) {
                throw new AssertionError("After " + DEADLINE.toSeconds() + " seconds, it is false that the thread "
                        + state + ". Its events are:\n" + EventOutline.of(thread));
            }
            driver.wake(id);
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Asserts the events of a thread in the form of {@link EventOutline}. */
    static void assertEvents(String expected, AgentThread thread) {
        assertEquals(expected, EventOutline.of(thread));
    }
}
