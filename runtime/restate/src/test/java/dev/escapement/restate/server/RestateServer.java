package dev.escapement.restate.server;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A real server of Restate for tests, on free ports of the loopback interface and with a directory of its own below {@code
 * target/restate-data}. It ends with this JVM at the latest. Its methods may be called by any Java thread.
 *
 * <p>{@link RestateExtension} starts one for a test class.
 */
public final class RestateServer implements AutoCloseable {

    private final RestateNode node;

    private RestateServer(RestateNode node) {
        this.node = node;
    }

    /** Starts a server with the default settings and waits until it is ready. */
    public static RestateServer start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param settings further settings, which replace the defaults: dotted keys of Restate's configuration and TOML values,
     *     for example {@code worker.invoker.inactivity-timeout} with {@code "\"5s\""}
     * @throws IllegalStateException if the server is not ready within {@link Polling#LIMIT}
     */
    public static RestateServer start(Map<String, String> settings) throws IOException, InterruptedException {
        RestateServer server = new RestateServer(new RestateNode("server"));
        boolean ready = false;
        try {
            server.node.configure(settings);
            server.restart();
            ready = true;
            return server;
        } finally {
            if (!ready) {
                server.close();
            }
        }
    }

    /** Returns the address for calls of services, with a slash at its end. */
    public URI ingress() {
        return node.ingress();
    }

    /** Returns the address of the administration API, with a slash at its end. */
    public URI admin() {
        return node.admin();
    }

    /**
     * Registers all services of an address, which Restate calls with HTTP/2 without TLS. Replaces an earlier deployment of
     * the same address. Tries again until the service answers.
     *
     * @throws IllegalStateException if the server did not register it within {@link Polling#LIMIT}
     * @throws IllegalArgumentException if the server rejects the request
     */
    public void register(URI service) throws InterruptedException {
        RestateAdmin.register(node::client, service, false);
    }

    /** Registers services that Restate calls with HTTP/1.1. */
    void registerHttp11(URI service) throws InterruptedException {
        RestateAdmin.register(node::client, service, true);
    }

    /**
     * Executes a query of the server's SQL interface. Tries again while a partition is unavailable.
     *
     * @return the rows: names of columns and values as text; columns that are null are absent
     * @throws IllegalStateException if the server does not answer within {@link Polling#LIMIT}
     * @throws IllegalArgumentException if the server rejects the query
     */
    public List<Map<String, String>> sql(String query) throws InterruptedException {
        return RestateAdmin.sql(node::client, query);
    }

    /** Returns whether the process runs. */
    public boolean isRunning() {
        return node.isRunning();
    }

    /** Kills the process with SIGKILL and waits for its end. */
    public void kill() {
        node.kill();
    }

    /**
     * Kills the process if it runs, starts it with the same directory and ports, and waits until it is ready.
     *
     * @throws IllegalStateException if the server is not ready within {@link Polling#LIMIT}
     */
    public void restart() throws IOException, InterruptedException {
        node.kill();
        node.start();
        node.awaitReady(1, Polling.LIMIT);
    }

    /** Returns the lines of the server's log, also of earlier runs. */
    public List<String> log() {
        return node.log();
    }

    /** Kills the process and deletes its directory. */
    @Override
    public void close() {
        node.remove();
    }
}
