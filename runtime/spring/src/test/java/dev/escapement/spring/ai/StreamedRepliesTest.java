package dev.escapement.spring.ai;

import static dev.escapement.spring.ai.FakeChatModel.call;
import static dev.escapement.spring.ai.FakeChatModel.part;
import static dev.escapement.spring.ai.FakeChatModel.response;
import static dev.escapement.spring.ai.FakeChatModel.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.Delta;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Replies that a chat model streams. */
class StreamedRepliesTest {

    private static final ModelRequest REQUEST = new ModelRequest("", List.of(new Message.User("Hi")), List.of());

    private final List<Delta> deltas = new ArrayList<>();

    private ModelReply reply(FakeChatModel chat) {
        return SpringAiModel.of(chat).withStreaming().reply(REQUEST, deltas::add);
    }

    @Test
    void partsAreDeltasAndOneReply() {
        ModelReply reply = reply(FakeChatModel.streaming(
                part(text("Hm.", Map.of("signature", "s"))),
                part(text("Hel", "")),
                part(text("lo.", "")),
                response(text("", "STOP")),
                part()));
        assertEquals(List.of(new Delta.Thinking("Hm."), new Delta.Text("Hel"), new Delta.Text("lo.")), deltas);
        assertEquals("Hello.", reply.text());
        assertEquals(new Usage(7, 3), reply.usage());
    }

    @Test
    void fragmentsOfCallsAreJoined() {
        ModelReply reply = reply(FakeChatModel.streaming(
                part(call("a", "find_lamp", "{\"number\"")),
                part(call("", "", ":7}")),
                part(call("b", "end_talk", "{}"))));
        assertEquals(
                List.of(new Call("a", "find_lamp", "{\"number\":7}"), new Call("b", "end_talk", "{}")), reply.calls());
        assertEquals(
                List.of(
                        new Delta.CallBegun(0, "find_lamp"),
                        new Delta.Arguments(0, "{\"number\""),
                        new Delta.Arguments(0, ":7}"),
                        new Delta.CallBegun(1, "end_talk"),
                        new Delta.Arguments(1, "{}")),
                deltas);
    }

    @Test
    void repeatedCallIsOneCall() {
        assertEquals(
                List.of(new Call("a", "end_talk", "{}")),
                reply(FakeChatModel.streaming(part(call("a", "end_talk", "{}")), part(call("a", "end_talk", "{}"))))
                        .calls());
    }

    @Test
    void exceptionOfTheConsumerIsUnchanged() {
        IllegalStateException thrown = new IllegalStateException("stop");
        assertSame(
                thrown,
                assertThrows(
                        IllegalStateException.class,
                        () -> SpringAiModel.of(FakeChatModel.streaming(part(text("Hel", ""))))
                                .withStreaming()
                                .reply(REQUEST, delta -> {
                                    throw thrown;
                                })));
    }

    @Test
    void replyIsNotStreamedByDefault() {
        SpringAiModel.of(new FakeChatModel(response(text("Hello.", "STOP")))).reply(REQUEST, deltas::add);
        assertEquals(List.of(), deltas);
    }
}
