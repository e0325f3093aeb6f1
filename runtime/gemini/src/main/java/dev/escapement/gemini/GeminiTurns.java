package dev.escapement.gemini;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A visitor that converts each message of a conversation to a separate turn. */
final class GeminiTurns implements Message.Visitor<GeminiTurn> {

    /**
     * A call whose answer follows.
     *
     * @param id the provider's id of the call, unique in the request; empty if the provider sent none
     */
    private record UnansweredCall(int order, String tool, Optional<String> id) {}

    private final PartState state;
    private final GeminiGeneration generation;
    private final GeminiFiles files;
    private final ContentStore contents;
    private final OptionalProperties optional;
    private final Map<String, UnansweredCall> open = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    GeminiTurns(
            PartState state,
            GeminiGeneration generation,
            GeminiFiles files,
            ContentStore contents,
            OptionalProperties optional) {
        this.state = state;
        this.generation = generation;
        this.files = files;
        this.contents = contents;
        this.optional = optional;
    }

    /**
     * Returns the turns of a conversation. The two sides alternate, and the answers to a turn's calls are at the
     * beginning of the next turn, in the order of the calls.
     *
     * @param messages messages as {@link dev.escapement.model.spi.Conversation} returns them
     */
    List<GeminiTurn> turns(List<Message> messages) {
        List<GeminiTurn> turns = new ArrayList<>();
        for (Message message : messages) {
            GeminiTurn next = message.accept(this);
            int last = turns.size() - 1;
            boolean isSameSide = last >= 0 && turns.get(last).isUsers() == next.isUsers();
            if (isSameSide) {
                turns.set(last, turns.get(last).joined(next));
            } else if (!next.parts().isEmpty()) {
                turns.add(next);
            }
        }
        return turns;
    }

    @Override
    public GeminiTurn user(Message.User message) {
        List<RequestPart> parts = message.content().stream()
                .map(part -> part.accept(new Content.Visitor<RequestPart>() {
                    @Override
                    public RequestPart text(Content.Text content) {
                        return new RequestPart.TextPart(content.text());
                    }

                    @Override
                    public RequestPart file(Content.File content) {
                        return filePart(content);
                    }
                }))
                .toList();
        return new GeminiTurn(true, parts);
    }

    private RequestPart.FilePart filePart(Content.File file) {
        return new RequestPart.FilePart(file, files.mediaType(file), contents);
    }

    /**
     * Converts an answer. Its files are within the answer where the API accepts them, and otherwise follow the answers
     * of the turn.
     */
    @Override
    public GeminiTurn toolAnswer(Message.ToolAnswer answer) {
        UnansweredCall call = open.getOrDefault(answer.callId(), new UnansweredCall(0, "_", Optional.empty()));
        List<RequestPart.FilePart> within = new ArrayList<>();
        List<RequestPart> parts = new ArrayList<>();
        for (Content.File file : Content.filesOf(answer.content())) {
            RequestPart.FilePart part = filePart(file);
            if (generation.acceptsFilesInAnswers() && GeminiFiles.isForAnswers(part.mediaType())) {
                within.add(part);
            } else {
                parts.add(part);
            }
        }
        parts.add(
                0,
                new RequestPart.FunctionResponse(
                        call.id(), call.tool(), call.order(), answer.text(), answer.failed(), within));
        return new GeminiTurn(true, parts);
    }

    @Override
    public GeminiTurn assistant(Message.Assistant reply) {
        open.clear();
        List<RequestPart> kept = state.parts(reply, this::call, optional.has(ReplyPart.SIGNATURE));
        GeminiTurn turn = new GeminiTurn(false, kept.isEmpty() ? parts(reply) : kept);
        boolean mustSign = generation.mayRequireSignatures() && optional.has(ReplyPart.SIGNATURE);
        return mustSign ? turn.signed() : turn;
    }

    private List<RequestPart> parts(Message.Assistant reply) {
        List<RequestPart> parts = new ArrayList<>();
        if (!reply.text().isBlank()) {
            parts.add(new RequestPart.TextPart(reply.text()));
        }
        reply.calls().forEach(call -> parts.add(call(call, Optional.empty(), Map.of(), Map.of())));
        return parts;
    }

    private RequestPart call(Call call, ProviderJson kept) {
        ProviderJson function = kept.get(ReplyPart.CALL);
        String id = function.get("id").textOrJson();
        return call(
                call,
                id.isEmpty() || !optional.has(OptionalProperties.ID) ? Optional.empty() : Optional.of(unique(id)),
                function.propertiesExcept(Set.of("id", "name", ReplyPart.ARGUMENTS)),
                kept.propertiesExcept(
                        optional.has(ReplyPart.SIGNATURE)
                                ? Set.of(ReplyPart.CALL)
                                : Set.of(ReplyPart.CALL, ReplyPart.SIGNATURE)));
    }

    private RequestPart call(
            Call call, Optional<String> id, Map<String, JsonText> more, Map<String, JsonText> companions) {
        String tool = possibleName(call.tool());
        open.put(call.id(), new UnansweredCall(open.size(), tool, id));
        JsonText args = new JsonText(UnpairedSurrogates.replaceInJson(call.arguments()));
        return new RequestPart.FunctionCall(id, tool, args, more, companions);
    }

    /** Returns an id, or a variant of it if another call of the request has the same id. */
    private String unique(String id) {
        String candidate = id;
        for (int number = 2; !ids.add(candidate); number++) {
            candidate = id + "_" + number;
        }
        return candidate;
    }

    /** Returns a name that the API accepts. Names begin with a letter or an underscore. */
    private static String possibleName(String tool) {
        return tool.matches("[a-zA-Z_].*") ? tool : "_" + tool.substring(0, Math.min(tool.length(), 63));
    }
}
