package dev.escapement.openai;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.json.JsonText;
import dev.escapement.model.Delta;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls in a Chat Completions reply, assembled from fragments. In the protocol the fragments of a call share an
 * index, and only the first contains id and name. Some servers omit the index or send whole calls with the index 0.
 * From such servers, a fragment with another id and a name starts a new call. Other servers repeat the name in each
 * fragment. A fragment with a name but without an id starts a new call only if the arguments so far are complete and
 * the fragment has more.
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

    /** Adds a complete call. */
    void whole(ProviderJson call) {
        add(begin(), call);
    }

    /** Adds a fragment of a streamed call. */
    void piece(ProviderJson piece) {
        String id = piece.get("id").textOrEmpty();
        ProviderJson index = piece.get("index");
        Part known = find(id, index);
        Part part = known == null || isOther(known, id, piece.get("function")) ? begin() : known;
        if (!index.isAbsent()) {
            part.index = index.count();
            byIndex.put(index.count(), part);
        }
        add(part, piece);
    }

    private static boolean isOther(Part known, String id, ProviderJson function) {
        String tool = function.get("name").textOrEmpty();
        if (tool.isEmpty() || known.tool.isEmpty()) {
            return false;
        }
        if (!id.isEmpty() && !known.id.isEmpty()) {
            return !id.equals(known.id);
        }
        boolean hasArguments = !function.get("arguments").textOrJson().isEmpty();
        return !tool.equals(known.tool) || (hasArguments && isWhole(known));
    }

    private static boolean isWhole(Part part) {
        try {
            return ProviderJson.parse(part.arguments.toString()).isObject();
        } catch (MalformedReplyException begun) {
            return false;
        }
    }

    private @Nullable Part find(String id, ProviderJson index) {
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

    private void add(Part part, ProviderJson piece) {
        ProviderJson function = piece.get("function");
        String arguments = function.get("arguments").textOrJson();
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

    /** Returns the tool name and the server's addition for each call. */
    List<ChatState.ExtendedCall> extended() {
        return parts.stream()
                .map(part -> new ChatState.ExtendedCall(part.tool, part.extra))
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
