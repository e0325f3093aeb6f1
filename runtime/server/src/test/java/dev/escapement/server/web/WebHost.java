package dev.escapement.server.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.escapement.server.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server for the static files under a prefix, with the strict policy of the real one, and for an API of a test. */
final class WebHost implements AutoCloseable {
    static final String PREFIX = "/ops";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FileResponses files = new FileResponses();

    private WebHost(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param port the port; 0 for a free one
     * @param api the handler of paths that begin with the prefix and {@code /api/}
     */
    static WebHost start(int port, HttpHandler api) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            WebHost host = new WebHost(server);
            server.setExecutor(host.threads);
            server.createContext(PREFIX + "/api/", api);
            server.createContext(PREFIX + "/", host::file);
            server.start();
            return host;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port() + PREFIX + "/");
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void file(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().getRawPath().substring(PREFIX.length());
        ServerResponse.Complete response = files.get(target, exchange.getRequestHeaders());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        byte[] body = new byte[response.body().remaining()];
        response.body().get(body);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
