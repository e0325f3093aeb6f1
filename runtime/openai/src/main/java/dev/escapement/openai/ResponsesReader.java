package dev.escapement.openai;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reader of a Responses reply. The last event of a stream repeats the whole reply and is the one that is read;
 * earlier events only cause deltas.
 */
final class ResponsesReader implements ReplyReader {

    private final ModelInfo requested;
    private final OpenAiUsage usage;
    private final ReasoningState state;
    private final ResponsesDeltas deltas;
    private final TreeMap<Long, ProviderJson> done = new TreeMap<>();
    private @Nullable ReplyBuilder reply;

    /**
     * Creates a reader of one Responses reply.
     *
     * @param requested the model of the request
     * @param usage reads the usage
     * @param state creates the state of the reply
     * @param deltas receives the deltas
     */
    ResponsesReader(ModelInfo requested, OpenAiUsage usage, ReasoningState state, Consumer<Delta> deltas) {
        this.requested = requested;
        this.usage = usage;
        this.state = state;
        this.deltas = new ResponsesDeltas(deltas);
    }

    @Override
    public void body(ProviderJson body) {
        OpenAiErrors.check(body);
        if (!body.get("output").isArray()) {
            throw new MalformedReplyException(
                    "$.output", "a list", body.get("output").raw());
        }
        List<ProviderJson> output = body.get("output").items();
        read(body, output);
        for (int i = 0; i < output.size(); i++) {
            deltas.whole(i, output.get(i));
        }
    }

    @Override
    public void event(ServerSentEvent event) {
        String data = event.data().strip();
        if (isOver() || data.isEmpty() || data.equals("[DONE]")) {
            return; // sent by some servers outside of the protocol
        }
        ProviderJson json = ProviderJson.parse(data);
        String type =
                json.get("type").isAbsent() ? event.name() : json.get("type").text();
        switch (type) {
            case "error" -> throw OpenAiErrors.of(json.get("error").isAbsent() ? json : json.get("error"));
            case "response.output_item.done" -> done.put(position(json.get("output_index")), json.get("item"));
            case "response.completed", "response.incomplete", "response.failed" -> last(json.get("response"));
            default -> deltas.event(type, json);
        }
    }

    private long position(ProviderJson index) {
        if (index.isAbsent()) {
            return done.isEmpty() ? 0 : done.lastKey() + 1;
        }
        return index.count();
    }

    private void last(ProviderJson response) {
        OpenAiErrors.check(response);
        List<ProviderJson> output = response.get("output").items();
        read(response, output.isEmpty() ? List.copyOf(done.values()) : output); // some servers do not repeat the items
    }

    private void read(ProviderJson response, List<ProviderJson> output) {
        ReplyBuilder read = ModelReply.builder();
        boolean isRefused = false;
        for (ProviderJson item : output) {
            switch (item.get("type").textOrEmpty()) {
                case "message" -> isRefused |= message(item, read);
                case "function_call" ->
                    read.call(
                            item.get("call_id").textOrEmpty(),
                            item.get("name").textOrEmpty(),
                            item.get("arguments").textOrJson());
                default -> {} // reasoning, and the work of the provider's own tools
            }
        }
        StopReason stop = stop(response);
        String model = response.get("model").textOrEmpty();
        read.stop(isRefused ? StopReason.REFUSAL : stop)
                .usage(usage.ofResponses(response.get("usage")))
                .provenance(new ReplyProvenance(
                        requested.provider(),
                        model.isEmpty() ? requested.model() : model,
                        response.get("id").textOrEmpty(),
                        "",
                        ""));
        state.of(output).ifPresent(read::state);
        reply = read;
    }

    private static boolean message(ProviderJson message, ReplyBuilder reply) {
        boolean isRefused = false;
        for (ProviderJson part : message.get("content").items()) {
            reply.text(part.get("text").textOrEmpty());
            String refusal = part.get("refusal").textOrEmpty();
            reply.text(refusal);
            isRefused |= !refusal.isEmpty();
        }
        return isRefused;
    }

    private static StopReason stop(ProviderJson response) {
        String status = response.get("status").textOrEmpty();
        return switch (status) {
            case "", "completed" -> StopReason.COMPLETE;
            case "incomplete" ->
                switch (response.get("incomplete_details").get("reason").textOrEmpty()) {
                    case "max_output_tokens" -> StopReason.LENGTH;
                    case "content_filter" -> StopReason.CONTENT_FILTER;
                    default -> StopReason.UNKNOWN;
                };
            // A reply in the background is queued or in progress. This client never requests one.
            default -> throw new ProviderErrorException(status, "The status of the reply is " + status + ".", false);
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
            throw new MalformedReplyException("$", "a reply", "a stream without its end");
        }
        return reply;
    }
}
