package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.client.CallIds;
import dev.escapement.model.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenAiCallIdsTest {

    private static CallIds ids(Flavor flavor, String... ids) {
        List<Message> messages = Stream.of(ids)
                .<Message>map(id -> OpenAiSamples.calling(id, "look_up", "{}"))
                .toList();
        return OpenAiCallIds.of(messages, flavor, Protocol.CHAT_COMPLETIONS, Map.of());
    }

    @Test
    void acceptedIdStays() {
        assertEquals("call_1", ids(Flavor.OPENAI, "call_1").accepted("call_1"));
        assertEquals("D681PevKs", ids(Flavor.MISTRAL, "D681PevKs").accepted("D681PevKs"));
    }

    @Test
    void substituteDependsOnlyOnTheId() {
        assertEquals(
                ids(Flavor.MISTRAL, "call_1").accepted("call_1"),
                ids(Flavor.MISTRAL, "call_0", "call_1").accepted("call_1"));
    }

    @Test
    void substituteIsUnique() {
        String standIn = ids(Flavor.MISTRAL, "call_1").accepted("call_1");
        CallIds ids = ids(Flavor.MISTRAL, "call_1", standIn);
        assertEquals(standIn, ids.accepted(standIn));
        assertNotEquals(standIn, ids.accepted("call_1"));
    }

    @Test
    void tooLongIdIsReplaced() {
        String longest = "x".repeat(40);
        assertEquals(longest, ids(Flavor.OPENAI, longest).accepted(longest));
        assertTrue(ids(Flavor.OPENAI, longest + "x").accepted(longest + "x").length() <= 40);
    }
}
