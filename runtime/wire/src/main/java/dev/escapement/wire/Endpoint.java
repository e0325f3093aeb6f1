package dev.escapement.wire;

import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One address at which a model is asked. Safe for use by many threads. */
public final class Endpoint {

    /**
     * An address.
     *
     * @param model the model that answers there, for messages
     * @param uri where requests are posted to
     * @param headers what goes with each request beside those of the settings, keys included
     * @param http how it is talked to
     */
    public Endpoint(ModelInfo model, URI uri, Map<String, String> headers, HttpSettings http) {}

    /**
     * Posts a request and reads the reply.
     *
     * @param json the body of the request
     * @param deltas whoever watches; null if nobody does
     * @param readers makes a reader for each attempt, which gives the deltas of a stream to the consumer
     * @return the reply, with the hashes of its exchange
     */
    public ModelReply ask(
            String json, @Nullable Consumer<Delta> deltas, Function<Consumer<Delta>, ReplyReader> readers) {
        return readers.apply(deltas == null ? delta -> {} : deltas).reply().build();
    }
}
