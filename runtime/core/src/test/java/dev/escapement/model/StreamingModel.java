package dev.escapement.model;

import java.util.function.Consumer;

/** A model that produces deltas of its reply. */
record StreamingModel(ModelInfo info) implements Model {

    @Override
    public ModelReply reply(ModelRequest request) {
        return ModelReply.text("hello");
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
        deltas.accept(new Delta.Text("hello"));
        return reply(request);
    }
}
