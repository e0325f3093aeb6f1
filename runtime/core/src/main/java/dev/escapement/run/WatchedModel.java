package dev.escapement.run;

import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.thread.AgentThread;
import java.util.function.Consumer;

/**
 * A model whose replies somebody watches while they arrive. What the watcher throws ends the reply. Whoever has seen the
 * beginning of a reply that does not come is told that it is void.
 */
record WatchedModel(Model model, Consumer<Delta> watcher) implements Model {

    private static final System.Logger LOG = System.getLogger(WatchedModel.class.getName());

    /** A model that a person watches, for one thread. Whatever the listener does, the reply is the same. */
    static Model by(DeltaListener listener, AgentThread thread, Model model) {
        return new WatchedModel(model, delta -> tell(listener, thread, delta));
    }

    private static void tell(DeltaListener listener, AgentThread thread, Delta delta) {
        try {
            listener.arrived(thread, delta);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The listener failed on a delta of thread " + thread.id(), e);
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

    /** What the watcher has seen of one reply. */
    private final class Showing implements Consumer<Delta> {

        private boolean hasBegun;

        @Override
        public void accept(Delta delta) {
            hasBegun = !(delta instanceof Delta.Discarded);
            watcher.accept(delta);
        }

        /** The fault counts, whatever the watcher has to say to it. */
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
