package dev.escapement.samples.benchmarks.restate;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A stub model that replies after a time, like a remote one, and to a limited number of requests at the same time, like a
 * pool of connections. Safe for concurrent use.
 */
final class RemoteModel implements Model {

    private final Model replies;
    private final Duration latency;
    private final Semaphore connections;

    private RemoteModel(Model replies, Limits limits) {
        this.replies = replies;
        this.latency = limits.latency();
        this.connections = new Semaphore(limits.connections(), true);
    }

    /**
     * The limits of a model in one process.
     *
     * @param latency the time of a request
     * @param connections the maximum number of requests at the same time
     */
    record Limits(Duration latency, int connections) {

        /** A model that replies at once. */
        static final Limits NONE = new Limits(Duration.ZERO, Integer.MAX_VALUE);

        /** Returns the limits as arguments of a program, for {@link #parse}. */
        List<String> arguments() {
            return List.of(latency.toString(), String.valueOf(connections));
        }

        static Limits parse(String latency, String connections) {
            return new Limits(Duration.parse(latency), Integer.parseInt(connections));
        }

        /** Returns a model with these limits. */
        Model apply(Model replies) {
            return latency.isZero() ? replies : new RemoteModel(replies, this);
        }
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        connections.acquireUninterruptibly();
        try {
            TimeUnit.NANOSECONDS.sleep(latency.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The request was interrupted. Run the benchmark again.", e);
        } finally {
            connections.release();
        }
        return replies.reply(request);
    }
}
