package dev.escapement.server;

import dev.escapement.model.Delta;
import dev.escapement.run.DeltaListener;
import dev.escapement.server.follow.DeltaBody;
import dev.escapement.server.follow.ReplyBuffers;
import dev.escapement.thread.AgentThread;

/**
 * The replies in progress, which a runner passes on to the clients that follow its threads. Keeps at most 256 Ki characters of each
 * reply, so that clients that join late receive them, until the reply is recorded. Safe for concurrent use.
 *
 * <pre>{@code
 * DeltaFeed feed = new DeltaFeed();
 * Runner runner = Runner.of(loop).model(model).store(store).deltas(feed).build();
 * AgentServer server = AgentServer.of(store, loop).runner(runner).deltas(feed).build();
 * }</pre>
 *
 * <p>A runner in another process uses a {@link DeltaForwarder}.
 */
public final class DeltaFeed implements DeltaListener {
    private final ReplyBuffers replies = new ReplyBuffers();

    /** Creates an empty feed. */
    public DeltaFeed() {}

    @Override
    public void arrived(AgentThread thread, Delta delta) {
        replies.add(thread.id(), source(thread), thread.events().size(), DeltaBody.of(delta));
    }

    /** Returns the identity of the request, for which the runner passes the same object with each delta. */
    static String source(AgentThread thread) {
        return Integer.toHexString(System.identityHashCode(thread));
    }

    ReplyBuffers replies() {
        return replies;
    }
}
