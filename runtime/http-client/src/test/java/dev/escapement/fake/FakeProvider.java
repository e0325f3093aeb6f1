package dev.escapement.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A provider on the loopback address that performs a script, one {@link Play} per request, and rejects each request
 * that the real provider would reject. {@link #close()} fails the test after rejected requests or if plays remain.
 * Thread-safe.
 *
 * <pre>{@code
 * try (FakeProvider provider = FakeProvider.chat().then(Plays.call("call_1", "look_up", "{}"), Plays.text("It is here."))) {
 *     … provider.baseUri() … provider.key() …
 * }
 * }</pre>
 */
public final class FakeProvider implements AutoCloseable {

    static {
        // The server writes headers and body separately; without this property, each reply on a persistent connection
        // waits 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final FakeProtocol protocol;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Deque<Play> script = new ArrayDeque<>();
    private final List<Play> performed = new ArrayList<>();
    private final List<ReceivedRequest> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private FakeProvider(FakeProtocol protocol) {
        this.protocol = protocol;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    /** Creates OpenAI with Chat Completions. */
    public static FakeProvider chat() {
        return new FakeProvider(new ChatProtocol(ChatFlavor.OPENAI));
    }

    /** Creates Mistral, which uses Chat Completions but accepts only call ids in its own format. */
    public static FakeProvider mistral() {
        return new FakeProvider(new ChatProtocol(ChatFlavor.MISTRAL));
    }

    /** Creates DeepSeek, which requires earlier thinking before calls to be repeated. */
    public static FakeProvider deepSeek() {
        return new FakeProvider(new ChatProtocol(ChatFlavor.DEEPSEEK));
    }

    /** Creates Gemini with Chat Completions, which requires the signature of each call to be repeated. */
    public static FakeProvider gemini() {
        return new FakeProvider(new ChatProtocol(ChatFlavor.GEMINI));
    }

    /** Creates OpenAI with Responses. */
    public static FakeProvider responses() {
        return new FakeProvider(new ResponsesProtocol());
    }

    /** Creates Anthropic with Messages. */
    public static FakeProvider messages() {
        return new FakeProvider(new MessagesProtocol());
    }

    /** Creates Gemini with generateContent, which requires thought signatures of models since Gemini 3. */
    public static FakeProvider generateContent() {
        return new FakeProvider(new GenerateContentProtocol());
    }

    /**
     * Appends to the script.
     *
     * @param plays the behaviors for the next requests
     * @return this provider
     */
    public synchronized FakeProvider then(Play... plays) {
        script.addAll(List.of(plays));
        return this;
    }

    /**
     * Returns the base URL for clients.
     *
     * @return the URL, with {@code /v1} where clients expect it
     */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + protocol.base());
    }

    /**
     * Returns the required API key.
     *
     * @return a key in the format of real ones
     */
    public String key() {
        return FakeProtocol.KEY;
    }

    /**
     * Returns the requests so far in the order of their arrival.
     *
     * @return the requests, including rejected ones whose body was JSON
     */
    public synchronized List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * Returns the complaints so far and removes them.
     *
     * @return the complaints
     */
    public synchronized List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    /**
     * Stops the provider.
     *
     * @throws AssertionError after rejected requests, or if plays remain
     */
    @Override
    public void close() {
        synchronized (this) {
            performed.forEach(Play::close);
        }
        server.stop(0);
        executor.shutdownNow();
        synchronized (this) {
            if (!complaints.isEmpty()) {
                throw new AssertionError("the provider complained:\n" + String.join("\n", complaints));
            }
            if (!script.isEmpty()) {
                throw new AssertionError("plays left over: " + script.size());
            }
        }
    }

    /** Only an exception makes the server close the connection. */
    private void handle(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (Complaint complaint) {
            remember(complaint.getMessage());
        } catch (RuntimeException | Error fault) {
            remember("the fake itself failed: " + fault);
            throw new IOException(fault);
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Stage stage = new Stage(exchange, protocol, null, 0);
        Play play;
        try {
            ReceivedRequest request = read(exchange);
            stage = new Stage(exchange, protocol, request, record(request));
            protocol.check(request);
            play = next();
        } catch (Complaint complaint) {
            remember(complaint.getMessage());
            stage.error(complaint.status(), complaint.getMessage());
            return;
        }
        play.perform(stage);
    }

    private ReceivedRequest read(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!protocol.accepts(exchange.getRequestURI().toString())) {
            throw new Complaint(404, "Unknown request URL: " + exchange.getRequestURI());
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            throw new Complaint(405, "Not allowed to " + exchange.getRequestMethod());
        }
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String type = headers.getOrDefault("content-type", "");
        if (!type.matches("(?i)application/json(; *charset=utf-8)?")) {
            throw new Complaint(415, "Unsupported media type: " + type);
        }
        return new ReceivedRequest(exchange.getRequestURI().toString(), headers, text, RequestNode.parse(text));
    }

    private synchronized int record(ReceivedRequest request) {
        requests.add(request);
        return requests.size();
    }

    private synchronized Play next() {
        Play play = script.poll();
        if (play == null) {
            throw new Complaint("request " + requests.size() + " comes after the end of the script");
        }
        performed.add(play);
        return play;
    }

    private synchronized void remember(String complaint) {
        complaints.add(complaint);
    }
}
