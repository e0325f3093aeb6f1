package dev.escapement.openai;

/** The two protocols of OpenAI in which a model can be asked. */
public enum Protocol {

    /**
     * What nearly every server speaks.
     *
     * @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat Completions</a>
     */
    CHAT_COMPLETIONS("/chat/completions", 40),

    /**
     * The younger one, in which models that reason get their reasoning back. It is used without the provider's memory:
     * each request holds the whole conversation and asks that nothing be stored, so that the thread alone says what the
     * model is shown.
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

    /** Where requests are posted to, below the base URL. */
    String path() {
        return path;
    }

    /** How many characters OpenAI takes in the id of a call. */
    int longestCallId() {
        return longestCallId;
    }

    /** Whether a property of the body is written by the client, or would make a provider remember or reply later. */
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
