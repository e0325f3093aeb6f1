package dev.escapement.openai;

import dev.escapement.json.JsonText;
import dev.escapement.model.Delta;
import dev.escapement.model.spi.ReplyBuilder;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a reply of Chat Completions, put together from their pieces. By the protocol the pieces of a call share an
 * index, and only the first has its id and name. Some servers leave the index out, or send whole calls that all have the
 * index 0: there a piece with another id and a name begins a new call. Others repeat the name in each piece: without an id
 * to tell, that begins a new call only if the arguments so far are whole and more of them come.
 */
final class ChatCalls {

    private static final long NO_INDEX = -1;

    private static final class Part {
        private final int number;
        private long index = NO_INDEX;
        private String id = "";
        private @Nullable JsonText extra;
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
        Json index = piece.get("index");
        Part known = find(id, index);
        Part part = known == null || isOther(known, id, piece.get("function")) ? begin() : known;
        if (!index.isAbsent()) {
            part.index = index.count();
            byIndex.put(index.count(), part);
        }
        add(part, piece);
    }

    private static boolean isOther(Part known, String id, Json function) {
        String tool = function.get("name").textOrEmpty();
        if (tool.isEmpty() || known.tool.isEmpty()) {
            return false;
        }
        if (!id.isEmpty() && !known.id.isEmpty()) {
            return !id.equals(known.id);
        }
        boolean hasArguments = !Arguments.verbatim(function.get("arguments")).isEmpty();
        return !tool.equals(known.tool) || (hasArguments && isWhole(known));
    }

    private static boolean isWhole(Part part) {
        try {
            return Json.parse(part.arguments.toString()).isObject();
        } catch (MalformedJsonException begun) {
            return false;
        }
    }

    private @Nullable Part find(String id, Json index) {
        for (Part part : parts) {
            if (!id.isEmpty() && id.equals(part.id) && (index.isAbsent() || part.index == index.count())) {
                return part;
            }
        }
        return index.isAbsent() ? last() : byIndex.get(index.count());
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
        if (!piece.get(ChatState.EXTRA).isAbsent()) {
            part.extra = new JsonText(piece.get(ChatState.EXTRA).raw());
        }
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

    /** What the server added to the calls. */
    List<ChatState.Kept> kept() {
        return parts.stream()
                .map(part -> new ChatState.Kept(part.tool, part.extra))
                .toList();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    void addTo(ReplyBuilder reply) {
        for (Part part : parts) {
            reply.call(part.id, part.tool, part.arguments.toString());
        }
    }
}
