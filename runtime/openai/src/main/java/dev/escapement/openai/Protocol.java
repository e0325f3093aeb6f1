package dev.escapement.openai;

import java.util.Set;

/** The two protocols of OpenAI in which a model can be asked. */
public enum Protocol {

    /**
     * What nearly every server speaks.
     *
     * @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat Completions</a>
     */
    CHAT_COMPLETIONS(
            "/chat/completions",
            Set.of("model", "messages", "tools", "tool_choice", "parallel_tool_calls", "stream", "stream_options")),

    /**
     * The younger one, in which models that reason get their reasoning back. It is used without the provider's memory:
     * each request holds the whole conversation and asks that nothing be stored, so that the thread alone says what the
     * model is shown.
     *
     * @see <a href="https://platform.openai.com/docs/api-reference/responses">Responses</a>
     */
    RESPONSES(
            "/responses",
            Set.of(
                    "model",
                    "instructions",
                    "input",
                    "tools",
                    "tool_choice",
                    "parallel_tool_calls",
                    "max_output_tokens",
                    "stream",
                    "store",
                    "background",
                    "conversation",
                    "previous_response_id"));

    private final String path;
    private final Set<String> reserved;

    Protocol(String path, Set<String> reserved) {
        this.path = path;
        this.reserved = reserved;
    }

    /** Where requests are posted to, below the base URL. */
    String path() {
        return path;
    }

    /** Whether a property of the body is written by the client, or would make a provider remember or reply later. */
    boolean reserves(String property) {
        return reserved.contains(property);
    }
}
