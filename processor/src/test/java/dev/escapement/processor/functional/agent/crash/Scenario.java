package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.Start;
import java.util.List;
import java.util.function.Function;

/**
 * A scripted thread of an agent.
 *
 * @param name the unique name of the scenario
 * @param agent creates the agent in a world
 * @param start the initial event of the thread
 * @param replies the replies of the model, in order
 * @param people the decisions of people when the thread waits
 * @param rejections the number of times that the provider rejects the first request
 * @param changes the expected changes to the world, in order
 */
record Scenario(
        String name,
        Function<World, AgentLoop> agent,
        Start start,
        List<ModelReply> replies,
        ScriptedPeople people,
        int rejections,
        List<String> changes) {

    /** Returns a copy with the expected changes. */
    Scenario changing(String... changes) {
        return new Scenario(name, agent, start, replies, people, rejections, List.of(changes));
    }

    /** Returns a copy whose first request the provider rejects a number of times. */
    Scenario rejected(int times) {
        return new Scenario(name, agent, start, replies, people, times, changes);
    }

    @Override
    public String toString() {
        return name;
    }
}
