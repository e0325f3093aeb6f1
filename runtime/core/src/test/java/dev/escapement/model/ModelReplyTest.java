package dev.escapement.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.internal.text.ConversationMessages;
import dev.escapement.tool.Call;
import org.junit.jupiter.api.Test;

class ModelReplyTest {

    @Test
    void theCallsOfAReplyHaveDifferentIds() {
        Call call = new Call("c1", "ping", "{}");

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> ModelReply.calls(call, call));

        assertEquals(ConversationMessages.repeatedCall("c1"), refusal.getMessage());
    }

    @Test
    void aCallHasAnId() {
        assertThrows(IllegalArgumentException.class, () -> new Call("", "ping", "{}"));
    }

    @Test
    void aCallMayHaveNoNameAndNoArguments() {
        assertEquals("", new Call("c1", "", "").arguments());
    }

    @Test
    void aReplyCannotCostLessThanNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Usage(0, -1));
    }

    /** The usage of a thread with such a reply would overflow. */
    @Test
    void aReplyCannotHaveMoreTokensThanCanBeCounted() {
        assertThrows(IllegalArgumentException.class, () -> new Usage(Long.MAX_VALUE, 1));
        assertEquals(Long.MAX_VALUE, new Usage(Long.MAX_VALUE - 1, 1).tokens());
    }
}
