package dev.escapement.spring.actuate;

import dev.escapement.engine.AgentLoop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** The agents of the application in the information of the actuator. */
public final class AgentInfoContributor implements InfoContributor {
    private final List<AgentLoop> loops;

    /**
     * Creates a contributor.
     *
     * @param loops the loops of the agents
     */
    public AgentInfoContributor(List<AgentLoop> loops) {
        this.loops = List.copyOf(loops);
    }

    @Override
    public void contribute(Info.Builder builder) {
        Map<String, Object> agents = new LinkedHashMap<>();
        for (AgentLoop loop : loops) {
            List<String> triggers =
                    loop.triggers().stream().map(trigger -> trigger.name()).toList();
            agents.put(loop.agent(), Map.of("triggers", triggers));
        }
        builder.withDetail("escapement", Map.of("agents", agents));
    }
}
