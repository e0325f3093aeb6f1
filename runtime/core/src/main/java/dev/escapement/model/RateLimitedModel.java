package dev.escapement.model;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A model that delays requests according to a {@link RateLimit}. Intended for models without a limit of their own:
 * retries inside the model are not counted. Clients that retry accept a limit directly and count each attempt.
 *
 * <pre>{@code
 * Model limited = new RateLimitedModel(model, RateLimit.of(60, Duration.ofMinutes(1)));
 * }</pre>
 *
 * @param model the model that receives the requests
 * @param limit the limit, which several models may share
 */
public record RateLimitedModel(Model model, RateLimit limit) implements Model {

    public RateLimitedModel {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(limit, "limit");
    }

    /**
     * {@inheritDoc}
     *
     * @throws CancellationException if the current Java thread is interrupted while waiting for the limit
     */
    @Override
    public ModelReply reply(ModelRequest request) {
        await();
        return model.reply(request);
    }

    /**
     * {@inheritDoc}
     *
     * @throws CancellationException if the current Java thread is interrupted while waiting for the limit
     */
    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        await();
        return model.reply(request, deltas);
    }

    @Override
    public Set<String> requestSha256(ModelRequest request) {
        return model.requestSha256(request);
    }

    @Override
    public ModelInfo info() {
        return model.info();
    }

    private void await() {
        try {
            limit.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException interrupted = new CancellationException("interrupted while waiting for a rate limit");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
