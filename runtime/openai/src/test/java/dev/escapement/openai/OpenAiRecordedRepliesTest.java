package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.escapement.fake.client.Counts;
import dev.escapement.fake.client.DeltaCollector;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.model.ModelReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Tests that recorded replies in the protocols of OpenAI are read completely, each in a test of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenAiRecordedRepliesTest {

    private static final String GEMINI = "read by the tests of runtime/gemini";

    private static final Map<String, String> NOT_READ_HERE = Map.of(
            "api.anthropic.com", "read by the tests of runtime/anthropic",
            "generativelanguage.googleapis.com", GEMINI,
            "aiplatform.googleapis.com", GEMINI);

    @Test
    void allRecordedExchangesAreRead() throws IOException {
        Counts all = new Counts("Recorded exchanges");
        Map<String, Integer> wanted = new TreeMap<>();
        for (String host : OpenAiRecording.hosts()) {
            String reason = NOT_READ_HERE.get(host);
            all.add(host + ": " + (reason == null ? "read here" : reason));
            if (reason == null) {
                wanted.merge(host, 1, Integer::sum);
            }
        }
        all.print();
        Map<String, Integer> read = new TreeMap<>();
        OpenAiRecording.exchanges().forEach(recorded -> read.merge(recorded.host(), 1, Integer::sum));
        assertEquals(wanted, read);
    }

    private final Counts read = new Counts("Recorded replies that were read");

    @TestFactory
    Stream<DynamicTest> recordedReplyIsReadCompletely() throws IOException {
        return OpenAiRecording.exchanges().stream()
                .map(recorded -> dynamicTest(
                        recorded.host() + " " + recorded,
                        () -> read.add(recorded.host() + " " + recorded.protocol() + ": " + check(recorded))));
    }

    @AfterAll
    void countsAreComplete() throws IOException {
        read.print();
        assertTrue(
                OpenAiRecording.exchanges().size() > 100,
                "there are more than a hundred recordings, but only " + read.total() + " were found");
    }

    private static String check(OpenAiRecording recorded) throws IOException {
        if (recorded.body().contains("\"status\":\"queued\"")) {
            ReplyReader reader = recorded.model().build().reader(OpenAiSamples.offering(), delta -> {});
            assertThrows(ProviderErrorException.class, () -> reader.body(ProviderJson.parse(recorded.body())));
            return "in the background, refused";
        }
        DeltaCollector watcher = new DeltaCollector();
        ModelReply reply = read(recorded, recorded.model().build().reader(OpenAiSamples.offering(), watcher));
        assertEquals(ExpectedOpenAiReply.of(recorded), ExpectedOpenAiReply.of(reply));
        List<String> calls = reply.calls().stream()
                .map(call -> call.tool() + " " + call.arguments())
                .toList();
        if (recorded.status() == 200) {
            assertEquals(reply.text(), watcher.text.toString());
            assertEquals(calls, watcher.calls());
        }
        return kind(recorded, reply, watcher);
    }

    private static ModelReply read(OpenAiRecording recorded, ReplyReader reader) {
        if (recorded.status() >= 400) {
            return reader.rejected(recorded.status(), ProviderJson.parse(recorded.body()))
                    .orElseThrow()
                    .build();
        }
        return recorded.isStream()
                ? ReplyFeed.stream(reader, recorded.stream())
                : ReplyFeed.body(reader, recorded.body());
    }

    private static String kind(OpenAiRecording recorded, ModelReply reply, DeltaCollector watcher) {
        String form = recorded.status() >= 400 ? "error that is a call" : recorded.isStream() ? "stream" : "whole";
        List<String> parts = new ArrayList<>();
        if (!watcher.thinking.isEmpty()
                || reply.state().isPresent() && reply.state().get().json().contains("\"reasoning\"")) {
            parts.add("thinking");
        }
        if (!reply.text().isEmpty()) {
            parts.add("text");
        }
        if (!reply.calls().isEmpty()) {
            parts.add(reply.calls().size() == 1 ? "call" : "calls");
        }
        return form + ", " + String.join(" and ", parts);
    }
}
