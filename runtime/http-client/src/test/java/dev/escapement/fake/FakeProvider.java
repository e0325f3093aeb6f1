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
 * A provider on the loopback address that answers as a script says, one {@link Play} a request, and refuses whatever the
 * real one would refuse. {@link #close()} fails the test if there was anything to complain about, or if plays are left
 * over. Safe for use by many threads.
 *
 * <pre>{@code
 * try (FakeProvider provider = FakeProvider.chat().then(Plays.call("call_1", "look_up", "{}"), Plays.text("It is here."))) {
 *     … provider.baseUri() … provider.key() …
 * }
 * }</pre>
 */
public final class FakeProvider implements AutoCloseable {

    static {
        // The server writes headers and body apart; without this, each reply on a connection that is kept waits 40 ms.
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

    /** OpenAI, Chat Completions. */
    public static FakeProvider chat() {
        return new FakeProvider(new ChatProtocol(ChatFlavor.OPENAI));
    }

    /** Mistral, which speaks Chat Completions but takes only ids of calls like its own. */
    public static FakeProvider mistral() {
        return new FakeProvider(new ChatProtocol(ChatFlavor.MISTRAL));
    }

    /** DeepSeek, which wants to be reminded of what its model thought before it called. */
    public static FakeProvider deepSeek() {
        return new FakeProvider(new ChatProtocol(ChatFlavor.DEEPSEEK));
    }

    /** Gemini by Chat Completions, which wants the signature of each call back. */
    public static FakeProvider gemini() {
        return new FakeProvider(new ChatProtocol(ChatFlavor.GEMINI));
    }

    /** OpenAI, Responses. */
    public static FakeProvider responses() {
        return new FakeProvider(new ResponsesProtocol());
    }

    /** Anthropic, Messages. */
    public static FakeProvider messages() {
        return new FakeProvider(new MessagesProtocol());
    }

    /**
     * Adds to the script.
     *
     * @param plays what is done with the next requests
     * @return this provider
     */
    public synchronized FakeProvider then(Play... plays) {
        script.addAll(List.of(plays));
        return this;
    }

    /**
     * Where the provider is, as clients are told.
     *
     * @return the base of its addresses, with {@code /v1} where its clients expect that to be part of it
     */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + protocol.base());
    }

    /**
     * The key that the provider wants.
     *
     * @return a key like real ones
     */
    public String key() {
        return FakeProtocol.KEY;
    }

    /**
     * Returns the requests so far in the order of their arrival.
     *
     * @return the requests, those that were refused included, if their body was JSON
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
     * @throws AssertionError if there was anything to complain about, or if plays are left over
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

    /** An exception, and only that, makes the server break the connection off. */
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
        if (!exchange.getRequestURI().toString().equals(protocol.path())) {
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
        return new ReceivedRequest(headers, text, RequestNode.parse(text));
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
