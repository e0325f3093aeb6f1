package dev.escapement.openai;

/** The two protocols of OpenAI. */
public enum Protocol {

    /**
     * The protocol of nearly every server.
     *
     * @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat Completions</a>
     */
    CHAT_COMPLETIONS("/chat/completions", 40),

    /**
     * The newer protocol, in which models receive their earlier reasoning. Used without the provider's memory: each request
     * contains the whole conversation and disables storage, so that the model sees nothing but the thread.
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

    /** Returns the path of requests below the base URL. */
    String path() {
        return path;
    }

    /** Returns the maximum length of the id of a call. */
    int longestCallId() {
        return longestCallId;
    }

    /** Returns whether the client writes a property itself, or the property would enable storage or delayed replies. */
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
