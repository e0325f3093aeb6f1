package dev.escapement.spring.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Threads as JSON with Jackson 3 of Spring Boot 4. */
class Jackson3ThreadTest {

    private static final AgentThread THREAD = new AgentThread(
            "t1", List.of(new Event.Started(Instant.parse("2026-01-02T03:04:05Z"), "shop.RefundDesk", "A \"lamp\"")));

    private final JsonMapper mapper = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @Test
    void nestedThreadsAreTheirJson() {
        assertEquals(
                "{\"title\":\"all\",\"newest\":" + THREAD.toJson() + ",\"all\":[" + THREAD.toJson() + "],\"last\":{}}",
                mapper.writeValueAsString(new ThreadControllerTest.Overview("all", THREAD, List.of(THREAD), Map.of())));
    }

    @Test
    void listIsReadBack() {
        String json = mapper.writeValueAsString(List.of(THREAD, THREAD));
        assertEquals("[" + THREAD.toJson() + "," + THREAD.toJson() + "]", json);
        assertEquals(List.of(THREAD, THREAD), mapper.readValue(json, new TypeReference<List<AgentThread>>() {}));
    }

    @Test
    void treeContainsTheSameValues() {
        assertEquals("t1", mapper.valueToTree(THREAD).get("id").asString());
    }
}
