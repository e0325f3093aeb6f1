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
 */
public record ModelRequest(String prompt, List<Message> messages, List<ToolSpec<?>> tools) {
    public ModelRequest {
        Objects.requireNonNull(prompt, "prompt");
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }
}
