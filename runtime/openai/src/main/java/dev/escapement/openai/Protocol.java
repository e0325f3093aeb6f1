package dev.escapement.openai;

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

    /**
     * Returns whether a property of the request body is reserved. A property is reserved if the client writes it, or if
     * it would enable storage or delayed replies.
     */
    boolean reserves(String property) {
        return switch (property) {
            case "model", "tools", "tool_choice", "parallel_tool_calls", "stream" -> true;
            case "messages", "stream_options" -> this == CHAT_COMPLETIONS;
            case "instructions",
                    "input",
                    "max_output_tokens",
                    "store",
                    "background",
                    "conversation",
                    "previous_response_id" -> this == RESPONSES;
            default -> false;
        };
    }
}
