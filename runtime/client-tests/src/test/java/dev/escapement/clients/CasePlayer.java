package dev.escapement.clients;

import dev.escapement.anthropic.AnthropicModel;
import dev.escapement.fake.client.DeltaCollector;
import dev.escapement.fake.client.Trials;
import dev.escapement.gemini.GeminiModel;
import dev.escapement.http.HttpSettings;
import dev.escapement.model.Delta;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.openai.OpenAiModel;
import dev.escapement.openai.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A player of cases: builds the client, sends the requests and returns the result. */
final class CasePlayer {

    /** The API key, which no message may contain. */
    static final String KEY = "sk-0123456789abcdefABCDEF0123456789";

    /** The number of bytes that are sent together if a response is not divided. */
    static final int WHOLE = 1 << 20;

    private CasePlayer() {}

    /** Plays a case and verifies its expectations, again if they contain times that a busy machine does not reach. */
    static void play(WireCase wire, CaseSpec spec, int chunk) {
        if (spec.timed) {
            Trials.run(() -> playOnce(wire, spec, chunk));
        } else {
            playOnce(wire, spec, chunk);
        }
    }

    private static void playOnce(WireCase wire, CaseSpec spec, int chunk) {
        List<RawResponse> responses =
                wire.responses().stream().map(RawResponse::of).map(spec.timing).toList();
        try (RawServer server = new RawServer(responses, chunk)) {
            long start = System.nanoTime();
            Shown shown = new Shown();
            @Nullable ModelReply reply = null;
            @Nullable RuntimeException failure = null;
            try {
                reply = converse(wire, spec, model(wire, spec, server.port()), shown);
            } catch (RuntimeException e) {
                failure = e;
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            String text = wire.streamed() || reply == null ? shown.text() : reply.text();
            spec.verify(new CaseResult(reply, failure, text, server.requests(), elapsed));
        }
    }

    private static ModelReply converse(WireCase wire, CaseSpec spec, Model model, Shown shown) {
        List<Message> messages = new ArrayList<>(spec.conversation);
        ModelReply reply = request(wire, spec, model, messages, shown);
        if (!spec.continued) {
            return reply;
        }
        messages.add(new Message.Assistant(reply.text(), reply.calls(), reply.state()));
        messages.addAll(spec.next.apply(reply));
        shown.accept(new Delta.Discarded());
        return request(wire, spec, model, messages, shown);
    }

    private static ModelReply request(
            WireCase wire, CaseSpec spec, Model model, List<Message> messages, Consumer<Delta> deltas) {
        ModelRequest request = new ModelRequest(
                "Be brief.", messages, List.of(CityWeatherSpec.INSTANCE, ListAllSpec.INSTANCE), spec.choice);
        return wire.streamed() ? model.reply(request, deltas) : model.reply(request);
    }

    private static Model model(WireCase wire, CaseSpec spec, int port) {
        HttpSettings http = HttpSettings.DEFAULT
                .withRetries(wire.responses().size() - 1)
                .withRetryDelays(Duration.ofMillis(10), Duration.ofMillis(20));
        String server = "http://" + spec.host + ":" + port;
        return switch (wire.protocol()) {
            case CHAT -> openAi(spec, server, Protocol.CHAT_COMPLETIONS, http);
            case RESP -> openAi(spec, server, Protocol.RESPONSES, http);
            case ANTH -> {
                AnthropicModel.Builder builder = AnthropicModel.builder()
                        .model("claude-x")
                        .apiKey(KEY)
                        .http(http)
                        .baseUrl(server + spec.path);
                spec.anthropic.accept(builder);
                yield builder.build();
            }
            case GEMINI ->
                GeminiModel.builder()
                        .model("m-1")
                        .apiKey(KEY)
                        .http(http)
                        .baseUrl(server + spec.path)
                        .build();
        };
    }

    private static Model openAi(CaseSpec spec, String server, Protocol protocol, HttpSettings http) {
        OpenAiModel.Builder builder = OpenAiModel.builder()
                .model("m-1")
                .apiKey(KEY)
                .http(http)
                .protocol(protocol)
                .baseUrl(server + (spec.path.isEmpty() ? "/v1" : spec.path));
        spec.openAi.accept(builder);
        return builder.build();
    }

    /** The text of the deltas since the last discard. */
    private static final class Shown implements Consumer<Delta> {

        private DeltaCollector collector = new DeltaCollector();

        @Override
        public void accept(Delta delta) {
            if (delta instanceof Delta.Discarded) {
                collector = new DeltaCollector();
            } else {
                collector.accept(delta);
            }
        }

        String text() {
            return collector.text.toString();
        }
    }
}
