package dev.escapement.gemini;

import dev.escapement.http.client.FinishReasons;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrors;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.StopReason;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A reader of one reply from the Gemini API. A stream consists of responses that have the form of whole ones and contain
 * the next parts of the reply, so both are read in the same way.
 *
 * <p>The API does not mark the end of a stream. Some servers send the finish reason in every response, so a reason
 * followed by further content is void.
 *
 * @see <a href="https://ai.google.dev/api/generate-content#v1beta.GenerateContentResponse">GenerateContentResponse</a>
 */
final class GeminiReader implements ReplyReader {

    private static final Set<String> OF_RESPONSE =
            Set.of("candidates", "promptFeedback", "usageMetadata", "modelVersion", "responseId");

    /** The names by which a wrapped response is found, in both spellings. */
    private static final Set<String> WRAPPED = Set.of(
            "candidates",
            "promptFeedback",
            "prompt_feedback",
            "usageMetadata",
            "usage_metadata",
            "modelVersion",
            "model_version",
            "responseId",
            "response_id");

    private static final Set<String> OF_CANDIDATE = Set.of(
            "content",
            "finishReason",
            "finishMessage",
            "index",
            "safetyRatings",
            "tokenCount",
            "usageMetadata",
            "citationMetadata",
            "groundingMetadata",
            "groundingAttributions",
            "urlContextMetadata",
            "avgLogprobs",
            "logprobsResult");

    private final ModelInfo requested;
    private final GeminiUsage usage;
    private final Consumer<Delta> deltas;
    private final List<ReplyPart> parts = new ArrayList<>();
    private String id = "";
    private String model = "";
    private String reason = "";
    private String blockReason = "";
    private int calls;
    private boolean hasCandidate;
    private boolean isOver;

    /**
     * Creates a reader of one reply from the Gemini API.
     *
     * @param requested the model of the request
     * @param usage accumulates the token usage
     * @param deltas receives the deltas
     */
    GeminiReader(ModelInfo requested, GeminiUsage usage, Consumer<Delta> deltas) {
        this.requested = requested;
        this.usage = usage;
        this.deltas = deltas;
    }

    @Override
    public void body(ProviderJson body) {
        responses(body);
        isOver = true;
    }

    @Override
    public void event(ServerSentEvent event) {
        String data = event.data().strip();
        if (isOver || data.isEmpty()) {
            return;
        } else if (data.equals("[DONE]")) { // sent by some gateways
            isOver = hasCandidate || !blockReason.isEmpty();
            return;
        }
        ProviderJson json = ProviderJson.parse(data);
        if (json.isArray()) {
            responses(json);
        } else {
            response(json).ifPresent(this::read); // the others are pings and the like
        }
    }

    /** Reads one response, or a list of them. Streams without server-sent events are lists. */
    private void responses(ProviderJson json) {
        if (json.isArray() && !json.items().isEmpty()) {
            json.items().forEach(this::readRequired);
        } else {
            readRequired(json);
        }
    }

    private void readRequired(ProviderJson json) {
        read(response(json).orElseThrow(() -> new MalformedReplyException("$.candidates", "a candidate", "nothing")));
    }

    /** Returns the response in an object; empty if it has no property of a response. Throws the error that it reports. */
    private static Optional<ProviderJson> response(ProviderJson json) {
        ProviderErrors.check(json); // the items of a list are not checked by the endpoint
        return Optional.of(CamelCase.of(json.unwrapped(WRAPPED)))
                .filter(response -> response.names().stream().anyMatch(OF_RESPONSE::contains));
    }

    private void read(ProviderJson response) {
        usage.update(response.get("usageMetadata"));
        id = later(response.get("responseId"), id);
        model = later(response.get("modelVersion"), model);
        blockReason = later(CamelCase.of(response.get("promptFeedback")).get("blockReason"), blockReason);
        ProviderJson candidates = response.get("candidates");
        if (candidates.isObject()) { // sent by some gateways
            candidate(candidates);
        } else if (!candidates.items().isEmpty()) {
            candidate(candidates.items().get(0)); // requests never ask for more than one
        }
    }

    private static String later(ProviderJson property, String before) {
        String text = property.textOrJson();
        return text.isEmpty() ? before : text;
    }

    private void candidate(ProviderJson received) {
        ProviderJson candidate = CamelCase.of(received);
        boolean isUnknown =
                !candidate.names().isEmpty() && candidate.names().stream().noneMatch(OF_CANDIDATE::contains);
        if (!candidate.isObject() || isUnknown) {
            throw new MalformedReplyException(candidate.path(), "a candidate", candidate.raw());
        }
        hasCandidate = true;
        usage.update(candidate.get("usageMetadata"));
        for (ProviderJson part : ReplyPart.in(candidate.get("content"))) {
            if (!ReplyPart.isEmpty(part)) {
                reason = "";
                part(part);
            }
        }
        reason = later(candidate.get("finishReason"), reason);
    }

    private void part(ProviderJson part) {
        ReplyPart last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last == null || !last.append(part)) {
            last = new ReplyPart(part);
            parts.add(last);
        }
        last.deltas(part, calls).forEach(deltas);
        calls += last.isCall() ? 1 : 0;
    }

    @Override
    public boolean isEnded() {
        return isOver || !reason.isEmpty() || !blockReason.isEmpty();
    }

    /** Returns whether the end mark or a block has arrived. The finish reason can be in each event. */
    @Override
    public boolean isFinal() {
        return isOver || !blockReason.isEmpty();
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    public ReplyBuilder reply() {
        if (!isEnded()) {
            throw new MalformedReplyException("$", "a reply", "a stream without its end");
        }
        String word = reason.isEmpty() ? blockReason : reason;
        ReplyBuilder reply = ModelReply.builder()
                .text(parts.stream().map(ReplyPart::text).collect(Collectors.joining()))
                .usage(usage.total())
                .stop(stop())
                .provenance(new ReplyProvenance(
                        requested.provider(),
                        model.isEmpty() ? requested.model() : model,
                        id,
                        "",
                        "",
                        word,
                        ResponseInfo.NONE));
        List<ReplyPart> called = parts.stream().filter(ReplyPart::isCall).toList();
        for (int i = 0; i < called.size(); i++) {
            ReplyPart call = called.get(i);
            reply.call(call.id().isEmpty() ? generatedId(i) : call.id(), call.tool(), call.arguments());
        }
        new PartState(requested.host()).of(parts).ifPresent(reply::state);
        return reply;
    }

    /** Returns an id for a call without one. It differs from those of other replies if the reply has an id. */
    private String generatedId(int call) {
        return id.isEmpty() ? "" : id + "_" + (call + 1);
    }

    /** Returns the stop reason. A response without a candidate and without a reason is incomplete. */
    private StopReason stop() {
        if (reason.isEmpty() && !blockReason.isEmpty()) {
            return StopReason.CONTENT_FILTER;
        }
        return FinishReasons.USUAL.of(reason, isWhole());
    }

    /** Returns whether the reply has text or calls, and the arguments of all calls are JSON objects. */
    private boolean isWhole() {
        boolean hasContent =
                parts.stream().anyMatch(part -> part.isCall() || !part.text().isEmpty());
        return hasContent && parts.stream().allMatch(ReplyPart::isWhole);
    }
}
