package dev.escapement.openai;

import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.spi.ReplyBuilder;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import dev.escapement.wire.ProviderFault;
import dev.escapement.wire.ReplyReader;
import dev.escapement.wire.ServerSentEvent;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads replies of Responses. A stream repeats the whole reply in its last event, and that is what is read: what comes
 * before is only shown.
 */
final class ResponsesReader implements ReplyReader {

    private final ModelInfo asked;
    private final Tokens tokens;
    private final ReasoningState state;
    private final ResponsesDeltas deltas;
    private final TreeMap<Long, Json> done = new TreeMap<>();
    private @Nullable ReplyBuilder reply;

    /**
     * A reader of one reply.
     *
     * @param asked the model that was asked
     * @param tokens counts what the reply cost
     * @param state keeps what has to be passed back
     * @param deltas whoever watches
     */
    ResponsesReader(ModelInfo asked, Tokens tokens, ReasoningState state, Consumer<Delta> deltas) {
        this.asked = asked;
        this.tokens = tokens;
        this.state = state;
        this.deltas = new ResponsesDeltas(deltas);
    }

    @Override
    public void body(Json body) {
        Faults.check(body);
        if (!body.get("output").isArray()) {
            throw new MalformedJsonException(
                    "$.output", "a list", body.get("output").raw());
        }
        List<Json> output = body.get("output").items();
        read(body, output);
        for (int i = 0; i < output.size(); i++) {
            deltas.whole(i, output.get(i));
        }
    }

    @Override
    public void event(ServerSentEvent event) {
        String data = event.data().strip();
        if (isOver() || data.isEmpty() || data.equals("[DONE]")) {
            return; // not part of the protocol, but of some servers
        }
        Json json = Json.parse(data);
        String type =
                json.get("type").isAbsent() ? event.name() : json.get("type").text();
        switch (type) {
            case "error" -> throw Faults.of(json.get("error").isAbsent() ? json : json.get("error"));
            case "response.output_item.done" -> done.put(position(json.get("output_index")), json.get("item"));
            case "response.completed", "response.incomplete", "response.failed" -> last(json.get("response"));
            default -> deltas.event(type, json);
        }
    }

    private long position(Json index) {
        if (index.isAbsent()) {
            return done.isEmpty() ? 0 : done.lastKey() + 1;
        }
        return index.count();
    }

    private void last(Json response) {
        Faults.check(response);
        List<Json> output = response.get("output").items();
        read(response, output.isEmpty() ? List.copyOf(done.values()) : output); // some servers do not repeat the items
    }

    private void read(Json response, List<Json> output) {
        ReplyBuilder read = ModelReply.builder();
        boolean isRefused = false;
        for (Json item : output) {
            switch (item.get("type").textOrEmpty()) {
                case "message" -> isRefused |= message(item, read);
                case "function_call" ->
                    read.call(
                            item.get("call_id").textOrEmpty(),
                            item.get("name").textOrEmpty(),
                            Arguments.verbatim(item.get("arguments")));
                default -> {} // reasoning, and what the provider's own tools did
            }
        }
        StopReason stop = stop(response);
        String model = response.get("model").textOrEmpty();
        read.stop(isRefused ? StopReason.REFUSAL : stop)
                .usage(tokens.ofResponses(response.get("usage")))
                .provenance(new ReplyProvenance(
                        asked.provider(),
                        model.isEmpty() ? asked.model() : model,
                        response.get("id").textOrEmpty(),
                        "",
                        ""));
        state.of(output).ifPresent(read::state);
        reply = read;
    }

    private static boolean message(Json message, ReplyBuilder reply) {
        boolean isRefused = false;
        for (Json part : message.get("content").items()) {
            reply.text(part.get("text").textOrEmpty());
            String refusal = part.get("refusal").textOrEmpty();
            reply.text(refusal);
            isRefused |= !refusal.isEmpty();
        }
        return isRefused;
    }

    private static StopReason stop(Json response) {
        String status = response.get("status").textOrEmpty();
        return switch (status) {
            case "", "completed" -> StopReason.COMPLETE;
            case "incomplete" ->
                switch (response.get("incomplete_details").get("reason").textOrEmpty()) {
                    case "max_output_tokens" -> StopReason.LENGTH;
                    case "content_filter" -> StopReason.CONTENT_FILTER;
                    default -> StopReason.UNKNOWN;
                };
            // Queued and in progress are what a reply in the background begins with, which nobody here waits for.
            default -> throw new ProviderFault(status, "The status of the reply is " + status + ".", false);
        };
    }

    @Override
    public boolean isEnded() {
        return reply != null;
    }

    @Override
    public boolean isOver() {
        return reply != null;
    }

    @Override
    public ReplyBuilder reply() {
        if (reply == null) {
            throw new MalformedJsonException("$", "a reply", "a stream without its end");
        }
        return reply;
    }
}
