package dev.escapement.server.adapter;

import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.http.ExceededLimit;
import dev.escapement.server.http.HttpProblem;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.RefusalLog;
import java.io.IOException;
import java.util.function.Function;

/**
 * The path of a request from an HTTP server to the handlers, with the memory of all bodies in progress and the refusals before
 * the filter. Safe for concurrent use.
 */
public final class RequestIntake implements AutoCloseable {
    private static final long MIN_MEMORY = 1 << 20;
    private static final int BODIES = 64;

    private final Function<ServerRequest, ServerResponse> handler;
    private final BodyMemory memory;
    private final RefusalLog log;
    private volatile boolean closed;

    /**
     * Creates an intake.
     *
     * @param handler the function that answers requests
     * @param maxBody the maximum length of a body in bytes; all bodies in progress together have 64 times as many
     * @param log the log of the requests that the adapter refuses
     */
    public RequestIntake(Function<ServerRequest, ServerResponse> handler, int maxBody, RefusalLog log) {
        this.handler = handler;
        this.log = log;
        this.memory = new BodyMemory(Math.max(MIN_MEMORY, (long) maxBody * BODIES));
    }

    /**
     * Answers a request.
     *
     * @param method the method, for the log
     * @param source the function that reads the request
     * @return the response, also for refused requests
     * @throws IOException if the request could not be read
     */
    public ServerResponse answer(String method, RequestSource source) throws IOException {
        if (closed) {
            return refused(
                    method,
                    new ProblemException(
                            ProblemType.UNAVAILABLE, "The server is shutting down. Repeat the request later."));
        }
        try (BodyMemory.Share share = memory.share()) {
            return handler.apply(source.read(share));
        } catch (ProblemException e) {
            return refused(method, e);
        } catch (SlowBodyException e) {
            log.exceeded(ExceededLimit.BODY_TIME);
            throw e;
        }
    }

    private ServerResponse refused(String method, ProblemException refusal) {
        HttpProblem problem = refusal.problem();
        log.refused(method, RefusalLog.NO_ROUTE, problem.kind().status(), refusal.reason());
        return Refusals.of(problem);
    }

    /** Refuses further requests with the status 503. */
    @Override
    public void close() {
        closed = true;
    }

    /** A function that reads one request. */
    @FunctionalInterface
    public interface RequestSource {

        /**
         * Reads the request.
         *
         * @param memory receives the memory that the body needs
         * @return the request
         * @throws ProblemException if the request is refused
         * @throws IOException if the connection failed or the body arrived too slowly
         */
        ServerRequest read(BodyMemory.Share memory) throws IOException;
    }
}
