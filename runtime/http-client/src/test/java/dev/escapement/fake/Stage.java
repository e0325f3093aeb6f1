package dev.escapement.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One request and the connection of its client. */
public final class Stage {

    private static final String JSON = "application/json";

    private final HttpExchange exchange;
    private final FakeProtocol protocol;
    private final ReceivedRequest request;
    private final int number;

    Stage(HttpExchange exchange, FakeProtocol protocol, ReceivedRequest request, int number) {
        this.exchange = exchange;
        this.protocol = protocol;
        this.request = request;
        this.number = number;
    }

    /** Sends a reply, whole or streamed as requested. */
    void say(FakeReply reply) throws IOException {
        if (request.wantsStream()) {
            OutputStream out = stream();
            write(out, reply, events(reply));
            out.close();
        } else {
            whole(200, JSON, protocol.whole(reply, request, number));
        }
    }

    /** Sends a number of events, or half of the body, and closes the connection. */
    void breakOff(FakeReply reply, int events) throws IOException {
        if (request.wantsStream()) {
            write(stream(), reply, events(reply).subList(0, events));
        } else {
            byte[] body = protocol.whole(reply, request, number).getBytes(StandardCharsets.UTF_8);
            head(200, JSON, body.length).write(body, 0, body.length / 2);
        }
        throw new IOException("broken off, as it is written in the script");
    }

    /** Sends a number of events and then a fault; a reply that is not streamed fails immediately. */
    void fail(FakeReply reply, int events, int status) throws IOException {
        if (request.wantsStream()) {
            OutputStream out = stream();
            write(out, reply, events(reply).subList(0, events));
            write(out, reply, List.of(protocol.faultEvent()));
            out.close();
        } else {
            error(status, "The provider failed while it replied.");
        }
    }

    void header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void error(int status, String message) throws IOException {
        whole(status, JSON, protocol.error(status, message));
    }

    void whole(int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = head(status, type, bytes.length)) {
            out.write(bytes);
        }
    }

    /** Starts a body of unspecified length. */
    OutputStream endless() throws IOException {
        return request.wantsStream() ? stream() : head(200, JSON, 0);
    }

    private List<String> events(FakeReply reply) {
        return protocol.stream(reply, request, number);
    }

    private static void write(OutputStream out, FakeReply reply, List<String> events) throws IOException {
        byte[] bytes = String.join("", events).getBytes(StandardCharsets.UTF_8);
        for (byte[] piece : reply.split().bytes(bytes)) {
            out.write(piece);
            out.flush(); // a chunk of its own
        }
    }

    private OutputStream stream() throws IOException {
        return head(200, "text/event-stream; charset=utf-8", 0);
    }

    private OutputStream head(int status, String type, int length) throws IOException {
        header("Content-Type", type);
        exchange.sendResponseHeaders(status, length);
        return exchange.getResponseBody();
    }
}
