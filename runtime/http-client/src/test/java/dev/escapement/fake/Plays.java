package dev.escapement.fake;

import dev.escapement.fake.FakeReply.Part.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * All that a provider can do with a request. A reply is streamed if the request wants it so, and else in one piece.
 */
public final class Plays {

    private static final long GIGABYTE = 1L << 30;

    private Plays() {}

    /** Replies with text. */
    public static FakeReply text(String text) {
        return FakeReply.nothing().text(text);
    }

    /** Replies with a call; more can be added. */
    public static FakeReply call(String id, String tool, String arguments) {
        return FakeReply.nothing().call(id, tool, arguments);
    }

    /** Thinks first; what is said then is added. */
    public static FakeReply thinking(String thought) {
        return FakeReply.nothing().thinking(thought);
    }

    /** Replies with calls side by side. */
    public static FakeReply calls(Call... calls) {
        FakeReply reply = FakeReply.nothing();
        for (Call call : calls) {
            reply = reply.call(call.id(), call.tool(), call.arguments());
        }
        return reply;
    }

    /** Replies with neither text nor call. */
    public static FakeReply nothing() {
        return FakeReply.nothing();
    }

    /** Declines. */
    public static FakeReply refusal(String reason) {
        return FakeReply.nothing().refusing(reason);
    }

    /** Too many requests; says after how many seconds to come again. */
    public static Play tooManyRequests(String retryAfter) {
        return stage -> {
            stage.header("Retry-After", retryAfter);
            stage.error(429, "Rate limit reached.");
        };
    }

    /** The provider has too much to do, in Anthropic's terms. */
    public static Play overloaded() {
        return error(529, "Overloaded");
    }

    /** The provider is not there, but something in front of it is. */
    public static Play unavailable() {
        return error(503, "The server is overloaded or not ready yet.");
    }

    /** An error in the provider's form. */
    public static Play error(int status, String message) {
        return stage -> stage.error(status, message);
    }

    /** Sends JSON of another form. */
    public static Play json(int status, String body) {
        return stage -> stage.whole(status, "application/json", body);
    }

    /** A page for people, with status 200, as gateways and captive portals send it. */
    public static Play page() {
        return stage -> stage.whole(200, "text/html; charset=utf-8", "<!doctype html><title>Sign in</title>");
    }

    /** Fails after so many events of a stream; instead of a reply that is not streamed, with that status. */
    public static Play failing(FakeReply reply, int events, int status) {
        return stage -> stage.fail(reply, events, status);
    }

    /** Is cut off after so many events of a stream, or in the middle of a reply that is not streamed. */
    public static Play brokenOff(FakeReply reply, int events) {
        return stage -> stage.breakOff(reply, events);
    }

    /** Hangs up without a word. */
    public static Play hangingUp() {
        return stage -> {
            throw new IOException("hung up, as it is written in the script");
        };
    }

    /** Says nothing, not even headers, until the test lets it go on, or the server is closed. */
    public static HeldPlay held(Play then) {
        return new HeldPlay(then);
    }

    /** Sends a gigabyte of white space, and complains if a client reads all of it. */
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
