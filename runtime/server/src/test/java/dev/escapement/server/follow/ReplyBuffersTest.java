package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.escapement.model.Delta;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests replies in progress without streams. */
class ReplyBuffersTest {
    private static final String ID = "t1";
    private static final int LENGTH = 1 << 16;

    private final ReplyBuffers replies = new ReplyBuffers();

    private static DeltaBody text(String text) {
        return DeltaBody.of(new Delta.Text(text));
    }

    private static DeltaBatch batch(int first, String... texts) {
        return new DeltaBatch(
                "source",
                1,
                first,
                List.of(texts).stream().map(ReplyBuffersTest::text).toList());
    }

    private String shown() {
        return replies.since(ID, DeltaCursor.START)
                .map(slice -> String.join(
                        "|", slice.deltas().stream().map(DeltaBody::content).toList()))
                .orElse("nothing");
    }

    @Test
    void deltasAfterMissingOnesAreIgnored() {
        replies.add(ID, batch(0, "a", "b"));
        replies.add(ID, batch(3, "d"));
        replies.add(ID, batch(4, "e"));

        assertEquals("ab", shown());
    }

    @Test
    void batchesContinueEachOther() {
        replies.add(ID, batch(0, "a", "b"));
        replies.add(ID, batch(2, "c"));

        assertEquals("abc", shown());
    }

    @Test
    void recordedReplyIsRemoved() {
        replies.add(ID, "source", 1, text("a"));
        replies.recorded(ID, 2);

        assertEquals("nothing", shown());
    }

    @Test
    void laterReplyRemainsAfterAnEarlierEvent() {
        replies.add(ID, "source", 5, text("a"));
        replies.recorded(ID, 2);

        assertEquals("a", shown());
    }

    @Test
    void otherRequestReplacesTheReply() {
        replies.add(ID, "first driver", 1, text("a"));
        replies.add(ID, "second driver", 1, text("b"));

        assertEquals("b", shown());
    }

    @Test
    void deltaOfAnEarlierReplyIsIgnored() {
        replies.add(ID, "second reply", 3, text("b"));
        replies.add(ID, "first reply", 1, text("a"));

        assertEquals("b", shown());
    }

    @Test
    void lengthOfAReplyIsBounded() {
        for (int i = 0; i < 10; i++) {
            replies.add(ID, "source", 1, text("x".repeat(LENGTH)));
        }

        assertEquals(4 * LENGTH, shown().length());
    }

    @Test
    void totalLengthIsBounded() {
        addToThreads(600);

        int total = 0;
        for (int i = 0; i < 600; i++) {
            total += length("t" + i);
        }
        assertEquals(1 << 24, total);
    }

    @Test
    void fullBuffersShowTheLastUpdatedReplies() {
        addToThreads(256);
        replies.add("t0", "source", 1, text("y"));
        addToThreads(257);

        assertEquals(List.of(LENGTH + 1, 0, LENGTH), List.of(length("t0"), length("t2"), length("t256")));
    }

    @Test
    void restOfAnEvictedReplyIsIgnored() {
        addToThreads(257);
        replies.add("t0", "source", 1, text("the rest"));

        assertEquals(0, length("t0"));
    }

    @Test
    void clientOfAnEvictedReplyStartsAgain() {
        addToThreads(1);
        DeltaCursor cursor =
                replies.since("t0", DeltaCursor.START).orElseThrow().next();
        addToThreads(257);

        assertNotEquals(
                cursor.generation(),
                replies.since("t0", cursor).orElseThrow().next().generation());
    }

    /** Adds a reply to each thread that has none. */
    private void addToThreads(int number) {
        for (int i = 0; i < number; i++) {
            if (replies.position("t" + i).isEmpty()) {
                replies.add("t" + i, "source", 1, text("x".repeat(LENGTH)));
            }
        }
    }

    private int length(String id) {
        return replies.since(id, DeltaCursor.START).orElseThrow().deltas().stream()
                .mapToInt(delta -> delta.content().length())
                .sum();
    }

    @Test
    void cursorContinuesWithinASegment() {
        replies.add(ID, "source", 1, text("a"));
        DeltaCursor cursor = replies.since(ID, DeltaCursor.START).orElseThrow().next();
        replies.add(ID, "source", 1, text("b"));
        replies.add(ID, "source", 1, DeltaBody.of(new Delta.CallBegun(0, "close")));
        replies.add(ID, "source", 1, DeltaBody.of(new Delta.CallBegun(1, "close")));

        DeltaSlice next = replies.since(ID, cursor).orElseThrow();

        assertEquals(
                List.of("text", "call_begun", "call_begun"),
                next.deltas().stream().map(DeltaBody::type).toList());
        assertEquals("b", next.deltas().get(0).content());
        assertEquals(List.of(), replies.since(ID, next.next()).orElseThrow().deltas());
    }
}
