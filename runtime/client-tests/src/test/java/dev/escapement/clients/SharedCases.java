package dev.escapement.clients;

import static dev.escapement.clients.CaseSpec.calling;
import static dev.escapement.clients.CaseSpec.complete;
import static dev.escapement.clients.CaseSpec.failed;
import static dev.escapement.clients.CaseSpec.rejected;
import static dev.escapement.clients.CaseSpec.reply;
import static dev.escapement.clients.CaseSpec.unavailable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.model.Message;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.StopReason;
import dev.escapement.openai.Flavor;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.util.List;

/** The expected results of the cases in {@code ../shared/cases/wire}, one for each id. */
final class SharedCases {

    private static final String PARIS = "get_weather {\"city\":\"Paris\"}";

    private static final Message[] FOREIGN_CALL = {
        new Message.User("Hi"),
        new Message.Assistant("", List.of(new Call("a", "get_weather", "{\"city\":\"Paris\"}"))),
        new Message.ToolAnswer("a", "18 °C", false)
    };

    private SharedCases() {}

    static List<CaseSpec> all() {
        return List.of(
                // Calls
                calling("C09", PARIS).noUsage(),
                calling("C11b", PARIS).noUsage(),
                calling("C11", PARIS).noUsage(),
                // Finish reasons
                complete("C16", "Hi"),
                complete("C17", "Hi"),
                calling("C18-tool_use", PARIS),
                calling("C18-tool_call", PARIS),
                calling("C18-eos_token", PARIS),
                reply("C19-max_tokens", StopReason.LENGTH).text("Hi"),
                reply("C19-model_context_window_exceeded", StopReason.LENGTH).text("Hi"),
                reply("C19-sensitive", StopReason.CONTENT_FILTER).text("Hi"),
                complete("C21", "ok").requests(2),
                complete("A21", "ok"),
                // The end of the stream
                complete("C26b", "Hi").noUsage().heldOpen().within(Duration.ofSeconds(3)),
                complete("C58", "Hi"),
                complete("C63", "Hallo").usage(10, 1, 0).pausedBefore("llo", Duration.ofMillis(2_500)),
                complete("R11", "ok"),
                // Bodies
                complete("C23", "Hi"),
                complete("C28", "Hi"),
                complete("C28c", "Hi"),
                complete("C29", "ok"),
                complete("C30", "ok"),
                rejected("C32", 400, "stream_options: Extra inputs are not permitted"),
                complete("C43", "ok"),
                failed("C45", ModelException.class, "Output data may contain inappropriate content."),
                unavailable("C45c", 200, "slot unavailable"),
                rejected("C45d", 200, "the request exceeds the available context size"),
                reply("C59b", StopReason.UNKNOWN).text("maybe").noUsage(),
                // Retries
                complete("C36", "ok").requests(2),
                unavailable("C36c", 503, "no"),
                complete("C36d", "ok").requests(2),
                complete("C37d", "ok").requests(2).atLeast(Duration.ofSeconds(1)),
                unavailable("C38", 402, "Insufficient Balance", "used up"),
                // Usage
                complete("C47d", "Hi").usage(10, 5, 8),
                // Provider state
                complete("C48b", "ok")
                        .continued()
                        .request(
                                2,
                                body -> assertEquals(
                                        "Hm",
                                        assistant(body)
                                                .path("reasoning_content")
                                                .asText())),
                complete("C48d", "ok")
                        .openAi(model -> model.flavor(Flavor.DEEPSEEK))
                        .conversation(FOREIGN_CALL)
                        .request(
                                1,
                                body -> assertEquals(
                                        "",
                                        assistant(body).get("reasoning_content").asText())),
                complete("C50", "ok")
                        .continued()
                        .request(
                                2,
                                body -> assertEquals(
                                        "ENC==",
                                        assistant(body)
                                                .at("/reasoning_details/0/data")
                                                .asText())),
                complete("C67", "ok").continued().request(2, SharedCases::longIdIsUnchanged),
                complete("A05", "Searchingok").usage(20, 10, 0).requests(2).request(2, SharedCases::turnGoesOn),
                // Properties of requests
                complete("C51", "ok")
                        .openAi(model -> model.strict(false))
                        .request(1, body -> CaseChecks.absent("strict", body)),
                complete("C52", "ok")
                        .openAi(model -> model.omit("stream_options"))
                        .request(1, body -> CaseChecks.absent("stream_options", body)),
                complete("C53", "ok")
                        .openAi(model -> model.omit("tool_choice"))
                        .request(1, body -> CaseChecks.absent("tool_choice", body)),
                complete("R15", "ok").request(1, body -> CaseChecks.absent("include", body)),
                complete("A12", "ok").conversation(failedCall()).request(1, SharedCases::failedAnswerHasContent),
                complete("A27", "ok")
                        .anthropic(model -> model.omit("tool_choice"))
                        .request(1, body -> CaseChecks.absent("tool_choice", body)),
                // Addresses
                complete("C55", "ok")
                        .address("127.0.0.1", "/openai/deployments/m-1?api-version=2024-10-21")
                        .target("/openai/deployments/m-1/chat/completions?api-version=2024-10-21"),
                failed("C56", ModelUnavailableException.class, "underscore")
                        .address("my_server.invalid", "/v1")
                        .requests(0),
                // Unused fields
                complete("C57", "ok"),
                complete("C57d", "ok"),
                // Responses
                complete("R07", "Forty-two"),
                complete("R07b", "Forty-two"),
                // Messages
                complete("A16", "ok"),
                complete("A18", "ok"));
    }

    private static JsonNode assistant(JsonNode body) {
        return CaseChecks.lastMessage(body, "assistant");
    }

    private static Message[] failedCall() {
        return new Message[] {FOREIGN_CALL[0], FOREIGN_CALL[1], new Message.ToolAnswer("a", "  ", true)};
    }

    private static void longIdIsUnchanged(JsonNode body) {
        String id = "tool_insert_level_with_spaces_3ZiChYzj8xER8HixJe7W";
        assertEquals(id, assistant(body).at("/tool_calls/0/id").asText());
        assertEquals(
                id, CaseChecks.lastMessage(body, "tool").get("tool_call_id").asText());
    }

    private static void turnGoesOn(JsonNode body) {
        JsonNode last = body.get("messages").get(body.get("messages").size() - 1);
        assertEquals("assistant", last.get("role").asText());
        assertEquals("Searching", last.at("/content/0/text").asText());
        assertEquals("srvtoolu_1", last.at("/content/1/id").asText());
        assertEquals("server_tool_use", last.at("/content/1/type").asText());
    }

    private static void failedAnswerHasContent(JsonNode body) {
        JsonNode result = CaseChecks.lastMessage(body, "user").get("content").get(0);
        assertEquals("tool_result", result.get("type").asText());
        JsonNode content = result.path("content");
        String text = content.isArray() ? content.path(0).path("text").asText() : content.asText();
        assertFalse(result.path("is_error").asBoolean() && text.isBlank(), result::toString);
    }
}
