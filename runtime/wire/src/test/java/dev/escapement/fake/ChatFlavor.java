package dev.escapement.fake;

import java.util.Set;

/** What a provider that speaks Chat Completions takes. */
enum ChatFlavor {
    OPENAI(
            CallIds.OPENAI_CHAT,
            400,
            Set.of(
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
                    "top_logprobs")),
    MISTRAL(
            CallIds.MISTRAL,
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

    private final CallIds ids;
    private final int refusal;
    private final Set<String> parameters;

    ChatFlavor(CallIds ids, int refusal, Set<String> parameters) {
        this.ids = ids;
        this.refusal = refusal;
        this.parameters = parameters;
    }

    CallIds ids() {
        return ids;
    }

    void checkParameters(Node body) {
        try {
            body.only(parameters);
        } catch (Complaint unknown) {
            throw new Complaint(refusal, unknown.getMessage());
        }
    }

    /** Mistral sends usage with every stream. */
    boolean sendsUsage(Recorded request) {
        return this == MISTRAL
                || request.body()
                        .find("stream_options")
                        .flatMap(options -> options.find("include_usage"))
                        .map(Node::flag)
                        .orElse(false);
    }
}
