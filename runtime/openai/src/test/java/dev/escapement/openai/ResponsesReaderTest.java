package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.DeltaCollector;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ProviderState;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesReaderTest {

    private static final String CALL =
            "{\"type\":\"function_call\",\"call_id\":\"c1\",\"name\":\"f\",\"arguments\":\"{ }\"}";
    private static final String REASONING = "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"encrypted_content\":\"gA\","
            + "\"summary\":[{\"type\":\"summary_text\",\"text\":\"Hm.\"}]}";

    private final DeltaCollector watcher = new DeltaCollector();

    private ResponsesReader reader() {
        return new ResponsesReader(OpenAiSamples.context(), new ReasoningState(OpenAiSamples.ASKED), watcher);
    }

    private static ResponsesReader silent() {
        return new ResponsesReader(OpenAiSamples.context(), new ReasoningState(OpenAiSamples.ASKED), delta -> {});
    }

    private ModelReply output(String... items) {
        return ReplyFeed.body(reader(), response("completed", items));
    }

    private static String response(String status, String... items) {
        return "{\"id\":\"resp_1\",\"error\":null,\"status\":\"" + status + "\",\"output\":["
                + String.join(",", items) + "],\"usage\":{\"input_tokens\":9,\"output_tokens\":2,"
                + "\"input_tokens_details\":{\"cached_tokens\":4}}}";
    }

    private static String message(String part) {
        return "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[" + part + "]}";
    }

    private static ServerSentEvent event(String type, String properties) {
        return new ServerSentEvent(type, "{\"type\":\"" + type + "\"," + properties + "}");
    }

    @Test
    void textIsText() {
        assertEquals(
                "Hello",
                output(message("{\"type\":\"output_text\",\"text\":\"Hello\"}")).text());
        assertEquals("Hello", watcher.text.toString());
    }

    @Test
    void callHasTheTextOfTheModel() {
        ModelReply reply = output(CALL);
        assertEquals(List.of(new Call("c1", "f", "{ }")), reply.calls());
        assertEquals(Optional.empty(), reply.state());
        assertEquals(List.of("f { }"), watcher.calls());
    }

    @Test
    void argumentsMayBeAnObject() {
        ModelReply reply = output(CALL.replace("\"{ }\"", "{ }"));
        assertEquals(List.of(new Call("c1", "f", "{ }")), reply.calls());
        assertEquals(List.of("f { }"), watcher.calls());
    }

    @Test
    void reasoningCausesDeltasAndState() {
        ModelReply reply = output(REASONING, CALL);
        assertEquals(
                Optional.of(new ProviderState("openai.responses@localhost", "[" + REASONING + "," + CALL + "]")),
                reply.state());
        assertEquals("Hm.", watcher.thinking.toString());
        assertEquals("", reply.text());
    }

    @Test
    void replyHasItsUsage() {
        assertEquals(new Usage(9, 2, 4, BigDecimal.ZERO), output(CALL).usage());
    }

    @Test
    void refusalIsText() {
        ModelReply reply = output(message("{\"type\":\"refusal\",\"refusal\":\"I cannot.\"}"));
        assertEquals("I cannot.", reply.text());
        assertEquals(StopReason.REFUSAL, reply.stop());
    }

    @ParameterizedTest
    @CsvSource({"max_output_tokens,LENGTH", "content_filter,CONTENT_FILTER", "bored,UNKNOWN"})
    void incompleteReplyHasItsReason(String reason, StopReason expected) {
        String body = "{\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"" + reason + "\"},\"output\":["
                + CALL + "]}";
        ModelReply reply = ReplyFeed.body(reader(), body);
        assertEquals(expected, reply.stop());
        assertEquals(1, reply.calls().size());
    }

    @ParameterizedTest
    @CsvSource({"queued,false", "in_progress,false", "cancelled,true", "failed,false"})
    void replyWithoutAResultIsAnError(String status, boolean isTemporary) {
        ProviderErrorException fault =
                assertThrows(ProviderErrorException.class, () -> reader().body(ProviderJson.parse(response(status))));
        assertEquals(status, fault.code());
        assertEquals(isTemporary, fault.isTemporary());
    }

    @Test
    void failedReplyHasItsReason() {
        String failed = "\"response\":{\"status\":\"failed\",\"output\":[],"
                + "\"error\":{\"code\":\"server_error\",\"message\":\"Oops.\"}}";
        ProviderErrorException fault =
                assertThrows(ProviderErrorException.class, () -> reader().event(event("response.failed", failed)));
        assertEquals("Oops.", fault.getMessage());
        assertTrue(fault.isTemporary());
    }

    @Test
    void errorInAStreamIsReported() {
        ServerSentEvent flat = event("error", "\"code\":\"rate_limit_exceeded\",\"message\":\"Slow down.\"");
        ServerSentEvent nested = event("error", "\"error\":{\"code\":\"bad\",\"message\":\"No.\"}");
        assertTrue(assertThrows(ProviderErrorException.class, () -> reader().event(flat))
                .isTemporary());
        assertEquals(
                "No.",
                assertThrows(ProviderErrorException.class, () -> reader().event(nested))
                        .getMessage());
    }

    @Test
    void streamEqualsItsLastEvent() {
        ResponsesReader reader = reader();
        reader.event(event("response.output_item.added", "\"output_index\":0,\"item\":" + CALL.replace("{ }", "")));
        reader.event(event("response.function_call_arguments.delta", "\"output_index\":0,\"delta\":\"{ \""));
        reader.event(event("response.function_call_arguments.delta", "\"output_index\":0,\"delta\":\"}\""));
        assertFalse(reader.isEnded());
        reader.event(event("response.completed", "\"response\":" + response("completed", CALL)));
        assertTrue(reader.isEnded());
        assertEquals(List.of("f { }"), watcher.calls());
        assertEquals(
                ReplyFeed.body(silent(), response("completed", CALL)),
                reader.reply().build());
    }

    @Test
    void lastEventNeedsNoItems() {
        ResponsesReader reader = reader();
        reader.event(event("response.output_item.done", "\"output_index\":1,\"item\":" + CALL));
        reader.event(event("response.output_item.done", "\"output_index\":0,\"item\":" + REASONING));
        reader.event(event("response.completed", "\"response\":" + response("completed")));
        assertEquals(
                ReplyFeed.body(silent(), response("completed", REASONING, CALL)),
                reader.reply().build());
    }

    @Test
    void itemsWithoutAnIndexKeepTheirOrder() {
        ResponsesReader reader = reader();
        reader.event(event("response.output_item.done", "\"item\":" + REASONING));
        reader.event(event("response.output_item.done", "\"item\":" + CALL));
        reader.event(event("response.completed", "\"response\":" + response("completed")));
        assertEquals(
                ReplyFeed.body(silent(), response("completed", REASONING, CALL)),
                reader.reply().build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"error\",\"message\":\"Too late.\"}", "junk"})
    void eventsAfterTheEndAreIgnored(String late) {
        ResponsesReader reader = reader();
        reader.event(event("response.completed", "\"response\":" + response("completed", CALL)));
        assertTrue(reader.isOver());
        reader.event(new ServerSentEvent("message", late));
        assertEquals(1, reader.reply().build().calls().size());
    }

    @Test
    void invalidUsageIsIgnored() {
        ModelReply reply = ReplyFeed.body(
                reader(), response("completed", CALL).replace("\"input_tokens\":9", "\"input_tokens\":[]"));
        assertEquals(new Usage(0, 2, 4, BigDecimal.ZERO), reply.usage());
    }

    @Test
    void incompleteStreamIsMalformed() {
        assertThrows(MalformedReplyException.class, () -> reader().reply());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"output\":{}}", "{\"output\":[{\"type\":1}]}"})
    void otherJsonIsMalformed(String body) {
        assertThrows(MalformedReplyException.class, () -> reader().body(ProviderJson.parse(body)));
    }
}
