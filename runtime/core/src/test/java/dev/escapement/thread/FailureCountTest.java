package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the count of consecutive failures. */
class FailureCountTest {

    private static final FailureCount NONE = FailureCount.NONE;

    @Test
    void eachFailedReplyCounts() {
        FailureCount count = failed(failed(NONE));

        assertEquals(2, count.consecutive());
        assertEquals("wrong", count.last());
    }

    @Test
    void severalFailuresOfOneReplyCountOnce() {
        FailureCount count = failed(NONE).after(CallResult.FAILED, "worse");

        assertEquals(1, count.consecutive());
        assertEquals("worse", count.last());
    }

    @Test
    void rejectedTextCounts() {
        FailureCount count = failed(NONE).replied().textRejected("no call");

        assertEquals(2, count.consecutive());
        assertEquals("no call", count.last());
    }

    @Test
    void oneSuccessInAReplyEndsTheCount() {
        FailureCount count = failed(failed(NONE)).after(CallResult.SUCCEEDED, "");

        assertEquals(0, count.consecutive());
        assertEquals(1, failed(count).consecutive());
    }

    /** Such a reply is neither a failure nor a success, so the failures before it still count. */
    @ParameterizedTest
    @EnumSource(
            value = CallResult.class,
            names = {"OPEN", "SELECTED", "DECLINED"})
    void otherResultsChangeNothing(CallResult result) {
        FailureCount before = failed(NONE).replied();

        assertEquals(before, before.after(result, "x"));
        assertEquals(1, before.consecutive());
        assertEquals(2, failed(before).consecutive());
    }

    @Test
    void newReplyKeepsTheCount() {
        assertEquals(1, failed(NONE).replied().consecutive());
    }

    @Test
    void messageEndsBothCounts() {
        FailureCount count = failed(NONE).requestFailed().messageReceived();

        assertEquals(0, count.consecutive());
        assertEquals(0, count.requests());
        assertEquals("wrong", count.last());
    }

    @Test
    void replyEndsTheCountOfRequests() {
        FailureCount count = NONE.requestFailed().requestFailed();

        assertEquals(2, count.requests());
        assertEquals(0, count.replied().requests());
    }

    @Test
    void failedRequestDoesNotCountAsReply() {
        FailureCount count = failed(NONE).requestFailed();

        assertEquals(1, count.consecutive());
        assertEquals(1, count.requests());
    }

    private static FailureCount failed(FailureCount before) {
        return before.replied().after(CallResult.FAILED, "wrong");
    }
}
