package dev.escapement.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A model that tries several models in order until one of them replies. Each request starts with the first model. Safe
 * for concurrent use.
 *
 * <pre>{@code
 * Model model = FallbackModel.of(primary, secondary);
 * Runner runner = Runner.of(loop).model(model).build();
 * }</pre>
 *
 * <p>Any {@link ModelException} causes the next model to be tried: a provider can be unavailable for hours, can reject
 * a request for a reason of its own (an expired key, a retired model, a conversation that exceeds its context window),
 * or can be replaced by a proxy that returns something else. A request that is invalid for every provider fails at the
 * last model. Other exceptions and every {@link Error} are thrown at once, because they indicate a bug or a cancelled
 * request. After a failure that interrupted the Java thread, no other model is tried.
 *
 * <p>A reply that is not {@linkplain StopReason#COMPLETE complete} counts as a reply: it is returned without trying
 * another model, because the loop determines the next step and the usage must be counted.
 *
 * <p>The {@linkplain RequestOptions#model() name of the model} in the options of a request applies to the first model
 * only, because it is a name of that model's provider. The others receive the request with the other options, and use
 * their own models.
 *
 * <p>Consecutive replies of one thread can therefore come from different models. Clients ignore the {@linkplain
 * ProviderState state} of other providers. {@link ModelReply#provenance()} identifies the model that replied.
 */
public final class FallbackModel implements Model {

    /** The placeholder in log messages for a model without a name. */
    static final String NAMELESS = "a model without a name";

    private static final int MAX_SUPPRESSED = 16;

    private final List<Model> models;

    private FallbackModel(List<Model> models) {
        this.models = models;
    }

    /**
     * Returns a model that tries the given models in order of preference.
     *
     * @param first the model that is tried first
     * @param others the models to try after it, in order
     * @return a model that combines them
     */
    public static FallbackModel of(Model first, Model... others) {
        List<Model> models = new ArrayList<>(List.of(others));
        models.add(0, Objects.requireNonNull(first, "first"));
        return new FallbackModel(List.copyOf(models));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ModelException the exception of the last model if every model failed; the other exceptions are suppressed
     *     exceptions of it
     */
    @Override
    public ModelReply reply(ModelRequest request) {
        return ask(request, Model::reply, () -> {});
    }

    /**
     * {@inheritDoc} Before another model is tried, {@link Delta.Discarded} voids the deltas of the failed one.
     *
     * @throws ModelException the exception of the last model if every model failed; the other exceptions are suppressed
     *     exceptions of it
     */
    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        Shown shown = new Shown(deltas);
        return ask(request, (model, sent) -> model.reply(sent, shown), shown::discard);
    }

    /**
     * Returns the description of the first model.
     *
     * @return the description of the first model; a reply can come from another one
     */
    @Override
    public ModelInfo info() {
        return models.get(0).info();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The hashes of all models, unless one of them cannot compute its own.
     */
    @Override
    public Set<String> requestSha256(ModelRequest request) {
        Set<String> hashes = new LinkedHashSet<>(models.get(0).requestSha256(request));
        boolean isComplete = !hashes.isEmpty();
        for (Model model : models.subList(1, models.size())) {
            Set<String> others = model.requestSha256(withoutModel(request));
            isComplete &= !others.isEmpty();
            hashes.addAll(others);
        }
        return isComplete ? hashes : Set.of();
    }

    private ModelReply ask(
            ModelRequest request, BiFunction<Model, ModelRequest, ModelReply> question, Runnable beforeTheNext) {
        List<ModelException> failures = new ArrayList<>();
        ModelRequest sent = request;
        for (Model model : models.subList(0, models.size() - 1)) {
            try {
                return question.apply(model, sent);
            } catch (ModelException failure) {
                if (Thread.currentThread().isInterrupted()) {
                    throw failure;
                }
                failures.add(failure);
                log(failure, models.get(failures.size()));
                sent = withoutModel(request);
                beforeTheNext.run();
            }
        }
        try {
            return question.apply(models.get(models.size() - 1), sent);
        } catch (ModelException last) {
            failures.forEach(failure -> suppress(failure, last));
            throw last;
        }
    }

    /** Returns a request without the name of the model. */
    private static ModelRequest withoutModel(ModelRequest request) {
        RequestOptions options = request.options();
        return options.model().isEmpty()
                ? request
                : new ModelRequest(
                        request.prompt(),
                        request.messages(),
                        request.tools(),
                        request.choice(),
                        new RequestOptions(
                                Optional.empty(), options.temperature(), options.effort(), options.maxOutputTokens()),
                        request.contents());
    }

    /**
     * Adds a failure to the suppressed exceptions of the last failure. Models may throw the same exception instance
     * repeatedly, or each other's instances, so the number is limited and cycles are skipped.
     */
    private static void suppress(ModelException failure, ModelException last) {
        if (last.getSuppressed().length < MAX_SUPPRESSED && !leadsTo(last, failure) && !leadsTo(failure, last)) {
            last.addSuppressed(failure);
        }
    }

    /**
     * Returns whether {@code sought} is {@code from} itself, or one of its direct or indirect causes or suppressed
     * exceptions.
     */
    private static boolean leadsTo(Throwable from, Throwable sought) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (seen.add(next)) {
                open.addAll(List.of(next.getSuppressed()));
                Optional.ofNullable(next.getCause()).ifPresent(open::add);
            }
        }
        return seen.contains(sought);
    }

    /** Logs a failure without its stack trace. The failure's message does not contain secrets, but its causes may. */
    private static void log(ModelException failure, Model next) {
        System.getLogger(FallbackModel.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        () -> switched(name(failure.model()), name(next.info()), failure.getMessage()));
    }

    /** Returns the log message for the switch from a failed model to the next model. */
    static String switched(String failed, String next, @Nullable String message) {
        return failed + " failed; trying " + next + ": " + message;
    }

    private static String name(ModelInfo info) {
        String name = (info.provider() + " " + info.model()).strip();
        return name.isEmpty() ? NAMELESS : name;
    }

    /** A consumer that forwards deltas and records whether the current attempt has produced any. */
    private static final class Shown implements Consumer<Delta> {

        private final Consumer<Delta> deltas;
        private boolean any;

        Shown(Consumer<Delta> deltas) {
            this.deltas = deltas;
        }

        @Override
        public void accept(Delta delta) {
            any = !(delta instanceof Delta.Discarded);
            deltas.accept(delta);
        }

        void discard() {
            if (any) {
                accept(new Delta.Discarded());
            }
        }
    }
}
