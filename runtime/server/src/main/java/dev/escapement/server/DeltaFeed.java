package dev.escapement.server;

import dev.escapement.model.Delta;
import dev.escapement.run.DeltaListener;
import dev.escapement.run.ThreadListener;
import dev.escapement.server.follow.DeltaBody;
import dev.escapement.server.follow.ReplyBuffers;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;

/**
 * The events and the replies in progress of the runners of this process, for the clients that follow threads. Keeps at most 256 Ki
 * characters of each reply until the reply is recorded, so that clients that join late receive them. Does not keep events: it
 * notifies the clients, which read them from the store. Safe for concurrent use.
 *
 * <pre>{@code
 * DeltaFeed feed = new DeltaFeed();
 * Runner runner = Runner.of(loop).model(model).store(store).listener(feed).deltas(feed).build();
 * AgentServer server = AgentServer.of(store, loop).runner(runner).deltas(feed).build();
 * }</pre>
 *
 * <p>A runner in another process uses a {@link DeltaForwarder}; the server reads its events from the store within two seconds.
 */
public final class DeltaFeed implements DeltaListener, ThreadListener {
    private final ReplyBuffers replies = new ReplyBuffers();

    /** Creates an empty feed. */
    public DeltaFeed() {}

    @Override
    public void arrived(AgentThread thread, Delta delta) {
        replies.add(thread.id(), source(thread), thread.events().size(), DeltaBody.of(delta));
    }

    @Override
    public void recorded(AgentThread thread, Event event) {
        replies.recorded(thread, event);
    }

    /** Returns the identity of the request, for which the runner passes the same object with each delta. */
    static String source(AgentThread thread) {
        return Integer.toHexString(System.identityHashCode(thread));
    }

    ReplyBuffers replies() {
        return replies;
    }
}
