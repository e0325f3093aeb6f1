package dev.escapement.server.follow;

import dev.escapement.server.EventSink;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.http.JavaThreads;
import dev.escapement.server.http.Watchdog;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * All open streams of a server. A stream keeps its position and no content, and occupies a Java thread only while it reads the
 * store or writes. Streams with a backlog, whose events are loaded as a whole, and those of slow clients take turns: few of them
 * occupy a Java thread and memory at the same time, so that they do not delay the others. Safe for concurrent use.
 */
public final class Followers implements AutoCloseable {
    private static final int WRITERS = 32;
    private static final int BACKLOGS = WRITERS / 2;
    private static final int MAX_WAKE_MILLIS = 250;
    private static final Duration END_TIME = Duration.ofSeconds(2);
    private static final long END_POLL = Duration.ofMillis(10).toNanos();
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/event-stream",
            "Cache-Control", "no-store",
            "X-Accel-Buffering", "no");

    private final int limit;
    private final FollowTiming timing;
    private final Map<String, Set<Follower>> byTopic = new ConcurrentHashMap<>();
    private final Set<Follower> all = ConcurrentHashMap.newKeySet();
    private final Watchdog watchdog = Watchdog.start("escapement-followers-watchdog");
    private final ExecutorService writers;

    /** Not the writers: clients that do not read can occupy all of those. */
    private final ExecutorService closers = JavaThreads.executor("escapement-followers-end", WRITERS);

    private final LimitedExecutor backlogs = new LimitedExecutor(this::execute, BACKLOGS);
    private final ScheduledThreadPoolExecutor timer;
    private final AtomicBoolean isWaking = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * Creates the streams of a server.
     *
     * @param limit the maximum number of open streams
     * @param timing the times
     */
    public Followers(int limit, FollowTiming timing) {
        this(limit, timing, JavaThreads.executor("escapement-followers", WRITERS));
    }

    Followers(int limit, FollowTiming timing, ExecutorService writers) {
        this.limit = limit;
        this.timing = timing;
        this.writers = writers;
        this.timer = new ScheduledThreadPoolExecutor(1, Followers::timerThread, new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
    }

    private static Thread timerThread(Runnable task) {
        Thread thread = new Thread(task, "escapement-followers-timer");
        thread.setDaemon(true);
        return thread;
    }

    /** {@return whether a further stream can be opened} */
    boolean hasRoom() {
        return all.size() < limit;
    }

    /** {@return whether the streams have ended, so that none can be opened} */
    boolean isClosed() {
        return closed;
    }

    /** {@return the number of open streams} */
    public int size() {
        return all.size();
    }

    /** {@return a response that sends a stream} */
    ServerResponse response(StreamBody body) {
        return new ServerResponse.Stream(200, HEADERS, sink -> open(body, sink));
    }

    private void open(StreamBody body, EventSink sink) {
        Follower follower = new Follower(body, sink, this);
        all.add(follower);
        byTopic.compute(body.topic(), (topic, followers) -> {
            Set<Follower> set = followers == null ? ConcurrentHashMap.newKeySet() : followers;
            set.add(follower);
            return set;
        });
        if (closed || all.size() > limit) {
            follower.end();
        } else {
            follower.wake();
        }
    }

    void remove(Follower follower) {
        all.remove(follower);
        byTopic.computeIfPresent(follower.topic(), (topic, followers) -> {
            followers.remove(follower);
            return followers.isEmpty() ? null : followers;
        });
        closeWatchdogIfUnused();
    }

    /**
     * Lets the streams of a topic read the store at once.
     *
     * @param topic the topic
     */
    public void wake(String topic) {
        byTopic.getOrDefault(topic, Set.of()).forEach(Follower::wake);
    }

    /**
     * Lets the streams of a topic continue soon, so that many changes within a short time are sent together.
     *
     * @param topic the topic
     * @param readsStore whether the streams read the store, and not only the replies in progress
     */
    public void wakeSoon(String topic, boolean readsStore) {
        byTopic.getOrDefault(topic, Set.of()).forEach(follower -> follower.wakeSoon(readsStore));
    }

    /** Lets all streams read the store soon, with many streams at most four times in a second. */
    public void wakeAll() {
        if (!closed && isWaking.compareAndSet(false, true)) {
            ScheduledFuture<?> unused =
                    timer.schedule(this::wakeEach, Math.min(MAX_WAKE_MILLIS, all.size()), TimeUnit.MILLISECONDS);
        }
    }

    private void wakeEach() {
        isWaking.set(false);
        all.forEach(follower -> follower.wakeSoon(true));
    }

    /**
     * Wakes streams when the runners of this process record events or receive parts of replies.
     *
     * @param replies the replies in progress
     */
    public void follow(ReplyBuffers replies) {
        replies.onChange(id -> wakeSoon(ThreadFollow.topic(id), false));
        replies.onRecord(id -> {
            wake(ThreadFollow.topic(id));
            wakeSoon(QuestionFollow.TOPIC, true);
        });
    }

    FollowTiming timing() {
        return timing;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /**
     * Runs a task on a Java thread for writing. After the end of the server, it has no effect.
     *
     * @param task the task
     * @param isLong whether the task loads a backlog or writes to a slow client, so that few such tasks run at the same time
     */
    void run(Runnable task, boolean isLong) {
        if (isLong) {
            backlogs.execute(task);
        } else {
            execute(task);
        }
    }

    /** {@return whether streams with a backlog wait for others} */
    boolean isContended() {
        return backlogs.isContended();
    }

    private void execute(Runnable task) {
        try {
            writers.execute(task);
        } catch (RejectedExecutionException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    /** Runs a task that closes the response of an ended stream. */
    void end(Runnable task) {
        try {
            closers.execute(task);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            task.run(); // the stream was opened after the end of the server, or the process cannot create Java threads
        }
    }

    ScheduledFuture<?> schedule(Runnable task, long nanos) {
        return timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    /**
     * Ends all streams: those that wait at once, and those that write after their write, which is interrupted after 2 seconds.
     * Further calls have no effect.
     */
    @Override
    public void close() {
        closed = true;
        all.forEach(Follower::end);
        long deadline = System.nanoTime() + END_TIME.toNanos();
        while (!all.isEmpty() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(END_POLL);
        }
        timer.shutdownNow();
        writers.shutdownNow();
        closers.shutdown();
        closeWatchdogIfUnused();
    }

    /** Ends the watchdog with the last stream, whose response may still be closed. */
    private void closeWatchdogIfUnused() {
        if (closed && all.isEmpty()) {
            watchdog.close();
        }
    }
}
