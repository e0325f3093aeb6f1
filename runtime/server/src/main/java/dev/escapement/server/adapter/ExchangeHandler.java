package dev.escapement.server.adapter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.http.LoggedFailure;
import dev.escapement.server.http.RefusalLog;
import dev.escapement.server.http.Watchdog;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The handler of all requests of an adapter. Complete responses are sent with their length; streams are left open for their
 * source, so that they do not occupy a Java thread. Safe for concurrent use.
 */
public final class ExchangeHandler implements HttpHandler, AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(ExchangeHandler.class.getPackageName());
    private static final Duration END_TIME = Duration.ofSeconds(1);
    private static final int CHUNK = 1 << 16;
    private static final int NO_BODY = -1;
    private static final int STREAMED = 0;

    private final AdapterConfig config;
    private final RequestExecutor executor;
    private final Watchdog watchdog;
    private final RequestReader reader;
    private final RequestIntake intake;
    private final Set<ExchangeSink> sinks = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Creates a handler.
     *
     * @param config the settings
     * @param executor the executor of the HTTP server
     * @param watchdog the watchdog of the adapter
     * @param log the log of the requests that the adapter refuses
     */
    public ExchangeHandler(AdapterConfig config, RequestExecutor executor, Watchdog watchdog, RefusalLog log) {
        this.config = config;
        this.executor = executor;
        this.watchdog = watchdog;
        this.intake = new RequestIntake(config.handler(), config.maxBody(), log);
        this.reader = new RequestReader(config, watchdog);
    }

    @Override
    public void handle(HttpExchange exchange) {
        executor.headersArrived();
        boolean isOpen = false;
        try {
            isOpen = answer(exchange, response(exchange));
        } catch (IOException e) {
            LOGGER.log(
                    Level.DEBUG,
                    "A connection was closed during a request: {0}",
                    e.getClass().getName());
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A response could not be sent.", LoggedFailure.of(e));
        } finally {
            if (!isOpen) {
                end(exchange);
            }
        }
    }

    private ServerResponse response(HttpExchange exchange) throws IOException {
        return intake.answer(exchange.getRequestMethod(), memory -> reader.read(exchange, memory));
    }

    /** Sends a response, and returns whether its body is still written. */
    private boolean answer(HttpExchange exchange, ServerResponse response) throws IOException {
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            exchange.getResponseHeaders().set(header.getKey(), header.getValue());
        }
        return response.accept(new ServerResponse.Visitor<Boolean, IOException>() {
            @Override
            public Boolean complete(ServerResponse.Complete known) throws IOException {
                return ExchangeHandler.this.complete(exchange, known);
            }

            @Override
            public Boolean stream(ServerResponse.Stream stream) throws IOException {
                return ExchangeHandler.this.stream(exchange, stream);
            }
        });
    }

    private boolean stream(HttpExchange exchange, ServerResponse.Stream stream) throws IOException {
        watchdog.run(config.writeTime(), () -> exchange.sendResponseHeaders(stream.status(), STREAMED));
        ExchangeSink sink = new ExchangeSink(exchange, watchdog, sinks::remove);
        sinks.add(sink);
        if (closed) {
            sink.close();
        } else {
            stream.source().open(sink);
        }
        return true;
    }

    private boolean complete(HttpExchange exchange, ServerResponse.Complete response) throws IOException {
        ByteBuffer body = response.body();
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        boolean isEmpty = isHead || !body.hasRemaining() || response.status() == 204 || response.status() == 304;
        if (isHead && body.hasRemaining()) { // otherwise GET may have a stream, whose length is not known
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.remaining()));
        }
        watchdog.run(
                config.writeTime(),
                () -> exchange.sendResponseHeaders(response.status(), isEmpty ? NO_BODY : body.remaining()));
        if (!isEmpty) {
            write(exchange.getResponseBody(), body);
        }
        return false;
    }

    private void write(OutputStream out, ByteBuffer body) throws IOException {
        byte[] chunk = new byte[Math.min(CHUNK, body.remaining())];
        while (body.hasRemaining()) {
            int length = Math.min(chunk.length, body.remaining());
            body.get(chunk, 0, length);
            watchdog.run(config.writeTime(), () -> {
                out.write(chunk, 0, length);
                out.flush();
            });
        }
    }

    /** Ends an exchange, which can read the rest of a short body. */
    private void end(HttpExchange exchange) {
        watchdog.run(END_TIME, exchange::close);
    }

    /** Ends all streams and refuses further requests. */
    @Override
    public void close() {
        closed = true;
        intake.close();
        sinks.forEach(ExchangeSink::close);
    }
}
