package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.model.Delta;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the increments that a driver has not yet sent. */
class DeltaOutboxTest {
    private static final String ID = "t1";

    private final DeltaOutbox outbox = new DeltaOutbox();

    private void add(String source, String text) {
        outbox.add(ID, source, 1, DeltaBody.of(new Delta.Text(text)));
    }

    private List<String> taken() {
        return outbox.take().stream()
                .map(entry -> entry.getValue().source() + " " + entry.getValue().first() + " "
                        + entry.getValue().deltas().size())
                .toList();
    }

    @Test
    void batchesCountTheEarlierIncrements() {
        add("a", "1");
        add("a", "2");
        assertEquals(List.of("a 0 2"), taken());
        add("a", "3");
        assertEquals(List.of("a 2 1"), taken());
    }

    @Test
    void manyIncrementsAreSplit() {
        for (int i = 0; i < 1_200; i++) {
            add("a", "x");
        }

        assertEquals(List.of("a 0 500", "a 500 500", "a 1000 200"), taken());
    }

    @Test
    void restOfADroppedReplyIsDropped() {
        add("a", "1");
        outbox.drop();
        add("a", "2");

        assertEquals(List.of(), taken());
    }

    @Test
    void replyAfterADroppedOneIsSent() {
        add("a", "1");
        outbox.drop();
        add("b", "1");

        assertEquals(List.of("b 0 1"), taken());
    }

    @Test
    void dropOfOneReplyKeepsOthers() {
        add("a", "1");
        outbox.add("t2", "b", 1, DeltaBody.of(new Delta.Text("2")));
        outbox.drop(ID, "a");
        add("a", "3");

        assertEquals(List.of("b 0 1"), taken());
    }

    @Test
    void dropOfAnEarlierReplyKeepsTheLaterOne() {
        add("b", "1");
        outbox.drop(ID, "a");

        assertEquals(List.of("b 0 1"), taken());
    }

    @Test
    void replacedRepliesDoNotUseTheMemory() {
        for (int i = 0; i < 10; i++) {
            add("source " + i, "x".repeat(1 << 20));
        }

        assertEquals(List.of("source 9 0 1"), taken());
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 10_000; i++) {
            add("a", "x".repeat(1_000));
        }

        int sent = outbox.take().stream()
                .mapToInt(entry -> entry.getValue().deltas().size())
                .sum();
        assertEquals(3_942, sent);
    }
}
