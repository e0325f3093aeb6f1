package dev.escapement.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Several models of which the next is asked where one gives no reply. Each request begins with the first again. Safe for
 * use by many threads.
 *
 * <p>The next model is asked after any {@link ModelException}: a provider that is unavailable may be so for hours; one that
 * rejects a request may do so for a reason of its own, a key that has expired, a model that was retired, a conversation
 * that is too long for it; and an address at which something unreadable answers is not the address of the next one. What
 * is wrong with a request wherever it goes is found out by the last. Any other exception is a fault of a program, or says
 * that nobody wants the reply any more: it is thrown at once, and so is an {@link Error}.
 *
 * <p>A reply that is not complete is a reply: no other model is asked, because the thread says what follows it, and what
 * it cost has to be counted.
 *
 * <p>A conversation may so go from one model to another and back. What one provider wants back with its replies, the
 * clients of others leave out. The {@linkplain ModelReply#exchange() exchange} of a reply says who gave it.
 */
public final class FallbackModel implements Model {

    private static final System.Logger LOG = System.getLogger(FallbackModel.class.getName());

    private static final int MAX_SUPPRESSED = 16;

    private final List<Model> models;

    private FallbackModel(List<Model> models) {
        this.models = models;
    }

    /**
     * Models in the order in which they are asked.
     *
     * @param first the one that is asked as long as it replies
     * @param others those that stand in for it
     * @return all of them as one model
     */
    public static FallbackModel of(Model first, Model... others) {
        List<Model> models = new ArrayList<>(List.of(others));
        models.add(0, Objects.requireNonNull(first, "first"));
        return new FallbackModel(List.copyOf(models));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ModelException of the last model if none gave a reply, with those of the others suppressed
     */
    @Override
    public ModelReply reply(ModelRequest request) {
        return ask(model -> model.reply(request), () -> {});
    }

    /**
     * {@inheritDoc} What was shown of a reply that failed is {@linkplain Delta.Discarded void} before the next model is
     * asked.
     *
     * @throws ModelException of the last model if none gave a reply, with those of the others suppressed
     */
    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        Shown shown = new Shown(deltas);
        return ask(model -> model.reply(request, shown), shown::discard);
    }

    /**
     * What the first model is called.
     *
     * @return its name; another one may reply
     */
    @Override
    public ModelInfo info() {
        return models.get(0).info();
    }

    private ModelReply ask(Function<Model, ModelReply> question, Runnable beforeTheNext) {
        List<ModelException> failures = new ArrayList<>();
        for (Model model : models.subList(0, models.size() - 1)) {
            try {
                return question.apply(model);
            } catch (ModelException failure) {
                failures.add(failure);
                log(failure, models.get(failures.size()));
                beforeTheNext.run();
            }
        }
        try {
            return question.apply(models.get(models.size() - 1));
        } catch (ModelException last) {
            failures.forEach(failure -> suppress(failure, last));
            throw last;
        }
    }

    /** Models may throw one exception again and again, and each other's: it must not grow without end, nor in a circle. */
    private static void suppress(ModelException failure, ModelException last) {
        if (last.getSuppressed().length < MAX_SUPPRESSED && !leadsTo(last, failure) && !leadsTo(failure, last)) {
            last.addSuppressed(failure);
        }
    }

    /** Whether one is the other, or is among its causes and what they suppress. */
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

    /** Without the exception itself: its message holds no secret, but what others put into its causes is unknown. */
    private static void log(ModelException failure, Model next) {
        LOG.log(
                System.Logger.Level.WARNING,
                () -> name(failure.model()) + " failed, now asking " + name(next.info()) + ": " + failure.getMessage());
    }

    private static String name(ModelInfo info) {
        String name = (info.provider() + " " + info.model()).strip();
        return name.isEmpty() ? "a model without a name" : name;
    }

    /** Knows whether people see a part of a reply that will not come. */
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
