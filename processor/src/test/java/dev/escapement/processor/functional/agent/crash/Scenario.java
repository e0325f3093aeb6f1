package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.Start;
import java.util.List;
import java.util.function.Function;

/**
 * A thread of an agent, written down beforehand.
 *
 * @param name tells scenarios apart
 * @param agent makes the agent in a world
 * @param start what it begins with
 * @param replies what the model says, in order
 * @param people what people say when the thread waits for it
 * @param changes what is changed in the world, in order
 */
record Scenario(
        String name,
        Function<World, AgentLoop> agent,
        Start start,
        List<ModelReply> replies,
        ScriptedPeople people,
        List<String> changes) {

    /** The same with what it changes. */
    Scenario changing(String... changes) {
        return new Scenario(name, agent, start, replies, people, List.of(changes));
    }

    @Override
    public String toString() {
        return name;
    }
}
