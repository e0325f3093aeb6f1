package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        long total = 0;
        for (int i = 0; i < 600; i++) {
            replies.add("t" + i, "source", 1, text("x".repeat(LENGTH)));
            total += replies.since("t" + i, DeltaCursor.START).orElseThrow().deltas().stream()
                    .mapToInt(delta -> delta.content().length())
                    .sum();
        }

        assertTrue(total <= 1 << 24, "total " + total);
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
