package dev.escapement.fake.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.model.ModelReply;
import java.util.Optional;
import java.util.function.Supplier;

/** A count of the damaged replies that a client reads and of those that it rejects with one of its two exceptions. */
public final class FuzzTally {

    private int replies;
    private int rejections;

    /**
     * Reads a damaged reply. Any exception but the two fails the test.
     *
     * @param input the damaged text, for the message
     * @return the reply; empty if it was rejected
     */
    public Optional<ModelReply> read(String input, Supplier<ModelReply> reader) {
        try {
            Optional<ModelReply> reply = Optional.ofNullable(reader.get());
            replies++;
            return reply;
        } catch (MalformedReplyException | ProviderErrorException rejection) {
            rejections++;
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError other) {
            throw new AssertionError("reading " + input, other);
        }
    }

    /** Asserts that both counts are at least a number. */
    public void assertBothAtLeast(int number) {
        assertTrue(replies >= number && rejections >= number, replies + " read, " + rejections + " rejected");
    }
}
