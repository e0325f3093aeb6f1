package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.thread.AgentThread;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A pair of interceptors that acts as one interceptor. The outer interceptor encloses the inner one. */
record InterceptorChain(Interceptor outer, Interceptor inner) implements Interceptor {

    private static final Interceptor NONE = new Interceptor() {};

    static Interceptor of(List<Interceptor> interceptors) {
        Interceptor chain = NONE;
        for (Interceptor inner : interceptors) {
            chain = chain == NONE ? inner : new InterceptorChain(chain, inner);
        }
        return chain;
    }

    /**
     * Calls {@link Interceptor#drive} and verifies that the interceptor called {@code next}. Without this check, the
     * thread would stop without an error.
     *
     * @throws IllegalStateException if the interceptor did not call {@code next} or returned null
     */
    static DriveResult driven(Interceptor interceptor, AgentThread thread, Supplier<DriveResult> next) {
        Drive drive = new Drive(next);
        DriveResult rest = interceptor.drive(thread, drive);
        if (rest == null || !drive.hasEnded) {
            String name = interceptor.getClass().getName();
            throw new IllegalStateException(
                    drive.hasEnded
                            ? RunMessages.restNotReturned(name, thread.id())
                            : RunMessages.driveSkipped(name, thread.id()));
        }
        return rest;
    }

    @Override
    public DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
        return driven(outer, thread, () -> driven(inner, thread, next));
    }

    @Override
    public Outcome fetch(AgentThread thread, Command.FetchContext fetch, Invocation next) throws Exception {
        return outer.fetch(thread, fetch, () -> inner.fetch(thread, fetch, next));
    }

    @Override
    public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
        return outer.ask(thread, request, new Inner(inner, thread, next));
    }

    @Override
    public Outcome step(AgentThread thread, Command.RunStep step, Invocation next) throws Exception {
        return outer.step(thread, step, () -> inner.step(thread, step, next));
    }

    @Override
    public Runnable carry(Runnable work) {
        return outer.carry(inner.carry(work));
    }

    /** The drive of a thread, with a record of its end. */
    private static final class Drive implements Supplier<DriveResult> {

        private final Supplier<DriveResult> drive;
        private volatile boolean hasEnded; // volatile, because an interceptor may use another Java thread

        Drive(Supplier<DriveResult> drive) {
            this.drive = drive;
        }

        @Override
        public DriveResult get() {
            DriveResult reached = drive.get();
            hasEnded = true;
            return reached;
        }
    }

    /** A model that applies the inner interceptor to each request. It is passed to the outer interceptor. */
    private record Inner(Interceptor interceptor, AgentThread thread, Model model) implements Model {

        @Override
        public ModelReply reply(ModelRequest request) {
            return interceptor.ask(thread, request, model);
        }

        @Override
        public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
            return interceptor.ask(thread, request, new WatchedModel(model, deltas));
        }

        @Override
        public ModelInfo info() {
            return model.info();
        }
    }
}
