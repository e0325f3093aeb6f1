package dev.escapement.run;

import dev.escapement.loop.AgentThread;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.function.Consumer;

/** A model whose replies somebody watches while they arrive, for one thread. */
record Watched(Model model, AgentThread thread, DeltaListener listener) implements Model {

    private static final System.Logger LOG = System.getLogger(Watched.class.getName());

    @Override
    public ModelReply reply(ModelRequest request) {
        return model.reply(request, this::arrived);
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        return model.reply(request, delta -> {
            arrived(delta);
            deltas.accept(delta);
        });
    }

    @Override
    public ModelInfo info() {
        return model.info();
    }

    private void arrived(Delta delta) {
        try {
            listener.arrived(thread, delta);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The listener failed on a delta of thread " + thread.id(), e);
        }
    }
}
