package dev.escapement.langchain4j;

import dev.langchain4j.model.chat.response.StreamingHandle;
import org.jspecify.annotations.Nullable;

/**
 * A provider's response stream that can be cancelled once the response is not needed any more. LangChain4j passes the
 * handle of a stream with its fragments, so the stream can be cancelled from the first fragment on. Some adapters do
 * not pass a handle.
 */
final class CancellableStream {

    private static final System.Logger LOG = System.getLogger(CancellableStream.class.getName());

    private volatile @Nullable StreamingHandle handle;
    private volatile boolean isCancelled;

    /** Sets the handle that cancels the stream. Cancels the stream at once if cancellation was already requested. */
    void opened(@Nullable StreamingHandle stream) {
        handle = stream;
        if (isCancelled && stream != null) {
            end(stream);
        }
    }

    /** Cancels the stream now, or as soon as its first fragment arrives. */
    void cancel() {
        isCancelled = true;
        StreamingHandle stream = handle;
        if (stream != null) {
            end(stream);
        }
    }

    private static void end(StreamingHandle stream) {
        try {
            stream.cancel();
        } catch (RuntimeException e) { // not every adapter can; the failure that caused the cancellation is thrown
            LOG.log(System.Logger.Level.DEBUG, "A stream cannot be cancelled", e);
        }
    }
}
