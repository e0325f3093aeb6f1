package dev.escapement.server.follow;

import dev.escapement.run.StoreException;
import dev.escapement.server.EventSink;
import dev.escapement.server.http.LoggedFailure;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * An open stream. At any time it waits for its timer, is queued for a Java thread, or runs on one. Changes that arrive while it
 * runs make it run again. A run ends after one turn, and the stream is queued again behind the others.
 */
final class Follower {
    private static final System.Logger LOGGER = System.getLogger(Follower.class.getPackageName());
    private static final String HEARTBEAT = ":\n\n";

    private final StreamBody body;
    private final EventSink sink;
    private final Followers followers;

    // guarded by this
    private FollowerState phase = FollowerState.WAITING;
    private Request requested = Request.NOTHING;
    private boolean isEnding;
    private long due = Long.MAX_VALUE;

    @Nullable
    private Future<?> timer;

    // used by one Java thread at a time: the one that runs the stream, or else the one that queues it
    private final FollowerTurn turn;
    private long written = System.nanoTime();
    private long pollNanos;
    private long polled;

    private enum FollowerState {
        WAITING,
        QUEUED,
        RUNNING,
        ENDED
    }

    /** The work that the next run does. Later constants include earlier ones. */
    private enum Request {
        NOTHING,
        DELTAS_SOON,
        STORE_SOON,
        STORE
    }

    /** The continuation after a run. */
    private enum RunEnd {
        WAITS,
        CONTINUES,
        ENDS
    }

    Follower(StreamBody body, EventSink sink, Followers followers) {
        this.body = body;
        this.sink = sink;
        this.followers = followers;
        this.turn = new FollowerTurn(followers.timing().turn());
        this.pollNanos = followers.timing().poll().toNanos();
        this.polled = written - pollNanos;
    }

    String topic() {
        return body.topic();
    }

    /** Lets the stream read the store at once. */
    void wake() {
        request(Request.STORE);
    }

    /** Lets the stream continue soon. */
    void wakeSoon(boolean readsStore) {
        request(readsStore ? Request.STORE_SOON : Request.DELTAS_SOON);
    }

    /** Ends the stream: on another Java thread, or after the write in progress. Has no effect after the first call. */
    void end() {
        synchronized (this) {
            isEnding = true;
            if (phase == FollowerState.RUNNING || phase == FollowerState.ENDED) {
                return; // the run in progress ends the stream
            }
            phase = FollowerState.ENDED;
            cancelTimer();
        }
        followers.end(this::close);
    }

    private synchronized void request(Request request) {
        if (request.compareTo(requested) > 0) {
            requested = request;
        }
        if (phase == FollowerState.WAITING) {
            if (requested == Request.STORE) {
                queue();
            } else {
                scheduleIn(followers.timing().deltas().toNanos());
            }
        }
    }

    private synchronized void queue() {
        if (phase != FollowerState.WAITING) {
            return;
        }
        cancelTimer();
        phase = FollowerState.QUEUED;
        boolean isQueued = false;
        try {
            followers.run(this::run, turn.isLong());
            isQueued = true;
        } finally {
            if (!isQueued) { // for example, because the process cannot create Java threads
                phase = FollowerState.WAITING;
                scheduleIn(followers.timing().poll().toNanos());
            }
        }
    }

    private synchronized void scheduleIn(long nanos) {
        long at = System.nanoTime() + nanos;
        if (timer != null && due - at <= 0) {
            return;
        }
        cancelTimer();
        due = at;
        timer = followers.schedule(this::queue, nanos);
    }

    private synchronized void cancelTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Begins a run, unless the stream has ended while it was queued. */
    private synchronized Optional<Request> begin() {
        if (phase == FollowerState.ENDED) {
            return Optional.empty();
        }
        phase = FollowerState.RUNNING;
        Request now = requested;
        requested = Request.NOTHING;
        return Optional.of(now);
    }

    /** Continues after a run, unless the stream ends. Returns whether it ends. */
    private synchronized boolean endsAfter(RunEnd end) {
        if (isEnding || end == RunEnd.ENDS) {
            phase = FollowerState.ENDED;
            cancelTimer();
            return true;
        }
        phase = FollowerState.WAITING;
        if (end == RunEnd.CONTINUES) {
            request(Request.STORE);
            return false;
        }
        scheduleIn(Math.max(0, polled + pollNanos - System.nanoTime()));
        if (requested != Request.NOTHING) {
            request(requested);
        }
        return false;
    }

    private synchronized boolean isEnding() {
        return isEnding;
    }

    private void run() {
        begin().ifPresent(this::takeTurn);
    }

    private void takeTurn(Request request) {
        RunEnd end = RunEnd.ENDS;
        try {
            end = proceed(request);
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "A client closed its stream, or did not read it.");
        } catch (StoreException e) {
            end = e.isTemporary() ? RunEnd.WAITS : RunEnd.ENDS;
            LOGGER.log(Level.WARNING, "A stream cannot read the store: {0}.", e.reason());
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A stream failed.", LoggedFailure.of(e));
        } finally {
            body.release();
            if (endsAfter(end)) {
                close();
            }
        }
    }

    private RunEnd proceed(Request request) throws IOException {
        if (isEnding()) {
            return RunEnd.ENDS;
        }
        long begun = System.nanoTime();
        boolean readsStore = request.compareTo(Request.STORE_SOON) >= 0 || begun - polled >= pollNanos;
        if (readsStore) {
            polled = begun;
        }
        boolean hasChanged = false;
        turn.start();
        StreamTurn part;
        do {
            part = body.next(readsStore, turn.isLong());
            turn.loaded();
            if (!part.text().isEmpty()) {
                hasChanged = true;
                write(part.text());
            }
        } while (part.kind() == StreamTurn.Kind.MORE && !isEnding() && !turn.mustYield(followers::isContended));
        if (readsStore) {
            slowDown(hasChanged);
        }
        if (System.nanoTime() - written >= followers.timing().heartbeat().toNanos()) {
            write(HEARTBEAT);
        }
        turn.end(part.kind());
        return switch (part.kind()) {
            case MORE, BACKLOG -> RunEnd.CONTINUES;
            case WAITING -> RunEnd.WAITS;
            case ENDED -> RunEnd.ENDS;
        };
    }

    /** Sets the time of the next poll, which grows by a quarter while nothing changes. */
    private void slowDown(boolean hasChanged) {
        FollowTiming timing = followers.timing();
        pollNanos = hasChanged
                ? timing.poll().toNanos()
                : Math.min(timing.idlePoll().toNanos(), pollNanos + pollNanos / 4);
    }

    private void write(String text) throws IOException {
        long begun = System.nanoTime();
        followers.watchdog().run(followers.timing().write(), () -> sink.write(text));
        written = System.nanoTime();
        turn.written(written - begun);
    }

    /** Closes the response of an ended stream. */
    private void close() {
        try {
            followers.watchdog().run(followers.timing().write(), sink::close);
        } finally {
            followers.remove(this);
        }
    }
}
