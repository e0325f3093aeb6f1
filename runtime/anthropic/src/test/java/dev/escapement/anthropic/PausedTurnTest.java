package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.Play;
import dev.escapement.fake.Plays;
import dev.escapement.http.HttpSettings;
import dev.escapement.model.Delta;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.StopReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of turns that the provider pauses, and of properties that it rejects. In JSON, single quotes replace double ones. */
class PausedTurnTest {

    private static final String SEARCH =
            "{'type':'server_tool_use','id':'srvtoolu_1','name':'web_search','input':{'query':'x'}}";
    private static final String FOUND = "{'type':'web_search_tool_result','tool_use_id':'srvtoolu_1','content':[]}";
    private static final String SEARCHING = "{'type':'text','text':'Searching \\n'}";
    private static final String DONE = "{'type':'text','text':'ok'}";

    private static Play message(String reason, String... content) {
        String body = "{'id':'msg_1','type':'message','content':[" + String.join(",", content) + "],'stop_reason':'"
                + reason + "','usage':{'input_tokens':10,'output_tokens':5}}";
        return Plays.json(200, body.replace('\'', '"'));
    }

    private static AnthropicModel model(FakeProvider provider, int retries) {
        return AnthropicModel.builder()
                .model("claude-1")
                .baseUrl(provider.baseUri().toString())
                .apiKey(provider.key())
                .http(HttpSettings.DEFAULT.withRetries(retries))
                .build();
    }

    private static ModelRequest question() {
        return AnthropicSamples.saying(AnthropicSamples.QUESTION);
    }

    private static JsonNode messages(FakeProvider provider, int request) {
        return AnthropicSamples.json(provider.requests()
                .get(request)
                .body()
                .get("messages")
                .toString()
                .substring("messages: ".length()));
    }

