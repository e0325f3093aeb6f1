package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.CaseSpec.rejected;
import static dev.escapement.clients.RequestChecks.absent;
import static dev.escapement.clients.RequestChecks.value;

import java.util.List;

/** Servers that reject optional properties of a request. */
final class PropertyCases {

    private PropertyCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("chat-whole-strict", "ok").requests(2).request(2, absent("strict")),
                complete("chat-whole-strict-422", "ok").requests(2).request(2, absent("strict")),
                complete("chat-stream-options", "ok").requests(2).request(2, absent("stream_options")),
                complete("chat-stream-options-databricks", "ok").requests(2).request(2, absent("stream_options")),
                complete("chat-whole-tool-choice", "ok").requests(2).request(2, absent("tool_choice")),
                complete("chat-whole-param-path", "ok").requests(2).request(2, absent("strict")),
                rejected("chat-whole-twice", 400, "strict").requests(2),
                rejected("chat-whole-other", 400, "maximum context length"),
                rejected("chat-whole-required-property", 400, "messages"),
                complete("resp-whole-include", "ok")
                        .requests(2)
                        .request(2, absent("include"))
                        .openAi(model -> model.encryptedReasoning(true)),
                complete("resp-whole-strict", "ok").requests(2).request(2, absent("strict")),
                rejected("resp-whole-store", 400, "Set omit(\"store\")").requests(1),
                complete("anth-whole-cache-control", "ok").requests(2).request(2, absent("cache_control")),
                complete("anth-whole-required-choice", "ok")
                        .required()
                        .requests(2)
                        .request(2, absent("tool_choice")),
                complete("chat-whole-thinking-choice", "ok")
                        .required()
                        .requests(2)
                        .request(2, absent("tool_choice")),
                complete("chat-whole-gemini-unknown-name", "ok").requests(2).request(2, absent("strict")),
                complete("chat-whole-unrecognized-argument", "ok").requests(2).request(2, absent("strict")),
                complete("chat-stream-two-properties", "ok").requests(3).request(3, absent("strict")),
                rejected("chat-whole-user-text", 400, "strict"),
                complete("chat-stream-options-camel", "ok").requests(2).request(2, absent("stream_options")),
                complete("chat-stream-options-chinese", "ok").requests(2).request(2, absent("stream_options")),
                complete("chat-whole-strict-pointer", "ok").requests(2).request(2, absent("strict")),
                complete("chat-stream-options-fields", "ok").requests(2).request(2, absent("stream_options")),
                complete("chat-stream-options-part", "ok").requests(2).request(2, absent("stream_options")),
                complete("chat-stream-options-403", "ok").requests(2).request(2, absent("stream_options")),
                complete("chat-whole-strict-value", "ok").requests(2).request(2, absent("strict")),
                complete("chat-whole-choice-chinese", "ok")
                        .required()
                        .requests(2)
                        .request(2, absent("tool_choice")),
                complete("chat-whole-choice-camel-path", "ok")
                        .required()
                        .requests(2)
                        .request(2, absent("tool_choice")),
                complete("chat-whole-choice-501", "ok").required().requests(2).request(2, absent("tool_choice")),
                rejected("chat-stream-options-quoted", 400, "message content"),
                rejected("chat-stream-options-in-message", 400, "Invalid value"),
                complete("gemini-whole-parameters", "ok").requests(2).request(2, absent("parametersJsonSchema")),
                complete("anth-whole-default-length", "ok").requests(2).request(2, value("max_tokens", "4096")),
                rejected("anth-whole-own-length", 400, "max_tokens").anthropic(model -> model.maxOutputTokens(16_384)));
    }
}
