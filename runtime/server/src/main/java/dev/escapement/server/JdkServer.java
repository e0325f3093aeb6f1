package dev.escapement.server;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.escapement.server.adapter.AdapterConfig;
import dev.escapement.server.adapter.ExchangeHandler;
import dev.escapement.server.adapter.RequestExecutor;
import dev.escapement.server.http.RefusalLog;
import dev.escapement.server.http.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AgentServer} on the JDK's HTTP server, which serves HTTP/1.1. Uses virtual threads if the JVM has them, else a
 * bounded pool; streams do not occupy a Java thread. Safe for concurrent use.
 *
 * <pre>{@code
 * JdkServer.setJvmDefaults();
 * try (JdkServer http = JdkServer.start(server, 8080)) {
 *     System.out.println(http.url());
 *     http.join();
 * }
 * }</pre>
 *
 * <p>Some limits of the JDK's server are properties of the JVM, which it reads once: an application that uses this class and
 * does not call {@link #setJvmDefaults} should set {@code jdk.httpserver.maxConnections}, and must leave {@code
 * sun.net.httpserver.maxRspTime} unset, which would end event streams.
 */
public final class JdkServer implements AutoCloseable {
    private static final int BACKLOG = 256;
    private static final Duration DRAIN_TIME = Duration.ofSeconds(5);
    private static final long DRAIN_POLL = Duration.ofMillis(10).toNanos();

    private static final Map<String, String> JVM_DEFAULTS = Map.of(
            "jdk.httpserver.maxConnections", "2000",
            "sun.net.httpserver.maxReqHeaderSize", "65536",
            "sun.net.httpserver.nodelay", "true");

    private final HttpServer server;
    private final ExchangeHandler handler;
    private final RequestExecutor executor;
    private final Watchdog watchdog;
    private final URI url;
    private final CountDownLatch closed = new CountDownLatch(1);

    private JdkServer(Builder builder) {
        this.server = builder.bind(); // before the Java threads, because the port may be in use
        this.watchdog = Watchdog.start("escapement-http-watchdog");
        RefusalLog log = new RefusalLog(Clock.systemUTC());
        this.executor = new RequestExecutor(watchdog, builder.requests, builder.requestTime, log);
        this.handler = new ExchangeHandler(builder.config(), executor, watchdog, log);
        builder.bound.accept(port());
        server.setExecutor(executor);
        server.createContext("/", handler);
        server.start();
        this.url = URI.create(builder.scheme() + "://"
                + host(server.getAddress().getAddress()) + ":" + port() + builder.prefix + "/");
    }

    /**
     * Starts a server on a port of the loopback address.
     *
     * @param server the handlers
     * @param port the port; 0 for a free one
     * @return the started server
     * @throws UncheckedIOException if the port is in use
     */
    public static JdkServer start(AgentServer server, int port) {
        return of(server).port(port).start();
    }

    /**
     * Returns a builder of a server.
     *
     * @param server the handlers, which remain open when the server is closed
     * @return a builder
     */
    public static Builder of(AgentServer server) {
        return new Builder(server::handle, server.maxBody(), server.isLocal(), server::addPort);
    }

    /** {@return a builder for tests of the adapter} */
    static Builder of(Function<ServerRequest, ServerResponse> handler, int maxBody, boolean isLocal) {
        return new Builder(handler, maxBody, isLocal, port -> {});
    }

