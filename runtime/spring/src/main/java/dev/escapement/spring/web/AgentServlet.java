package dev.escapement.spring.web;

import dev.escapement.server.AgentServer;
import dev.escapement.server.ServerAdapter;
import dev.escapement.server.ServerResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The servlet of the inbox and the API. Complete responses are sent with their length; streams are asynchronous, so that they
 * do not occupy a Java thread of the container. Safe for concurrent use.
 */
public final class AgentServlet extends HttpServlet {
    /** The name with which the servlet is registered. */
    public static final String NAME = "escapementServer";

    private static final long serialVersionUID = 1L;
    private static final Duration BODY_TIME = Duration.ofSeconds(10);
    private static final int CHUNK = 1 << 16;
    private static final Set<String> ADDED = Set.of("Set-Cookie", "Vary");

    private final transient Supplier<AgentServer> server;
    private final transient PrincipalSource principals;
    private final String path;
    private final transient Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private final transient Set<ServletSink> sinks = ConcurrentHashMap.newKeySet();

    @Nullable
    private transient volatile ServerAdapter adapter;

    private transient volatile boolean closed;

    /**
     * Creates a servlet that refuses requests until it is opened.
     *
     * @param server the handlers, which are used after {@link #open}
     * @param principals the source of the users
     * @param path the path of the servlet after the context path, without a slash at the end
     */
    public AgentServlet(Supplier<AgentServer> server, PrincipalSource principals, String path) {
        this.server = server;
        this.principals = principals;
        this.path = path;
    }

    /** Accepts requests. */
    void open() {
        closed = false;
        adapter = ServerAdapter.of(server.get(), BODY_TIME);
    }

    /** Ends all streams and refuses further requests with the status 503. */
    void close() {
        closed = true;
        ServerAdapter open = adapter;
        if (open != null) {
            open.close();
        }
        sinks.forEach(ServletSink::close);
    }

    /** {@return the number of open streams} */
    int streams() {
        return sinks.size();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServerAdapter open = adapter;
        String prefix = request.getContextPath() + path;
        if (open == null) {
            response.setHeader("Retry-After", "1");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (request.getRequestURI().equals(prefix)) {
            response.setHeader("Location", prefix + "/");
            response.setStatus(308);
        } else {
            addPort(request.getLocalPort());
            answer(open, prefix, request, response);
        }
    }

    private void answer(ServerAdapter open, String prefix, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ServerResponse answer;
        try {
            answer = open.handle(ServletRequests.head(request, principals), prefix, request.getInputStream());
        } catch (IOException e) { // the body did not arrive completely, or in time
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
            return;
        }
        send(request, response, answer);
    }

    /** Permits the names of this computer with the port of the connector that accepted the request. */
    private void addPort(int port) {
        if (port > 0 && ports.add(port)) {
            server.get().addPort(port);
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, ServerResponse answer)
            throws IOException {
        response.setStatus(answer.status());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            if (ADDED.contains(header.getKey())) {
                response.addHeader(header.getKey(), header.getValue());
            } else if (!header.getKey().equals("Connection")
                    || request.getProtocol().equals("HTTP/1.1")) {
                response.setHeader(header.getKey(), header.getValue());
            }
        }
        boolean isHead = request.getMethod().equals("HEAD");
        boolean unused = answer.accept(new ServerResponse.Visitor<Boolean, IOException>() {
            @Override
            public Boolean complete(ServerResponse.Complete known) throws IOException {
                return AgentServlet.complete(response, known, isHead);
            }

            @Override
            public Boolean stream(ServerResponse.Stream stream) throws IOException {
                return AgentServlet.this.stream(request, response, stream);
            }
        });
    }

    private static boolean complete(HttpServletResponse response, ServerResponse.Complete answer, boolean isHead)
            throws IOException {
        ByteBuffer body = answer.body();
        boolean hasBody = answer.status() != HttpServletResponse.SC_NO_CONTENT
                && answer.status() != HttpServletResponse.SC_NOT_MODIFIED;
        if (hasBody && (!isHead || body.hasRemaining())) { // GET may have a stream, whose length is not known
            response.setContentLength(body.remaining());
        }
        if (hasBody && !isHead) {
            ServletOutputStream out = response.getOutputStream();
            byte[] chunk = new byte[Math.min(CHUNK, body.remaining())];
            while (body.hasRemaining()) {
                int length = Math.min(chunk.length, body.remaining());
                body.get(chunk, 0, length);
                out.write(chunk, 0, length);
            }
        }
        response.flushBuffer();
        return false;
    }

    /** Sends the headers on the Java thread of the request, on which filters can still access the response. */
    private boolean stream(HttpServletRequest request, HttpServletResponse response, ServerResponse.Stream stream)
            throws IOException {
        if (!request.isAsyncSupported()) {
            throw new IllegalStateException(
                    "A filter of the application does not support asynchronous requests, which event"
                            + " streams require. Set asyncSupported of its registration to true.");
        }
        response.flushBuffer();
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        ServletOutputStream out = response.getOutputStream();
        ServletSink sink = new ServletSink(context, out, sinks::remove);
        sinks.add(sink);
        context.addListener(sink);
        out.setWriteListener(sink);
        if (closed) {
            sink.close();
        } else {
            stream.source().open(sink);
        }
        return true;
    }
}
