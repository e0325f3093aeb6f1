package dev.escapement.fake;

import java.util.List;
import java.util.Set;

/** The requests of Chat Completions that a provider accepts. */
enum ChatFlavor {
    OPENAI(CallIdFormat.OPENAI_CHAT, 400, Parameters.OPENAI),
    /** DeepSeek, whose model always thinks and requires its earlier thinking before calls to be repeated. */
    DEEPSEEK(CallIdFormat.OPENAI_CHAT, 400, Parameters.OPENAI),
    /** Gemini, which signs each call. */
    GEMINI(CallIdFormat.OPENAI_CHAT, 400, Parameters.OPENAI),
    MISTRAL(
            CallIdFormat.MISTRAL,
            422,
            Set.of(
                    "model",
                    "messages",
                    "tools",
                    "tool_choice",
                    "parallel_tool_calls",
                    "stream",
                    "max_tokens",
                    "temperature",
                    "top_p",
                    "n",
                    "stop",
                    "random_seed",
                    "response_format",
                    "metadata",
                    "frequency_penalty",
                    "presence_penalty",
                    "prediction",
                    "prompt_mode",
                    "safe_prompt"));

    private static final class Parameters {
        private static final Set<String> OPENAI = Set.of(
                "model",
                "messages",
                "tools",
                "tool_choice",
                "parallel_tool_calls",
                "stream",
                "stream_options",
                "max_tokens",
                "max_completion_tokens",
                "temperature",
                "top_p",
                "n",
                "stop",
                "seed",
                "user",
                "safety_identifier",
                "prompt_cache_key",
                "prompt_cache_retention",
                "response_format",
                "reasoning_effort",
                "verbosity",
                "metadata",
                "store",
                "service_tier",
                "frequency_penalty",
                "presence_penalty",
                "logit_bias",
                "logprobs",
                "top_logprobs");
    }

    private final CallIdFormat ids;
    private final int refusal;
    private final Set<String> parameters;

    ChatFlavor(CallIdFormat ids, int refusal, Set<String> parameters) {
        this.ids = ids;
        this.refusal = refusal;
        this.parameters = parameters;
    }

    CallIdFormat ids() {
        return ids;
    }

    void checkParameters(RequestNode body) {
        try {
            body.only(parameters);
        } catch (Complaint unknown) {
            throw new Complaint(refusal, unknown.getMessage());
        }
    }

    /** Rejects a message of the model without the data that the provider added to it. */
    void checkAdded(RequestNode message, List<RequestNode> calls) {
        if (this == DEEPSEEK && message.find("reasoning_content").isEmpty()) {
            throw new Complaint("The `reasoning_content` in the thinking mode must be passed back to the API.");
        }
        for (RequestNode call : calls) {
            if (this == GEMINI && call.find("extra_content").isEmpty()) {
                throw call.wrong("Function call is missing a thought_signature.");
            }
        }
    }

    /** Only Mistral accepts files in the result of a call. */
    boolean acceptsFilesInAnswers() {
        return this == MISTRAL;
    }

    /** Mistral does not accept a user message directly after a tool result. */
    void checkOrder(String before, RequestNode message) {
        String role = message.get("role").text();
        if (this == MISTRAL && before.equals("tool") && role.equals("user")) {
            throw new Complaint("Unexpected role 'user' after role 'tool'");
        }
    }

    /** Mistral sends usage with every stream. */
    boolean sendsUsage(ReceivedRequest request) {
        return this == MISTRAL
                || request.body()
                        .find("stream_options")
                        .flatMap(options -> options.find("include_usage"))
                        .map(RequestNode::flag)
                        .orElse(false);
    }
}