    /**
     * Sets the limits of the JDK's HTTP server that are properties of the JVM, unless they are set: connections, headers, and
     * the immediate sending of short events. Call it in a {@code main} method before the first HTTP server is created;
     * libraries should not call it, because it affects all HTTP servers of the JVM.
     */
    public static void setJvmDefaults() {
        JVM_DEFAULTS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    /**
     * Returns the URL of the inbox.
     *
     * @return the URL with the prefix and a slash at the end; for a wildcard address, that of this computer
     */
    public URI url() {
        return url;
    }

    /** {@return the port} */
    public int port() {
        return server.getAddress().getPort();
    }

    /**
     * Waits until the server is closed.
     *
     * @throws InterruptedException if the Java thread is interrupted
     */
    public void join() throws InterruptedException {
        closed.await();
    }

    /** Ends all streams, waits up to 5 seconds for requests in progress, and closes all connections. */
    @Override
    public void close() {
        handler.close();
        long deadline = System.nanoTime() + DRAIN_TIME.toNanos();
        while (executor.active() > 0
                && System.nanoTime() - deadline < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(DRAIN_POLL);
        }
        server.stop(0);
        executor.close();
        watchdog.close();
        closed.countDown();
    }

    private static String host(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    /** A builder of servers. All settings are optional. */
    public static final class Builder {
        private static final int REQUESTS = 2_000;
        private static final Duration TIME = Duration.ofSeconds(10);

        private final Function<ServerRequest, ServerResponse> handler;
        private final int maxBody;
        private final boolean isLocal;
        private final IntConsumer bound;
        private InetAddress address = loopback();
        private int port;
        private String prefix = "";
        private int requests = REQUESTS;
        private Duration requestTime = TIME;
        private Duration writeTime = TIME;

        @Nullable
        private SSLContext tls;

        private Builder(
                Function<ServerRequest, ServerResponse> handler, int maxBody, boolean isLocal, IntConsumer bound) {
            this.handler = handler;
            this.maxBody = maxBody;
            this.isLocal = isLocal;
            this.bound = bound;
        }

        /** Sets the address. Default: 127.0.0.1. Other computers can only be served with an {@link Authenticator}. */
        public Builder address(InetAddress address) {
            this.address = Objects.requireNonNull(address, "address");
            return this;
        }

        /** Sets the port. Default: 0, a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Sets the path under which the handlers are mounted, for example {@code /agents}. Default: empty, the root.
         *
         * @throws IllegalArgumentException if the path does not begin with a slash or ends with one
         */
        public Builder prefix(String path) {
            if (!path.isEmpty() && (!path.startsWith("/") || path.endsWith("/"))) {
                throw new IllegalArgumentException(
                        "The prefix must begin with a slash and must not end with one. Use a path like /agents.");
            }
            this.prefix = path;
            return this;
        }

        /** Sets the maximum number of requests at the same time, without streams. Further connections are closed. Default: 2,000. */
        public Builder requests(int limit) {
            if (limit < 1) {
                throw new IllegalArgumentException("The limit of requests must be 1 or more.");
            }
            this.requests = limit;
            return this;
        }

        /** Sets the time within which the headers of a request must arrive, and then its body. Default: 10 seconds. */
        public Builder requestTime(Duration time) {
            this.requestTime = positive(time, "request");
            return this;
        }

        /** Sets the time within which the client must accept 64 KiB of a complete response. Default: 10 seconds. */
        public Builder writeTime(Duration time) {
            this.writeTime = positive(time, "write");
            return this;
        }

        /** Sets the keys with which the server uses TLS. Default: none, plain HTTP. */
        public Builder tls(SSLContext context) {
            this.tls = Objects.requireNonNull(context, "context");
            return this;
        }

        /**
         * Binds the port and starts the server.
         *
         * @return the started server
         * @throws IllegalStateException if other computers can reach the address and the handlers have no authenticator
         * @throws UncheckedIOException if the port is in use
         */
        public JdkServer start() {
            if (isLocal && !address.isLoopbackAddress()) {
                throw new IllegalStateException("Other computers can reach the address " + address.getHostAddress()
                        + ", and the server has no authenticator. Set AgentServer.Builder.authenticator, or bind to"
                        + " 127.0.0.1.");
            }
            return new JdkServer(this);
        }

        private HttpServer bind() {
            InetSocketAddress to = new InetSocketAddress(address, port);
            try {
                if (tls == null) {
                    return HttpServer.create(to, BACKLOG);
                }
                HttpsServer secured = HttpsServer.create(to, BACKLOG);
                secured.setHttpsConfigurator(new HttpsConfigurator(tls));
                return secured;
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The server cannot use the address " + to + ": " + e.getMessage() + ". Use another port.", e);
            }
        }

        private AdapterConfig config() {
            return new AdapterConfig(handler, prefix, maxBody, requestTime, writeTime, tls != null);
        }

        private String scheme() {
            return tls == null ? "http" : "https";
        }

        private static Duration positive(Duration time, String name) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("The " + name + " time must be positive.");
            }
            return time;
        }

        private static InetAddress loopback() {
            try {
                return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
