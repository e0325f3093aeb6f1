package dev.escapement.spring.actuate;

import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.model.Model;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.run.Interceptor;
import dev.escapement.thread.AgentThread;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An interceptor that records meters of Micrometer: timers of requests to models, runs of steps, retrievals of context and
 * executions of threads, and counters of tokens. The tags have few values, and do not contain ids or content. Each action is
 * recorded once; a failure of the registry is logged and does not affect the thread. Safe for concurrent use.
 *
 * <pre>{@code
 * Runner runner = Runner.of(loop).model(model).interceptor(new AgentMeters(registry)).build();
 * }</pre>
 */
public final class AgentMeters implements Interceptor {
    private static final Logger LOGGER = LoggerFactory.getLogger(AgentMeters.class);
    private static final OutcomeTag OUTCOME = new OutcomeTag();

    private final MeterRegistry registry;

    /**
     * Creates an interceptor.
     *
     * @param registry the registry of the meters
     */
    public AgentMeters(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    @Override
    public DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
        return timed(
                MeterNames.DRIVE,
                next::get,
                result -> MeterNames.NONE,
                () -> agent(thread).and(MeterNames.OPERATION, "invoke_agent"));
    }

    @Override
    public Outcome fetch(AgentThread thread, Command.FetchContext fetch, Invocation next) throws Exception {
        return timed(
                MeterNames.FETCH, next::run, ErrorTag::of, () -> agent(thread).and(MeterNames.SOURCE, fetch.source()));
    }

    @Override
    public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
        long start = System.nanoTime();
        ModelInfo info = info(request, next);
        String error = MeterNames.NONE;
        Usage usage = Usage.NONE;
        try {
            ModelReply reply = next.reply(request);
            usage = reply.usage();
            String provider = reply.provenance().provider();
            info = provider.isEmpty() || provider.equals(info.provider())
                    ? info
                    : new ModelInfo(provider, info.provider().isEmpty() ? info.model() : "", "", 0);
            return reply;
        } catch (RuntimeException | Error e) {
            info = e instanceof ModelException exception && !exception.model().equals(ModelInfo.UNKNOWN)
                    ? exception.model()
                    : info;
            error = ErrorTag.of(e);
            throw e;
        } finally {
            Tags tags = agent(thread)
                    .and(MeterNames.PROVIDER, known(info.provider()), MeterNames.MODEL, known(info.model()));
            record(MeterNames.REQUEST, start, tags.and(MeterNames.OPERATION, "chat", MeterNames.ERROR, error));
            count(MeterNames.INPUT_TOKENS, usage.inputTokens(), tags);
            count(MeterNames.OUTPUT_TOKENS, usage.outputTokens(), tags);
            count(MeterNames.CACHED_TOKENS, usage.cachedTokens(), tags);
        }
    }

    @Override
    public Outcome step(AgentThread thread, Command.RunStep step, Invocation next) throws Exception {
        AtomicReference<String> result = new AtomicReference<>(MeterNames.NONE);
        return timed(
                MeterNames.STEP,
                next::run,
                outcome -> {
                    result.set(outcome.accept(OUTCOME));
                    return ErrorTag.of(outcome);
                },
                () -> agent(thread).and(MeterNames.TOOL, step.call().tool()).and(MeterNames.OUTCOME, result.get()));
    }

    /** An action with a result. */
    @FunctionalInterface
    private interface TimedAction<T, E extends Exception> {
        T run() throws E;
    }

    /** Runs an action, and records its time with the tags and the error of its result or exception. */
    private <T, E extends Exception> T timed(
            String name, TimedAction<T, E> action, Function<T, String> error, Supplier<Tags> tags) throws E {
        long start = System.nanoTime();
        String type = MeterNames.NONE;
        try {
            T result = action.run();
            type = error.apply(result);
            return result;
        } catch (Throwable e) {
            type = ErrorTag.of(e);
            throw e;
        } finally {
            record(name, start, tags.get().and(MeterNames.ERROR, type));
        }
    }

    private static Tags agent(AgentThread thread) {
        return Tags.of(MeterNames.AGENT, thread.agentSimpleName());
    }

    /** Returns the description of the model, with the name that the request selects. */
    private static ModelInfo info(ModelRequest request, Model model) {
        try {
            ModelInfo info = model.info();
            return request.options()
                    .model()
                    .map(name -> new ModelInfo(info.provider(), name, info.host(), info.port()))
                    .orElse(info);
        } catch (RuntimeException e) {
            failed(e);
            return ModelInfo.UNKNOWN;
        }
    }

    private static String known(String value) {
        return value.isEmpty() ? "unknown" : value;
    }

    private void record(String name, long start, Tags tags) {
        try {
            registry.timer(name, tags).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void count(String name, long amount, Tags tags) {
        try {
            registry.counter(name, tags).increment((double) amount);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private static void failed(RuntimeException failure) {
        LOGGER.warn("A meter failed; the agent thread continues.", failure);
    }
}
