package dev.escapement.model;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A model that is asked no more often than a limit allows. For models that take no limit themselves: one that tries again
 * after a fault should have each attempt counted, which only its own client can do.
 *
 * @param model the model
 * @param limit the limit; several models may share one
 */
public record RateLimitedModel(Model model, RateLimit limit) implements Model {

    public RateLimitedModel {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(limit, "limit");
    }

    /**
     * {@inheritDoc}
     *
     * @throws CancellationException if the thread of execution was interrupted while it waited
     */
    @Override
    public ModelReply reply(ModelRequest request) {
        await();
        return model.reply(request);
    }

    /**
     * {@inheritDoc}
     *
     * @throws CancellationException if the thread of execution was interrupted while it waited
     */
    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        await();
        return model.reply(request, deltas);
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
