package dev.escapement.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.engine.Flow;
import dev.escapement.server.body.AgentListBody;
import dev.escapement.server.body.AgentListBodyCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of {@link AgentRoutes}. */
class AgentRoutesTest {

    private static List<AgentListBody.AgentBody> agents(ReleaseDesk desk) {
        return desk.get("reader", "/api/agents")
                .body(200, AgentListBodyCodec.INSTANCE)
                .agents();
    }

    @Test
    void agentsAreListedWithTheirTools() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentListBody.AgentBody bot = agents(desk).get(0);

            assertEquals("acme.ReleaseBot", bot.name());
            assertEquals("ReleaseBot", bot.simpleName());
            assertTrue(bot.startable());
            AgentListBody.ToolBody ship = bot.tools().stream()
                    .filter(tool -> tool.name().equals("ship_release"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Effect.DESTRUCTIVE, ship.effect());
            assertEquals(Flow.RETURNS, ship.flow());
            assertEquals(List.of(true, true), List.of(ship.gated(), ship.offered()));
            assertTrue(ship.schema().json().contains("\"pattern\""));
        }
    }

    @Test
    void triggersHaveSchemasAndPaths() {
        try (ReleaseDesk desk = ReleaseDesk.inMemory()) {
            AgentListBody.TriggerBody trigger = agents(desk).get(0).triggers().get(0);

            assertEquals("ticket", trigger.name());
            assertEquals("/api/agents/acme.ReleaseBot/triggers/ticket", trigger.path());
            assertTrue(trigger.schema().json().contains("\"author\""));
        }
    }
}
