package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Runner;
import dev.escapement.spring.permits.StreetDesk;
import dev.escapement.spring.permits.WaterDesk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Tests the runners that start threads for the server. */
class ServerRunnersTest {

    private final ApplicationContextRunner contexts = AgentContexts.inMemory()
            .withPropertyValues("escapement.worker.enabled=false")
            .withBean("waterDesk", WaterDesk.class, WaterDesk::new)
            .withBean("streetDesk", StreetDesk.agentClass());

    /** Returns a runner of one agent that also executes the threads of others. */
    private static Runner runner(AgentLoop first, AgentLoop... more) {
        return Runner.of(first, more).model(AgentContexts.closing()).build();
    }

    @Test
    void runnerOfAnAgentPrecedesOthers() {
        contexts.run(context -> {
            AgentLoop water = context.getBean("waterDeskLoop", AgentLoop.class);
            AgentLoop streets = context.getBean("streetDeskLoop", AgentLoop.class);
            Runner both = runner(water, streets);
            Runner own = runner(streets);

            assertThat(ServerRunners.byAgent(List.of(both, own))).isEqualTo(Map.of("water", both, "streets", own));
            assertThat(ServerRunners.byAgent(List.of(own, both))).isEqualTo(Map.of("water", both, "streets", own));
        });
    }

    @Test
    void runnerStartsThreadsOfItsOtherAgents() {
        contexts.run(context -> {
            AgentLoop water = context.getBean("waterDeskLoop", AgentLoop.class);
            AgentLoop streets = context.getBean("streetDeskLoop", AgentLoop.class);

            assertThat(ServerRunners.byAgent(List.of(runner(water, streets)))
                            .get("streets")
                            .agent())
                    .isEqualTo("streets");
        });
    }
}
