package dev.escapement.fake;

import java.util.Set;

/** The rules of generateContent for requests, except those for conversations and tools. */
final class GenerateContentRules {

    private static final Set<String> PROPERTIES = Set.of(
            "contents",
            "systemInstruction",
            "tools",
            "toolConfig",
            "generationConfig",
            "safetySettings",
            "cachedContent",
            "labels",
            "serviceTier",
            "store");
    private static final Set<String> GENERATION = Set.of(
            "temperature",
            "topP",
            "topK",
            "candidateCount",
            "maxOutputTokens",
            "stopSequences",
            "responseMimeType",
            "responseSchema",
            "responseJsonSchema",
            "presencePenalty",
            "frequencyPenalty",
            "seed",
            "responseLogprobs",
            "logprobs",
            "responseModalities",
            "thinkingConfig",
            "speechConfig",
            "mediaResolution");

    private final SignatureRules signatures;

    GenerateContentRules(SignatureRules signatures) {
        this.signatures = signatures;
    }

    /**
     * Checks the body of a request.
     *
     * @param generation the generation of the model
     */
    void check(RequestNode body, int generation) {
        body.only(PROPERTIES);
        body.find("systemInstruction").ifPresent(GenerateContentRules::system);
        boolean hasTools = body.find("tools").isPresent();
        if (hasTools) {
            GenerateContentTools.check(body);
        } else if (body.find("toolConfig").isPresent()) {
            throw new Complaint("Function calling config is set without function_declarations.");
        }
        new GenerateContentConversation(signatures, generation)
                .check(body.get("contents").someItems(), hasTools);
        body.find("generationConfig").ifPresent(config -> generation(config, generation));
    }

    private static void system(RequestNode system) {
        for (RequestNode part : system.only("role", "parts").get("parts").someItems()) {
            part.only("text").get("text").someText();
        }
    }

    private static void generation(RequestNode config, int generation) {
        config.only(GENERATION);
        config.find("maxOutputTokens").ifPresent(most -> {
            if (most.number().signum() <= 0) {
                throw most.wrong("max_output_tokens must be positive");
            }
        });
        config.find("temperature").ifPresent(temperature -> {
            double value = temperature.number().doubleValue();
            if (value < 0 || value > 2) {
                throw temperature.wrong("temperature must be in the range [0.0, 2.0]");
            }
        });
        config.find("thinkingConfig").ifPresent(thinking -> thinking(thinking, generation));
    }

    private static void thinking(RequestNode thinking, int generation) {
        thinking.only("includeThoughts", "thinkingBudget", "thinkingLevel");
        thinking.find("includeThoughts").ifPresent(RequestNode::flag);
        thinking.find("thinkingBudget").ifPresent(budget -> {
            if (budget.number().intValueExact() < -1) {
                throw budget.wrong("the thinking budget is invalid");
            }
            if (thinking.find("thinkingLevel").isPresent()) {
                throw thinking.wrong("You can only set one of thinking budget and thinking level.");
            }
        });
        thinking.find("thinkingLevel").ifPresent(level -> {
            level.oneOf("MINIMAL", "LOW", "MEDIUM", "HIGH");
            if (generation < 3) {
                throw level.wrong("Thinking level is not supported for this model.");
            }
        });
    }
}
