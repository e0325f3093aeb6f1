package dev.escapement.run;

import dev.escapement.loop.AgentThread;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.function.Consumer;

/**
 * A model whose replies somebody watches while they arrive, for one thread. Whoever has seen the beginning of a reply that
 * does not come is told that it is void.
 */
record Watched(Model model, AgentThread thread, DeltaListener listener) implements Model {

    private static final System.Logger LOG = System.getLogger(Watched.class.getName());

    @Override
    public ModelReply reply(ModelRequest request) {
        return reply(request, delta -> {});
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        Showing showing = new Showing();
        try {
            return model.reply(request, delta -> {
                showing.arrived(delta);
                deltas.accept(delta);
            });
        } catch (RuntimeException | Error fault) {
            showing.end();
            throw fault;
        }
    }

    @Override
    public ModelInfo info() {
        return model.info();
    }

    /** What the listener has seen of one reply. */
    private final class Showing {

        private boolean hasBegun;

        void arrived(Delta delta) {
            hasBegun = !(delta instanceof Delta.Discarded);
            try {
                listener.arrived(thread, delta);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "The listener failed on a delta of thread " + thread.id(), e);
            }
        }

        void end() {
            if (hasBegun) {
                arrived(new Delta.Discarded());
            }
        }
    }
}
