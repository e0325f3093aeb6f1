package dev.escapement.run;

import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.thread.AgentThread;
import java.util.function.Consumer;

/**
 * A model that passes the deltas of its replies to a consumer. An exception from the consumer ends the reply. If a
 * reply fails after its first delta, {@link Delta.Discarded} voids the deltas.
 */
record WatchedModel(Model model, Consumer<Delta> watcher) implements Model {

    /** Returns a model that passes its deltas to a listener. Exceptions from the listener do not affect the reply. */
    static Model by(DeltaListener listener, AgentThread thread, Model model) {
        return new WatchedModel(model, delta -> tell(listener, thread, delta));
    }

    private static void tell(DeltaListener listener, AgentThread thread, Delta delta) {
        try {
            listener.arrived(thread, delta);
        } catch (Exception | LinkageError | StackOverflowError e) { // also a checked one, thrown undeclared
            RunLog.log(
                    WatchedModel.class, System.Logger.Level.WARNING, RunMessages.deltaListenerFailed(thread.id()), e);
        }
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        return reply(request, delta -> {});
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        Showing showing = new Showing();
        try {
            return model.reply(request, showing.andThen(deltas));
        } catch (RuntimeException | Error fault) {
            showing.end(fault);
            throw fault;
        }
    }

    @Override
    public ModelInfo info() {
        return model.info();
    }

    /** A consumer that passes the deltas of one reply to the watcher. */
    private final class Showing implements Consumer<Delta> {

        private boolean hasBegun;

        @Override
        public void accept(Delta delta) {
            hasBegun = !(delta instanceof Delta.Discarded);
            watcher.accept(delta);
        }

        /**
         * Notifies the consumer that the deltas of a failed reply are void. An exception from the consumer is
         * suppressed in favor of the failure.
         */
        void end(Throwable fault) {
            try {
                if (hasBegun) {
                    accept(new Delta.Discarded());
                }
            } catch (RuntimeException e) {
                if (e != fault) {
                    fault.addSuppressed(e);
                }
            }
        }
    }
}
