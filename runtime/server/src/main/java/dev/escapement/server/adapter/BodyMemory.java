package dev.escapement.server.adapter;

import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the bodies of all requests in progress occupy together. Bodies arrive before their senders are identified,
 * so that many large ones would exhaust the heap. Safe for concurrent use.
 */
public final class BodyMemory {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /**
     * Creates a limit.
     *
     * @param limit the maximum number of bytes
     */
    BodyMemory(long limit) {
        this.limit = limit;
    }

    /** {@return the memory of one request, which is returned when it is closed} */
    Share share() {
        return new Share();
    }

    /** {@return the number of bytes in use} */
    long used() {
        return used.get();
    }

    /** The memory of one request. For one Java thread. */
    public final class Share implements AutoCloseable {
        private long bytes;

        private Share() {}

        /**
         * Adds a part of the body.
         *
         * @param length the length in bytes
         * @throws ProblemException if the limit is reached
         */
        void add(int length) {
            bytes += length;
            if (used.addAndGet(length) > limit) {
                throw new ProblemException(
                        ProblemType.UNAVAILABLE, "Too many bodies arrive at the same time. Repeat the request later.");
            }
        }

        @Override
        public void close() {
            used.addAndGet(-bytes);
            bytes = 0;
        }
    }
}
