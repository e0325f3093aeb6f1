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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the repetition of a request without a property that the server does not accept. */
class EndpointOmissionTest {

    private static final Play REPLY = json("{\"text\":\"hi\"}");
    private static final Set<String> OPTIONAL = new TreeSet<>(
            Set.of("include", "parallel_tool_calls", "reasoning", "store", "stream_options", "strict", "tool_choice"));

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
                "store | 400 | {\"error\":{\"message\":\"Unrecognized request argument supplied: store\"}}",
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
                "store | 400 | {\"error\":{\"message\":\"json: unknown field \\\"store\\\", expected one of `model`, `reasoning`\"}}",
                "tool_choice | 500 | {\"error\":{\"code\":500,\"message\":\"Unsupported param: tool_choice\",\"type\":\"server_error\"}}",
                "reasoning | 400 | {\"error\":{\"message\":\"This model does not support reasoning\"}}",
                "tool_choice | 400 | {\"error\":{\"message\":\"Tool choice is not supported by this model\"}}",
                "strict | 400 | {\"error\":{\"message\":\"Strict mode is not supported for tools\"}}",
                "store | 400 | {\"message\":\"Additional properties are not allowed ('store' was unexpected)\"}",
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
                        refused(400, "{\"error\":\"Unrecognized request argument supplied: store\"}"),
                        refused(400, "{\"error\":\"Unrecognized request argument supplied: strict\"}"),
                        REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("hi", fixture.send(body(Set.of("store", "strict"))).text());
            assertEquals("{\"model\":1}", server.requests().get(2).body());
        }
    }

    @Test
    void refusalInAReplyIsARefusal() {
        try (LoopbackServer server = LoopbackServer.playing(
                        json("{\"error\":{\"code\":400,\"message\":\"Unknown parameter: 'store'\"}}"),
                        events("{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("b", fixture.send(body(OPTIONAL)).text());
        }
    }

    @Test
    void propertyIsRefusedAtMostOnce() {
        Play refused = refused(400, "{\"error\":{\"message\":\"Unknown parameter: 'store'\"}}");
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
                "{\"error\":{\"message\":\"Unknown parameter: 'temperature'\",\"param\":\"temperature\"}}",
                "{\"error\":{\"message\":\"messages: roles must alternate\",\"param\":\"messages\"}}",
                "{\"error\":{\"message\":\"Please include a message with content, which is required\"}}",
                "{\"error\":{\"message\":\"The schema is invalid: strict mode requires additionalProperties\"}}",
                "{\"error\":{\"message\":\"Invalid 'model': use 'store' instead\"}}",
                "{\"error\":{\"message\":\"Tool choice is required, but the model did not call a tool\"}}",
                "{\"error\":{\"message\":\"restricted_store is not supported\"}}",
                "{\"error\":{\"message\":\"Too long\"}}"
            })
    void otherErrorIsNotARefusal(String error) {
        try (LoopbackServer server = LoopbackServer.playing(refused(400, error), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertThrows(RequestRejectedException.class, () -> fixture.send(body(OPTIONAL)));

            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void propertyThatTheRequestDoesNotContainIsNotARefusal() {
        try (LoopbackServer server = LoopbackServer.playing(
                        refused(400, "{\"error\":{\"message\":\"Unknown parameter: 'store'\"}}"), REPLY);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            RequestBody fixed = RequestBody.of(Set.of("store"), omitted -> "{}", name -> "");
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
