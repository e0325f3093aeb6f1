package dev.escapement.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.json.JsonText;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.run.Runner;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that content is recorded only on request, in the format of the semantic conventions. */
class ContentTest {

    private static final ModelReply LOOKS_UP =
            LampShopModel.detailed("One moment.", StopReason.COMPLETE, LampShopModel.lookUp("c1", "A-1"));
    private static final ModelReply CLOSES = LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.close("c2"));

    private final TelemetryCollector collector = new TelemetryCollector();

    @AfterEach
    void shutDown() {
        collector.close();
    }

    private void start(boolean content, ModelReply... replies) {
        Runner.of(new LampShopLoop(new LampShop()))
                .model(LampShopModel.of(replies))
                .interceptor(AgentTelemetry.of(collector.sdk()).withContent(content))
                .build()
                .start("Where is \"A-1\"?");
    }

    private SpanData chat(int index) {
        return collector.spansOf("chat").get(index);
    }

    @Test
    void withoutContentNoTextIsRecorded() {
        start(false, LOOKS_UP, ModelReply.calls(LampShopModel.lookUp("c7", "B-7")), CLOSES);

        String recorded = collector.spans().toString() + collector.metrics();
        for (String said : List.of("A-1", "B-7", "lamps", "a lamp", "One moment", "all well", "nine to five")) {
            assertFalse(recorded.contains(said), said);
        }
        assertTrue(recorded.contains("execute_tool look_up"));
    }

    @Test
    void requestHasInstructionsAndMessages() {
        start(true, LOOKS_UP, CLOSES);

        assertEquals("""
                [{"type":"text","content":"You sell lamps."}]""", chat(0).getAttributes().get(Conventions.INSTRUCTIONS));
        assertEquals("""
                [{"role":"user","parts":[{"type":"text","content":"Where is \\"A-1\\"?"}]},\
                {"role":"user","parts":[{"type":"text",\
                "content":"<context source=\\\"opening_hours\\\">\\nnine to five\\n</context>"}]}]""", chat(0).getAttributes().get(Conventions.INPUT_MESSAGES));
    }

    @Test
    void callsAndAnswersAreMessageParts() {
        start(true, LOOKS_UP, CLOSES);

        assertTrue(
                chat(1).getAttributes().get(Conventions.INPUT_MESSAGES).endsWith("""
                                ,{"role":"assistant","parts":[{"type":"text","content":"One moment."},\
                                {"type":"tool_call","id":"c1","name":"look_up","arguments":{"orderId":"A-1"}}]},\
                                {"role":"tool","parts":[{"type":"tool_call_response","id":"c1","response":"a lamp"}]}]"""),
                chat(1).getAttributes().get(Conventions.INPUT_MESSAGES));
    }

    @Test
    void replyIsOneMessageWithFinishReason() {
        start(true, LOOKS_UP, CLOSES);

        assertEquals("""
                [{"role":"assistant","parts":[{"type":"text","content":"One moment."},\
                {"type":"tool_call","id":"c1","name":"look_up","arguments":{"orderId":"A-1"}}],\
                "finish_reason":"tool_call"}]""", chat(0).getAttributes().get(Conventions.OUTPUT_MESSAGES));
    }

    @Test
    void fileIsAReference() {
        ContentStore contents = ContentStore.inMemory();
        Content.File photo = contents.put("image/png", "secret.png", new byte[] {1});
        Runner.of(new LampShopLoop(new LampShop()))
                .model(LampShopModel.of(CLOSES))
                .contents(contents)
                .interceptor(AgentTelemetry.of(collector.sdk()).withContent(true))
                .build()
                .start(Start.of("Broken", photo));

        String input = chat(0).getAttributes().get(Conventions.INPUT_MESSAGES);
        assertTrue(input.startsWith("""
                        [{"role":"user","parts":[{"type":"text","content":"Broken"},\
                        {"type":"file","modality":"image","mime_type":"image/png","file_id":""" + "\"" + photo.sha256() + "\"}]"), input);
    }

    @Test
    void malformedArgumentsAreAString() {
        start(true, ModelReply.calls(new Call("c1", "look_up", "{\"orderId\":")), CLOSES);

        String output = chat(0).getAttributes().get(Conventions.OUTPUT_MESSAGES);
        assertTrue(output.contains("\"arguments\":\"{\\\"orderId\\\":\""), output);
        assertEquals(output, new JsonText(output).json());
    }

    @Test
    void stepHasArgumentsAndResult() {
        start(true, LOOKS_UP, ModelReply.calls(LampShopModel.note("c5", "x")), CLOSES);

        SpanData lookUp = collector.span("execute_tool look_up");
        assertEquals("{\"orderId\":\"A-1\"}", lookUp.getAttributes().get(Conventions.TOOL_ARGUMENTS));
        assertEquals("\"a lamp\"", lookUp.getAttributes().get(Conventions.TOOL_RESULT));
        assertEquals(
                "\"all well\"",
                collector.span("execute_tool close").getAttributes().get(Conventions.TOOL_RESULT));
        assertNull(
                collector.span("execute_tool note").getAttributes().get(Conventions.TOOL_RESULT),
                "a step that returns nothing");
    }

    @Test
    void contentCanBeTurnedOff() {
        AgentTelemetry telemetry =
                AgentTelemetry.of(collector.sdk()).withContent(true).withContent(false);
        Runner.of(new LampShopLoop(new LampShop()))
                .model(LampShopModel.of(CLOSES))
                .interceptor(telemetry)
                .build()
                .start("Help");

        assertNull(chat(0).getAttributes().get(Conventions.INPUT_MESSAGES));
    }
}
