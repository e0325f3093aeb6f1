package dev.escapement.model;

import dev.escapement.content.ContentStore;
import dev.escapement.internal.collection.ImmutableLists;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Objects;

/**
 * A request to a model, which contains the system prompt, the conversation, and the tools that the model may call.
 *
 * @param prompt the system prompt
 * @param messages the conversation, oldest message first
 * @param tools the tools that the model may call, in the order of the agent's steps
 * @param choice the constraint on calling tools
 * @param options the options that override the settings of the client
 * @param contents the store of the files in the messages
 */
public record ModelRequest(
        String prompt,
        List<Message> messages,
        List<ToolSpec<?>> tools,
        ToolChoice choice,
        RequestOptions options,
        ContentStore contents) {
    public ModelRequest {
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(contents, "contents");
        messages = ImmutableLists.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /**
     * Creates a request that lets the model choose between text and tool calls.
     *
     * @param prompt the system prompt
     * @param messages the conversation, oldest message first
     * @param tools the tools that the model may call
     */
    public ModelRequest(String prompt, List<Message> messages, List<ToolSpec<?>> tools) {
        this(prompt, messages, tools, ToolChoice.AUTO);
    }

    /**
     * Creates a request without options and files.
     *
     * @param prompt the system prompt
     * @param messages the conversation, oldest message first
     * @param tools the tools that the model may call
     * @param choice the constraint on calling tools
     */
    public ModelRequest(String prompt, List<Message> messages, List<ToolSpec<?>> tools, ToolChoice choice) {
        this(prompt, messages, tools, choice, RequestOptions.NONE, ContentStore.none());
    }
}
