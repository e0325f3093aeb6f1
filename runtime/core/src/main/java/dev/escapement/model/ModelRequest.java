package dev.escapement.model;

import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Objects;

/**
 * All that a model is shown.
 *
 * @param prompt the system prompt
 * @param messages the conversation so far, oldest first
 * @param tools the tools that it may call, in the order of the agent's steps
 * @param choice whether it has to call one of them
 */
public record ModelRequest(String prompt, List<Message> messages, List<ToolSpec<?>> tools, ToolChoice choice) {
    public ModelRequest {
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(choice, "choice");
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /**
     * A request that leaves it to the model whether it calls a tool.
     *
     * @param prompt the system prompt
     * @param messages the conversation so far, oldest first
     * @param tools the tools that it may call
     */
    public ModelRequest(String prompt, List<Message> messages, List<ToolSpec<?>> tools) {
        this(prompt, messages, tools, ToolChoice.AUTO);
    }
}
