package dev.escapement.openai;

import dev.escapement.json.JsonText;

/** An OpenAI protocol for requests to models. */
public enum Protocol {

    /**
     * Chat Completions, the protocol that nearly every server supports.
     *
     * @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat Completions</a>
     */
    CHAT_COMPLETIONS("/chat/completions", 40),

    /**
     * Responses, the newer protocol, in which a model receives its earlier reasoning. Used without the provider's
     * memory: each request contains the whole conversation and disables storage, so that the model sees nothing but the
     * thread.
     *
     * @see <a href="https://platform.openai.com/docs/api-reference/responses">Responses</a>
     */
    RESPONSES("/responses", 64);

    private final String path;
    private final int longestCallId;

    Protocol(String path, int longestCallId) {
        this.path = path;
        this.longestCallId = longestCallId;
    }

    /** Returns the path of requests relative to the base URL. */
    String path() {
        return path;
    }

    /** Returns the maximum length of a call id. */
    int longestCallId() {
        return longestCallId;
    }

    /** Returns the name of the property that contains the effort of thinking. */
    String effort() {
        return this == CHAT_COMPLETIONS ? "reasoning_effort" : "reasoning";
    }

    /** Returns whether the client writes a property of the request body that can be omitted or replaced. */
    boolean isOptional(String property) {
        return switch (property) {
            case "tool_choice", "parallel_tool_calls", "strict" -> true;
            case "stream_options", "max_completion_tokens", "max_tokens" -> this == CHAT_COMPLETIONS;
            case "max_output_tokens", "include", "store" -> this == RESPONSES;
            default -> false;
        };
    }

    /**
     * Returns whether a property of the request body is reserved. A property is reserved if the client writes it and
     * requires it, or if it would enable storage or delayed replies.
     */
    boolean reserves(String property, JsonText value) {
        return switch (property) {
            case "model", "tools", "stream" -> true;
            case "messages" -> this == CHAT_COMPLETIONS;
            case "store" -> this == RESPONSES && !value.json().strip().matches("null|false");
            case "instructions", "input", "background", "conversation", "previous_response_id" -> this == RESPONSES;
            default -> false;
        };
    }
}