    @Test
    void pausedTurnIsContinued() {
        try (FakeProvider provider = FakeProvider.messages()
                .then(message("pause_turn", SEARCHING, SEARCH), message("end_turn", FOUND, DONE))) {
            ModelReply reply = model(provider, 0).reply(question());
            assertEquals("Searching \nok", reply.text());
            assertEquals(StopReason.COMPLETE, reply.stop());
            assertEquals(20, reply.usage().inputTokens());
            assertEquals(10, reply.usage().outputTokens());
            JsonNode state = AnthropicSamples.json(reply.state().orElseThrow().json());
            assertEquals(4, state.size());
            JsonNode last = messages(provider, 1).get(1);
            assertEquals("assistant", last.get("role").asText());
            assertEquals(
                    AnthropicSamples.json("[" + SEARCHING.replace("\n", "\\n") + "," + SEARCH + "]"),
                    last.get("content"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAUSE_TURN", "Pause-Turn", "compaction"})
    void pauseIsRecognizedInAnyCase(String reason) {
        try (FakeProvider provider =
                FakeProvider.messages().then(message(reason, SEARCH, FOUND), message("end_turn", DONE))) {
            assertEquals("ok", model(provider, 0).reply(question()).text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404})
    void rejectedContinuationIsThrown(int status) {
        try (FakeProvider provider =
                FakeProvider.messages().then(message("pause_turn", SEARCHING, SEARCH), Plays.error(status, "no"))) {
            AnthropicModel model = model(provider, 0);

            RequestRejectedException rejected =
                    assertThrows(RequestRejectedException.class, () -> model.reply(question()));
            assertEquals(status, rejected.status());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 529})
    void failedContinuationKeepsThePausedTurn(int status) {
        try (FakeProvider provider = FakeProvider.messages()
                .then(
                        message("pause_turn", SEARCHING, SEARCH),
                        Plays.error(status, "overloaded"),
                        message("end_turn", FOUND, DONE))) {
            AnthropicModel model = model(provider, 0);
            ModelReply reply = model.reply(question());

            assertEquals("Searching \n", reply.text());
            assertEquals(StopReason.UNKNOWN, reply.stop());
            assertEquals("pause_turn", reply.provenance().finishReason());
            assertEquals(10, reply.usage().inputTokens());
            assertEquals(5, reply.usage().outputTokens());

            Message.Assistant kept = new Message.Assistant(reply.text(), reply.calls(), reply.state());
            ModelReply next = model.reply(AnthropicSamples.saying(AnthropicSamples.QUESTION, kept));
            assertEquals("ok", next.text());
            assertTrue(messages(provider, 2).get(1).toString().contains("srvtoolu_1"));
        }
    }

    @Test
    void failedContinuationDiscardsItsDeltas() {
        Play broken = Plays.brokenOff(Plays.text("lost"), 4);
        try (FakeProvider provider = FakeProvider.messages().then(message("pause_turn", SEARCHING, SEARCH), broken)) {
            List<Delta> deltas = new ArrayList<>();
            ModelReply reply = model(provider, 0).reply(question(), deltas::add);
            assertEquals("Searching \n", reply.text());
            int last = deltas.lastIndexOf(new Delta.Discarded());
            assertEquals(List.of(new Delta.Text("Searching \n")), deltas.subList(last + 1, deltas.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'type':'text','text':'So far. '}", "{'type':'thinking','thinking':'Hm.','signature':'s'}"})
    void pausedTurnEndsAcceptably(String last) {
        try (FakeProvider provider =
                FakeProvider.messages().then(message("pause_turn", SEARCH, FOUND, last), message("end_turn", DONE))) {
            assertTrue(model(provider, 0).reply(question()).text().endsWith("ok"));
        }
    }

    @Test
    void continuationsAreLimited() {
        List<Play> pauses = Collections.nCopies(11, message("pause_turn", SEARCH, FOUND, DONE));
        try (FakeProvider provider = FakeProvider.messages().then(pauses.toArray(Play[]::new))) {
            ModelReply reply = model(provider, 0).reply(question());
            assertEquals("ok".repeat(11), reply.text());
            assertEquals(StopReason.LENGTH, reply.stop());
            assertEquals("pause_turn", reply.provenance().finishReason());
            assertEquals(55, reply.usage().outputTokens());
        }
    }

    @Test
    void pausedTurnWithCallsIsComplete() {
        String call = "{'type':'tool_use','id':'t1','name':'look_up','input':{}}";
        try (FakeProvider provider = FakeProvider.messages().then(message("pause_turn", SEARCH, call))) {
            ModelReply reply = model(provider, 0).reply(question());
            assertEquals(StopReason.COMPLETE, reply.stop());
            assertEquals(1, reply.calls().size());
        }
    }

    @Test
    void retryKeepsTheDeltasOfThePausedTurn() {
        Play broken = Plays.brokenOff(Plays.text("lost"), 4);
        try (FakeProvider provider =
                FakeProvider.messages().then(message("pause_turn", SEARCHING, SEARCH), broken, Plays.text("ok"))) {
            List<Delta> deltas = new ArrayList<>();
            ModelReply reply = model(provider, 1).reply(question(), deltas::add);
            assertEquals("Searching \nok", reply.text());
            int last = deltas.lastIndexOf(new Delta.Discarded());
            assertTrue(last > 0, deltas::toString);
            assertEquals(
                    List.of(new Delta.Text("Searching \n"), new Delta.Text("ok")),
                    deltas.subList(last + 1, deltas.size()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cache_control | system.0.cache_control: Extra inputs are not permitted",
                "tool_choice | tool_choice is not supported by this model",
                "thinking | Unknown parameter: thinking"
            })
    void rejectedPropertyIsOmitted(String property, String message) {
        try (FakeProvider provider =
                FakeProvider.messages().then(Plays.error(400, message), Plays.text("ok"), Plays.text("ok"))) {
            AnthropicModel model = AnthropicModel.builder()
                    .model("claude-1")
                    .baseUrl(provider.baseUri().toString())
                    .apiKey(provider.key())
                    .parallelToolCalls(true)
                    .thinking(ThinkingMode.adaptive())
                    .build();
            assertEquals("ok", model.reply(question()).text());
            assertEquals("ok", model.reply(question()).text());
            assertTrue(provider.requests().get(0).body().toString().contains(property));
            for (int i = 1; i < 3; i++) {
                String body = provider.requests().get(i).body().toString();
                assertTrue(!body.contains("\"" + property + "\""), body);
            }
        }
    }
}
