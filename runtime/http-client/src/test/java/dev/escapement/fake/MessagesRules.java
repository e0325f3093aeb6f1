package dev.escapement.fake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The rules of Messages for requests. */
final class MessagesRules {

    private static final Set<String> PARAMETERS = Set.of(
            "model",
            "max_tokens",
            "messages",
            "system",
            "tools",
            "tool_choice",
            "stream",
            "temperature",
            "top_k",
            "top_p",
            "stop_sequences",
            "metadata",
            "thinking",
            "service_tier",
            "output_config",
            "container");
    private static final int LEAST_THINKING = 1_024;

    private final ThinkingRules thinking;

    MessagesRules(ThinkingRules thinking) {
        this.thinking = thinking;
    }

    void check(RequestNode body) {
        body.only(PARAMETERS).get("model").someText();
        if (body.get("max_tokens").number().signum() <= 0) {
            throw new Complaint("max_tokens: must be greater than 0");
        }
        CacheMarkers markers = new CacheMarkers();
        boolean tools = body.find("tools").isPresent();
        if (tools) {
            MessagesTools.check(body, markers);
        } else if (body.find("tool_choice").isPresent()) {
            throw new Complaint("tool_choice may only be specified while providing tools");
        }
        body.find("system").ifPresent(system -> system(system, markers));
        new MessagesConversation(thinking, markers).check(body.get("messages").someItems(), tools);
        body.find("thinking").ifPresent(mode -> thinking(mode, body));
        body.find("output_config").ifPresent(MessagesRules::output);
        body.find("container").ifPresent(RequestNode::someText);
    }

    private static void output(RequestNode config) {
        config.only("effort", "format")
                .find("effort")
                .ifPresent(effort -> effort.oneOf("low", "medium", "high", "xhigh", "max"));
    }

    private static void system(RequestNode system, CacheMarkers markers) {
        if (system.isText()) {
            system.someText();
            return;
        }
        for (RequestNode block : system.someItems()) {
            text(block, markers);
        }
    }

    /** Checks a block of text; empty ones are rejected with and without a cache marker. */
    static void text(RequestNode block, CacheMarkers markers) {
        block.only("type", "text", "cache_control", "citations").get("type").oneOf("text");
        block.get("text").someText();
        markers.on(block);
    }

    private static void thinking(RequestNode mode, RequestNode body) {
        if (mode.get("type").oneOf("enabled", "adaptive", "disabled").equals("enabled")) {
            int budget = mode.get("budget_tokens").number().intValueExact();
            if (budget < LEAST_THINKING
                    || budget >= body.get("max_tokens").number().intValueExact()) {
                throw mode.wrong("budget_tokens must be at least " + LEAST_THINKING + " and less than max_tokens");
            }
        }
        body.find("temperature").ifPresent(temperature -> {
            if (!mode.get("type").text().equals("disabled")
                    && temperature.number().compareTo(BigDecimal.ONE) != 0) {
                throw temperature.wrong("`temperature` may only be set to 1 when thinking is enabled.");
            }
        });
        boolean forced = body.find("tool_choice")
                .filter(choice ->
                        List.of("any", "tool").contains(choice.get("type").text()))
                .isPresent();
        if (forced && !mode.get("type").text().equals("disabled")) {
            throw new Complaint("Thinking may not be enabled when tool_choice forces tool use.");
        }
    }
}
