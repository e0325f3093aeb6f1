package dev.escapement.openai;

import dev.escapement.model.Delta;
import dev.escapement.model.ReplyBuilder;
import dev.escapement.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a reply of Chat Completions, put together from their pieces. By the protocol the pieces of a call share an
 * index, and only the first has its id and name. Some servers leave the index out, or send whole calls that all have the
 * index 0: there a piece with another id and a name begins a new call.
 */
final class ChatCalls {

    private static final class Part {
        private final int number;
        private String id = "";
        private String tool = "";
        private final StringBuilder arguments = new StringBuilder();

        Part(int number) {
            this.number = number;
        }
    }

    private final Consumer<Delta> deltas;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Long, Part> byIndex = new HashMap<>();

    ChatCalls(Consumer<Delta> deltas) {
        this.deltas = deltas;
    }

    /** Adds a call that is whole. */
    void whole(Json call) {
        add(begin(), call);
    }

    /** Adds a piece of a call. */
    void piece(Json piece) {
        String id = piece.get("id").textOrEmpty();
        String tool = piece.get("function").get("name").textOrEmpty();
        Json index = piece.get("index");
        Part known = index.isAbsent() ? last() : byIndex.get(index.count());
        Part part = known == null || isOther(known, id, tool) ? begin() : known;
        if (!index.isAbsent()) {
            byIndex.put(index.count(), part);
        }
        add(part, piece);
    }

    private static boolean isOther(Part known, String id, String tool) {
        return !tool.isEmpty() && !known.tool.isEmpty() && !id.equals(known.id);
    }

    private @Nullable Part last() {
        return parts.isEmpty() ? null : parts.get(parts.size() - 1);
    }

    private Part begin() {
        Part part = new Part(parts.size());
        parts.add(part);
        return part;
    }

    private void add(Part part, Json piece) {
        Json function = piece.get("function");
        String arguments = Arguments.verbatim(function.get("arguments"));
        if (part.id.isEmpty()) {
            part.id = piece.get("id").textOrEmpty();
        }
        boolean isNamed =
                part.tool.isEmpty() && !function.get("name").textOrEmpty().isEmpty();
        if (isNamed) {
            part.tool = function.get("name").text();
            deltas.accept(new Delta.CallBegun(part.number, part.tool));
        }
        part.arguments.append(arguments);
        String news = isNamed ? part.arguments.toString() : arguments;
        if (!part.tool.isEmpty() && !news.isEmpty()) {
            deltas.accept(new Delta.Arguments(part.number, news));
        }
    }

    void addTo(ReplyBuilder reply) {
        for (Part part : parts) {
            reply.call(part.id, part.tool, part.arguments.toString());
        }
    }
}
