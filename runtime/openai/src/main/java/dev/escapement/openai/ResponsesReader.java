package dev.escapement.openai;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ObjectText;
import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ProviderErrors;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reader of a Responses reply. The last event of a stream repeats the whole reply and corrects the items that earlier
 * events contain. A reply with less content than the earlier events is completed from them.
 */
final class ResponsesReader implements ReplyReader {

    private static final Set<String> OUTPUT = Set.of("output");
    private static final ProviderJson NO_RESPONSE = ProviderJson.parse("{}");

    /** The statuses of a reply in the background, which this client never requests, and of a failed one. */
    private static final String CANCELLED = "cancelled";

    private static final Set<String> FAILED = Set.of("queued", "in_progress", CANCELLED, "failed");

    private final ReplyContext context;
    private final ReasoningState state;
    private final ResponsesDeltas deltas;
    private final ResponsesItems items;
    private final OpenAiUsage.TokenCounts usage;
    private @Nullable ReplyBuilder reply;

    /**
     * Creates a reader of one Responses reply.
     *
     * @param context the relevant parts of the request
     * @param state creates the state of the reply
     * @param deltas receives the deltas
     */
    ResponsesReader(ReplyContext context, ReasoningState state, Consumer<Delta> deltas) {
        this.context = context;
        this.state = state;
        this.deltas = new ResponsesDeltas(deltas);
        this.items = new ResponsesItems(this.deltas);
        this.usage = context.usage().counts();
    }

    @Override
    public void body(ProviderJson received) {
        ProviderJson body = received.unwrapped(OUTPUT);
        if (!body.get("output").isArray()) {
            throw new MalformedReplyException(
                    "$.output", "a list", body.get("output").raw());
        }
        List<ProviderJson> output = body.get("output").items();
        read(body, LenientJson.word(body.get("status")), output);
        deltas.thinking(output);
        deltas.rest(output);
    }

    @Override
    public void event(ServerSentEvent event) {
        String data = event.data().strip();
        if (isOver() || data.isEmpty()) {
            return;
        }
        if (data.equals("[DONE]")) {
            end();
            return;
        }
        ProviderJson json = ProviderJson.parse(data);
        String type = LenientJson.text(json.get("type"));
        event(type.isEmpty() ? event.name() : type, json);
    }

    private void event(String type, ProviderJson json) {
        usage.add(json);
        ProviderJson response = json.get("response").isObject() ? json.get("response") : json;
        switch (type) {
            case "error", "response.error" -> throw ProviderErrors.of(json);
            case "response.completed", "response.complete", "response.done" -> last(response, "completed");
            case "response.incomplete" -> last(response, "incomplete");
            case "response.failed", "response.cancelled" -> last(response, "failed");
            case "response.created", "response.queued", "response.in_progress" -> {}
            default -> {
                if (response.get("output").isArray() && !response.get("status").isAbsent()) {
                    last(response, ""); // the whole reply in an event with another name
                } else {
                    items.event(type, json);
                }
            }
        }
    }

    /** Ends a stream without a last event. Its items are the reply. */
    private void end() {
        if (!items.isEmpty()) {
            read(NO_RESPONSE, "", items.corrected(List.of()));
        }
    }

    /**
     * Reads the last event.
     *
     * @param status the status that the name of the event states; some servers do not update that of the reply
     */
    private void last(ProviderJson response, String status) {
        ProviderErrors.check(response);
        String own = LenientJson.word(response.get("status"));
        boolean isUpdated = own.equals("incomplete") || own.equals("failed") || own.equals(CANCELLED);
        List<ProviderJson> output = items.corrected(LenientJson.list(response.get("output")));
        read(response, isUpdated || status.isEmpty() ? own : status, output);
        deltas.rest(output);
    }

    private void read(ProviderJson response, String status, List<ProviderJson> output) {
        ReplyBuilder read = ModelReply.builder();
        boolean isRefused = false;
        boolean hasText = false;
        boolean hasContent = false;
        boolean isWhole = true;
        for (ProviderJson item : output) {
            switch (item.get("type").textOrEmpty()) {
                case ResponsesItem.MESSAGE -> {
                    String text = ResponsesMessage.textOf(item);
                    read.text(text);
                    hasText |= !text.isEmpty();
                    isRefused |= ResponsesMessage.isRefused(item);
                }
                case ResponsesItem.CALL -> {
                    String tool = ResponsesItem.tool(item);
                    String arguments = ObjectText.of(item.get("arguments").textOrJson());
                    read.call(ResponsesItem.callId(item), tool, arguments);
                    hasContent = true;
                    isWhole &= context.isWhole(tool, arguments);
                }
                default -> {} // reasoning, and the work of the provider's own tools
            }
        }
        String summary = LenientJson.text(response.get("output_text"));
        if (!hasText && !summary.isEmpty()) { // sent by servers that imitate a library of OpenAI
            read.text(summary);
            deltas.say(summary);
            hasContent = true;
        }
        String why = LenientJson.word(response.get("incomplete_details").get("reason"));
        StopReason stop = stop(status, why, (hasText || hasContent) && isWhole);
        usage.add(response);
        read.stop(isRefused ? StopReason.REFUSAL : stop)
                .usage(usage.usage())
                .provenance(context.provenance(
                        LenientJson.text(response.get("model")), LenientJson.word(response.get("id"))))
                .finishReason(why.isEmpty() ? status : why);
        state.of(output).ifPresent(read::state);
        reply = read;
    }

    private StopReason stop(String status, String why, boolean isWhole) {
        if (FAILED.contains(status)) {
            throw new ProviderErrorException(
                    status, "The status of the reply is " + status + ".", status.equals(CANCELLED));
        }
        if (!why.isEmpty() || status.equals("incomplete")) {
            return context.flavor().stopReason(why).orElse(StopReason.UNKNOWN);
        }
        return status.isEmpty() && items.isEmpty()
                ? StopReason.COMPLETE
                : context.reasons().of(status, isWhole);
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

    @Override
    public boolean isKnownReason(String word) {
        return context.reasons().isKnown(word);
    }
}
