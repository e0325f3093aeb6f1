package dev.escapement.langchain4j;

import dev.langchain4j.model.chat.response.StreamingHandle;
import org.jspecify.annotations.Nullable;

/**
 * The stream of a provider, which ends once nobody wants it any more. LangChain4j gives a handle of it with its pieces, so
 * that it ends with the first one at the earliest; and most adapters do so, but not all.
 */
final class CancellableStream {

    private static final System.Logger LOG = System.getLogger(CancellableStream.class.getName());

    private volatile @Nullable StreamingHandle handle;
    private volatile boolean isUnwanted;

    /** A piece of the stream has arrived. */
    void is(StreamingHandle stream) {
        handle = stream;
        if (isUnwanted) {
            end(stream);
        }
    }

    /** Nobody wants the rest. */
    void cancel() {
        isUnwanted = true;
        StreamingHandle stream = handle;
        if (stream != null) {
            end(stream);
        }
    }

    private static void end(StreamingHandle stream) {
        try {
            stream.cancel();
        } catch (RuntimeException e) { // not every adapter can; what has happened counts, not this
            LOG.log(System.Logger.Level.DEBUG, "A stream that nobody wants any more runs on", e);
        }
    }
}
