package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.complete;

import java.util.List;

/** Base URLs with queries, full paths and unusual hosts. */
final class AddressCases {

    private AddressCases() {}

    static List<CaseSpec> all() {
        return List.of(
                complete("chat-whole-slash", "ok").address("127.0.0.1", "/v1/").target("/v1/chat/completions"),
                complete("chat-whole-full", "ok")
                        .address("127.0.0.1", "/v1/chat/completions")
                        .target("/v1/chat/completions"),
                complete("chat-whole-full-slash", "ok")
                        .address("127.0.0.1", "/api/v3/chat/completions/")
                        .target("/api/v3/chat/completions"),
                complete("chat-whole-query", "ok")
                        .address("127.0.0.1", "/openai/v1?api-version=preview")
                        .target("/openai/v1/chat/completions?api-version=preview"),
                complete("chat-whole-slash-query", "ok")
                        .address("127.0.0.1", "/openai/v1/?api-version=preview")
                        .target("/openai/v1/chat/completions?api-version=preview"),
                complete("chat-whole-azure-full", "ok")
                        .address("127.0.0.1", "/openai/deployments/m-1/chat/completions?api-version=2024-10-21")
                        .target("/openai/deployments/m-1/chat/completions?api-version=2024-10-21"),
                complete("chat-whole-two-parameters", "ok")
                        .address("127.0.0.1", "/gw?a=1&b=x%20y")
                        .target("/gw/chat/completions?a=1&b=x%20y"),
                complete("chat-whole-escaped-path", "ok")
                        .address("127.0.0.1", "/my%20gateway/v1")
                        .target("/my%20gateway/v1/chat/completions"),
                complete("chat-whole-underscore-path", "ok")
                        .address("127.0.0.1", "/my_gateway/openai_v1")
                        .target("/my_gateway/openai_v1/chat/completions"),
                complete("resp-whole-full", "ok")
                        .address("127.0.0.1", "/v1/responses")
                        .target("/v1/responses"),
                complete("resp-whole-query", "ok")
                        .address("127.0.0.1", "/openai/v1?api-version=preview")
                        .target("/openai/v1/responses?api-version=preview"),
                complete("anth-whole-bare", "ok").address("127.0.0.1", "").target("/v1/messages"),
                complete("anth-whole-v1", "ok").address("127.0.0.1", "/v1").target("/v1/messages"),
                complete("anth-whole-full", "ok")
                        .address("127.0.0.1", "/v1/messages")
                        .target("/v1/messages"),
                complete("anth-whole-prefix", "ok")
                        .address("127.0.0.1", "/anthropic")
                        .target("/anthropic/v1/messages"),
                complete("anth-whole-query", "ok")
                        .address("127.0.0.1", "/anthropic?tenant=7")
                        .target("/anthropic/v1/messages?tenant=7"));
    }
}
