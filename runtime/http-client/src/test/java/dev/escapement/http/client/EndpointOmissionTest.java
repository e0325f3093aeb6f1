package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.events;
import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.http.client.LoopbackServer.Request;
import dev.escapement.model.RequestRejectedException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the repetition of a request without a property that the server does not accept. */
class EndpointOmissionTest {

    private static final Play REPLY = json("{\"text\":\"hi\"}");
    private static final Set<String> OPTIONAL = new TreeSet<>(Set.of(
            "include",
            "parallel_tool_calls",
            "reasoning",
            "stream_options",
            "strict",
            "temperature",
            "thinking",
            "tool_choice"));

    /** A body that contains the names of its properties. */
    private static RequestBody body(Set<String> optional) {
        return RequestBody.of(
                optional,
                omitted -> "{\"model\":1"
                        + optional.stream()
                                .filter(name -> !omitted.contains(name))
                                .reduce("", (text, name) -> text + ",\"" + name + "\":1")
                        + "}",
                name -> "without(\"" + name + "\")");
    }

    private static Play refused(int status, String body) {
        return response(status, body, "Content-Type: application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // OpenAI and Azure
                "strict | 400 | {\"error\":{\"message\":\"Unknown parameter: 'tools[0].function.strict'.\",\"param\":\"tools[0].function.strict\"}}",
                "reasoning | 400 | {\"error\":{\"message\":\"Unsupported parameter: 'reasoning.effort' is not supported with this model.\",\"param\":\"reasoning.effort\"}}",
                "include | 400 | {\"error\":{\"message\":\"Encrypted content is not supported with this model.\",\"param\":\"include\"}}",
                "stream_options | 400 | {\"error\":{\"message\":\"Unrecognized request argument supplied: stream_options\",\"param\":null}}",
                "temperature | 400 | {\"error\":{\"message\":\"Unrecognized request argument supplied: temperature\"}}",
                // Databricks, Anthropic
                "stream_options | 400 | {\"error_code\":\"BAD_REQUEST\",\"message\":\"stream_options: Extra inputs are not permitted\"}",
                "strict | 400 | {\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"tools.0.custom.strict: Extra inputs are not permitted\"}}",
                // FastAPI
                "stream_options | 422 | {\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"stream_options\"],\"msg\":\"Extra inputs are not permitted\"}]}",
                "strict | 422 | {\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"tools\",0,\"function\",\"strict\"],\"msg\":\"Extra inputs\"}]}",
                // Gemini
                "strict | 400 | [{\"error\":{\"code\":400,\"message\":\"Invalid JSON payload received. Unknown name \\\"strict\\\" at 'tools[0].function': Cannot find field.\",\"status\":\"INVALID_ARGUMENT\"}}]",
                // Groq, DeepSeek, OpenRouter, Mistral, llama.cpp
                "strict | 400 | {\"error\":{\"message\":\"property 'strict' is unsupported\"}}",
                "tool_choice | 400 | {\"error\":{\"message\":\"deepseek-reasoner does not support this tool_choice\"}}",
                "tool_choice | 404 | {\"error\":{\"message\":\"No endpoints found that support the provided 'tool_choice' value.\",\"code\":404}}",
                "parallel_tool_calls | 400 | {\"message\":\"Extra inputs are not permitted: parallel_tool_calls\"}",
                "temperature | 400 | {\"error\":{\"message\":\"json: unknown field \\\"temperature\\\", expected one of `model`, `reasoning`\"}}",
                "tool_choice | 500 | {\"error\":{\"code\":500,\"message\":\"Unsupported param: tool_choice\",\"type\":\"server_error\"}}",
                "reasoning | 400 | {\"error\":{\"message\":\"This model does not support reasoning\"}}",
                "tool_choice | 400 | {\"error\":{\"message\":\"Tool choice is not supported by this model\"}}",
                "strict | 400 | {\"error\":{\"message\":\"Strict mode is not supported for tools\"}}",
                "temperature | 400 | {\"message\":\"Additional properties are not allowed ('temperature' was unexpected)\"}",
                "temperature | 400 | {\"error\":{\"message\":\"Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.\",\"param\":\"temperature\",\"code\":\"unsupported_value\"}}",
                "temperature | 422 | {\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"temperature\"],\"msg\":\"Extra inputs\"},{\"type\":\"less_than_equal\",\"loc\":[\"body\",\"thinking\"],\"msg\":\"Input should be at most 2\"}]}",
                "thinking | 400 | {\"message\":\"adaptive thinking is not supported on this model\"}",
                "reasoning | 400 | {\"error\":{\"message\":\"Bad request\",\"param\":\"reasoning\",\"code\":\"unsupported_parameter\"}}",
                "strict | 400 | {\"error\":{\"message\":\"Invalid value.\",\"param\":\"tools[0].function.strict\"}}",
                "stream_options | 400 | {\"object\":\"error\",\"message\":\"[{'type': 'extra_forbidden', 'loc': ('body', 'stream_options'), 'msg': 'Extra inputs are not permitted'}]\"}",
                "tool_choice | 400 | data: {\"error\":{\"message\":\"tool_choice is not supported\"}}"
            })
    void refusedPropertyIsOmitted(String name, int status, String error) {
        try (LoopbackServer server = LoopbackServer.playing(refused(status, error), REPLY, REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("hi", fixture.send(body(OPTIONAL)).text());
            fixture.send(body(OPTIONAL));

            Set<String> rest = new TreeSet<>(OPTIONAL);
            rest.remove(name);
            List<String> bodies = server.requests().stream().map(Request::body).toList();
            assertEquals(
                    List.of(
                            body(OPTIONAL).without(Set.of()),
                            body(rest).without(Set.of()),
                            body(rest).without(Set.of())),
                    bodies);
            assertEquals(1, fixture.logged.size());
            String entry = fixture.logged.get(0);
            assertTrue(entry.contains(name) && entry.contains("without(\"" + name + "\")"), entry);
            assertEquals(List.of(), fixture.delays);
        }
    }

    @Test
    void propertiesThatAreRefusedOneByOneAreOmitted() {
        try (LoopbackServer server = LoopbackServer.playing(
                        refused(400, "{\"error\":\"Unrecognized request argument supplied: include\"}"),
                        refused(400, "{\"error\":\"Unrecognized request argument supplied: strict\"}"),
                        REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("hi", fixture.send(body(Set.of("include", "strict"))).text());
            assertEquals("{\"model\":1}", server.requests().get(2).body());
        }
    }

    @Test
    void refusalInAReplyIsARefusal() {
        try (LoopbackServer server = LoopbackServer.playing(
                        json("{\"error\":{\"code\":400,\"message\":\"Unknown parameter: 'include'\"}}"),
                        events("{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("b", fixture.send(body(OPTIONAL)).text());
        }
    }

    @Test
    void propertyIsRefusedAtMostOnce() {
        Play refused = refused(400, "{\"error\":{\"message\":\"Unknown parameter: 'include'\"}}");
        try (LoopbackServer server = LoopbackServer.playing(refused, refused, refused);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertThrows(RequestRejectedException.class, () -> fixture.send(body(OPTIONAL)));

            assertEquals(2, server.requests().size());
            assertEquals(List.of(), fixture.logged);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"Unknown parameter: 'top_p'\",\"param\":\"top_p\"}}",
                "{\"error\":{\"message\":\"messages: roles must alternate\",\"param\":\"messages\"}}",
                "{\"error\":{\"message\":\"Please include a message with content, which is required\"}}",
                "{\"error\":{\"message\":\"The schema is invalid: strict mode requires additionalProperties\"}}",
                "{\"error\":{\"message\":\"Invalid 'model': use 'include' instead\"}}",
                "{\"error\":{\"message\":\"Tool choice is required, but the model did not call a tool\"}}",
                "{\"error\":{\"message\":\"restricted_include is not supported\"}}",
                "{\"error\":{\"message\":\"Too long\"}}",
                "{\"error\":{\"message\":\"Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 3 instead.\",\"param\":\"temperature\",\"code\":\"decimal_above_max_value\"}}",
                "{\"error\":{\"message\":\"temperature: Input should be less than or equal to 1\"}}",
                "{\"error\":{\"message\":\"temperature 3 is not supported\"}}",
                "{\"error\":{\"message\":\"`temperature` may only be set to 1 when thinking is enabled.\"}}",
                "{\"error\":{\"message\":\"Unsupported value: 'reasoning.effort' does not support 'minimal' with this model.\",\"param\":\"reasoning.effort\"}}",
                "{\"error\":{\"message\":\"messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`. When `thinking` is enabled, a final message must start with a thinking block. To avoid this requirement, disable `thinking`.\"}}",
                "{\"detail\":[{\"type\":\"less_than_equal\",\"loc\":[\"body\",\"temperature\"],\"msg\":\"Input should be less than or equal to 2\"}]}"
            })
    void otherErrorIsNotARefusal(String error) {
        try (LoopbackServer server = LoopbackServer.playing(refused(400, error), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertThrows(RequestRejectedException.class, () -> fixture.send(body(OPTIONAL)));

            assertEquals(1, server.requests().size());
        }
    }

    /** Returns a body for a model with a property that its server may not accept. */
    private static RequestBody to(String model, AtomicInteger reads) {
        RequestBody body = RequestBody.of(model, Set.of("strict"), body(Set.of("strict"))::without, name -> "");
        return new RequestBody() {
            @Override
            public String model() {
                return body.model();
            }

            @Override
            public Set<String> optional() {
                reads.incrementAndGet();
                return body.optional();
            }

            @Override
            public String without(Set<String> omitted) {
                return body.without(omitted);
            }
        };
    }

    @Test
    void omissionAppliesToTheModelOfTheRequest() {
        String refusal = "{\"error\":{\"message\":\"Unknown parameter: 'strict'\"}}";
        AtomicInteger reads = new AtomicInteger();
        try (LoopbackServer server = LoopbackServer.playing(
                        refused(400, refusal), REPLY, REPLY, REPLY, refused(400, refusal), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            for (String model : List.of("a", "a", "b", "c")) {
                fixture.send(to(model, reads));
            }

            List<Boolean> strict = server.requests().stream()
                    .map(each -> each.body().contains("strict"))
                    .toList();
            assertEquals(List.of(true, false, false, true, true, false), strict);
            assertEquals(2, reads.get()); // once for each refusal
        }
    }

    @Test
    void storeIsNeverOmitted() {
        Play refused = refused(400, "{\"error\":{\"message\":\"Unknown parameter: 'store'\",\"param\":\"store\"}}");
        try (LoopbackServer server = LoopbackServer.playing(refused, REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            RequestRejectedException rejected =
                    assertThrows(RequestRejectedException.class, () -> fixture.send(body(Set.of("store", "strict"))));

            assertTrue(rejected.getMessage().contains("Set without(\"store\")"), rejected.getMessage());
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void propertyThatTheRequestDoesNotContainIsNotARefusal() {
        try (LoopbackServer server = LoopbackServer.playing(
                        refused(400, "{\"error\":{\"message\":\"Unknown parameter: 'include'\"}}"), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            RequestBody fixed = RequestBody.of(Set.of("include"), omitted -> "{}", name -> "");
            assertThrows(RequestRejectedException.class, () -> fixture.send(fixed));

            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "model", "tools", "input", "contents"})
    void requiredPropertyIsNeverOmitted(String name) {
        try (LoopbackServer server = LoopbackServer.playing(
                        refused(
                                400,
                                "{\"error\":{\"message\":\"Unknown parameter: '" + name + "'\",\"param\":\"" + name
                                        + "\"}}"),
                        REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertThrows(RequestRejectedException.class, () -> fixture.send(body(Set.of(name))));

            assertEquals(1, server.requests().size());
        }
    }
}
