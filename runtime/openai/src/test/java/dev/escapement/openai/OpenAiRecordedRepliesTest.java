package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;

/** Tests that recorded replies in the protocols of OpenAI are read completely. */
class OpenAiRecordedRepliesTest {

    private static final String GEMINI = "skipped, the protocol of Gemini is spoken through LangChain4j only";

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

    @Test
    void recordedReplyIsReadCompletely() throws IOException {
        List<OpenAiRecording> exchanges = OpenAiRecording.exchanges();
        Counts read = new Counts("Recorded replies that were read");
        List<String> wrong = new ArrayList<>();
        for (OpenAiRecording recorded : exchanges) {
            read.add(recorded.host() + " " + recorded.protocol() + ": " + check(recorded, wrong));
        }
        read.print();
        assertEquals(List.of(), wrong);
        assertEquals(exchanges.size(), read.total());
        assertTrue(
                read.total() > 100,
                "there are more than a hundred recordings, but only " + read.total() + " were found");
    }

    private static String check(OpenAiRecording recorded, List<String> wrong) throws IOException {
        if (recorded.body().contains("\"status\":\"queued\"")) {
            ReplyReader reader = recorded.model().build().reader(OpenAiSamples.offering(), delta -> {});
            assertThrows(ProviderErrorException.class, () -> reader.body(ProviderJson.parse(recorded.body())));
            return "in the background, refused";
        }
        DeltaCollector watcher = new DeltaCollector();
        ModelReply reply = read(recorded, recorded.model().build().reader(OpenAiSamples.offering(), watcher));
        ExpectedOpenAiReply expected = ExpectedOpenAiReply.of(recorded);
        if (!ExpectedOpenAiReply.of(reply).equals(expected)) {
            wrong.add(recorded + ": expected " + expected + ", read " + reply);
        }
        List<String> calls = reply.calls().stream()
                .map(call -> call.tool() + " " + call.arguments())
                .toList();
        if (recorded.status() == 200
                && !(watcher.text.toString().equals(reply.text())
                        && watcher.calls().equals(calls))) {
            wrong.add(recorded + ": shown " + watcher.text + watcher.calls() + ", read " + reply);
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
