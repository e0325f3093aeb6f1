package dev.escapement.fake;

import dev.escapement.fake.FakeReply.Part.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A factory of all behaviors of a provider. A reply is streamed if the request requires it, and is whole otherwise. */
public final class Plays {

    private static final long GIGABYTE = 1L << 30;

    private Plays() {}

    /** Creates a reply with text. */
    public static FakeReply text(String text) {
        return FakeReply.nothing().text(text);
    }

    /** Creates a reply with a call, to which more can be added. */
    public static FakeReply call(String id, String tool, String arguments) {
        return FakeReply.nothing().call(id, tool, arguments);
    }

    /** Creates a reply that begins with thinking. */
    public static FakeReply thinking(String thought) {
        return FakeReply.nothing().thinking(thought);
    }

    /** Creates a reply with parallel calls. */
    public static FakeReply calls(Call... calls) {
        FakeReply reply = FakeReply.nothing();
        for (Call call : calls) {
            reply = reply.call(call.id(), call.tool(), call.arguments());
        }
        return reply;
    }

    /** Creates a reply without text and calls. */
    public static FakeReply nothing() {
        return FakeReply.nothing();
    }

    /** Creates a refusal. */
    public static FakeReply refusal(String reason) {
        return FakeReply.nothing().refusing(reason);
    }

    /** Creates a response with status 429 and a {@code Retry-After} header in seconds. */
    public static Play tooManyRequests(String retryAfter) {
        return stage -> {
            stage.header("Retry-After", retryAfter);
            stage.error(429, "Rate limit reached.");
        };
    }

    /** Creates an overload error in Anthropic's format. */
    public static Play overloaded() {
        return error(529, "Overloaded");
    }

    /** Creates an error of a gateway whose provider is unavailable. */
    public static Play unavailable() {
        return error(503, "The server is overloaded or not ready yet.");
    }

    /** Creates an error in the provider's format. */
    public static Play error(int status, String message) {
        return stage -> stage.error(status, message);
    }

    /** Creates a response with JSON in another format. */
    public static Play json(int status, String body) {
        return stage -> stage.whole(status, "application/json", body);
    }

    /** Creates an HTML page with status 200, as gateways and captive portals send it. */
    public static Play page() {
        return stage -> stage.whole(200, "text/html; charset=utf-8", "<!doctype html><title>Sign in</title>");
    }

    /** Creates a stream that fails after a number of events; a reply that is not streamed fails with the status. */
    public static Play failing(FakeReply reply, int events, int status) {
        return stage -> stage.fail(reply, events, status);
    }

    /**
     * Creates a stream that is closed after a number of events; a reply that is not streamed is closed within its body.
     */
    public static Play brokenOff(FakeReply reply, int events) {
        return stage -> stage.breakOff(reply, events);
    }

    /** Creates a connection that is closed without a response. */
    public static Play hangingUp() {
        return stage -> {
            throw new IOException("hung up, as it is written in the script");
        };
    }

    /** Creates a play that sends no byte until the test releases it or the server is closed. */
    public static HeldPlay held(Play then) {
        return new HeldPlay(then);
    }

    /** Creates a gigabyte of white space. A client that reads all of it fails the test. */
    public static Play gigabyte() {
        return stage -> {
            byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream out = stage.endless()) {
                for (long written = 0; written < GIGABYTE; written += block.length) {
                    out.write(block);
                }
            }
            throw new Complaint("a client read a whole gigabyte");
        };
    }
}
