package dev.escapement.server;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The start of a server on the port that an earlier one had. A test of another process may use the port for a moment. */
public final class SamePort {

    private static final long LIMIT = TimeUnit.MINUTES.toNanos(1);

    private SamePort() {}

    /** Starts a server as soon as its port is free. */
    public static JdkServer start(Supplier<JdkServer> server) {
        long begun = System.nanoTime();
        while (true) {
            try {
                return server.get();
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof BindException) || System.nanoTime() - begun > LIMIT) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
