package dev.escapement.openai;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.Delta;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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

    private final ReplyContext context;
    private final Consumer<Delta> deltas;
    private final List<ChatCall> calls = new ArrayList<>();
    private final Map<Long, ChatCall> byIndex = new HashMap<>();
    private boolean hasOldForm;

    /**
     * Creates an empty list of calls.
     *
     * @param deltas receives the deltas
     */
    ChatCalls(ReplyContext context, Consumer<Delta> deltas) {
        this.context = context;
        this.deltas = deltas;
    }

    /** Adds the calls of a complete message. */
    void whole(ProviderJson list) {
        LenientJson.list(list).stream().filter(ProviderJson::isObject).forEach(call -> begin().add(call));
    }

    /** Adds the fragments in a chunk of a stream, and returns whether there are any. */
    boolean pieces(ProviderJson list) {
        List<ProviderJson> pieces =
                LenientJson.list(list).stream().filter(ProviderJson::isObject).toList();
        pieces.forEach(this::piece);
        return !pieces.isEmpty();
    }

    /** Adds a call in the form that precedes the list of calls, unless there are calls in a list. */
    boolean oldForm(ProviderJson function) {
        boolean isUsed = function.isObject() && (calls.isEmpty() || hasOldForm);
        if (isUsed) {
            hasOldForm = true;
            piece(function);
        }
        return isUsed;
    }

    private void piece(ProviderJson piece) {
        String id = LenientJson.word(piece.get("id"));
        OptionalLong index = index(piece.get("index"));
        ProviderJson function = ChatCall.function(piece);
        ChatCall known = find(id, index);
        if (known == null && id.isEmpty() && ChatCall.name(function).isEmpty()) {
            known = last();
        }
        boolean isSameIndex = known != null && index.isPresent() && known.hasIndex(index.getAsLong());
        ChatCall call = known == null || isOther(known, id, function, isSameIndex) ? begin() : known;
        if (index.isPresent()) {
            call.setIndex(index.getAsLong());
            byIndex.put(index.getAsLong(), call);
        }
        call.add(piece);
        call.show(deltas, false);
    }

    private static OptionalLong index(ProviderJson index) {
        try {
            return index.isAbsent() ? OptionalLong.empty() : OptionalLong.of(index.count());
        } catch (MalformedReplyException noNumber) {
            return OptionalLong.empty();
        }
    }

    private static boolean isOther(ChatCall known, String id, ProviderJson function, boolean isSameIndex) {
        String tool = ChatCall.name(function);
        String arguments = function.get("arguments").textOrJson();
        boolean isSameId = !id.isEmpty() && id.equals(known.id());
        boolean isSameCall = isSameIndex && id.isEmpty() && arguments.isBlank() && !tool.equals(known.tool());
        if (tool.isEmpty() || known.tool().isEmpty() || isSameId || known.isContinuedBy(tool, isSameCall)) {
            return false;
        }
        if (tool.equals(known.tool()) && known.isWithinArguments(arguments)) {
            return false; // some servers repeat the name with a new id in each fragment
        }
        if (!id.isEmpty() && !known.id().isEmpty()) {
            return true;
        }
        return !tool.equals(known.tool()) || (!arguments.isEmpty() && known.isWhole() && !known.isPlaceholder());
    }

    private @Nullable ChatCall find(String id, OptionalLong index) {
        for (ChatCall call : calls) {
            if (!id.isEmpty() && id.equals(call.id()) && (index.isEmpty() || call.hasIndex(index.getAsLong()))) {
                return call;
            }
        }
        return index.isEmpty() ? last() : byIndex.get(index.getAsLong());
    }

    private @Nullable ChatCall last() {
        return calls.isEmpty() ? null : calls.get(calls.size() - 1);
    }

    private ChatCall begin() {
        end();
        ChatCall call = new ChatCall(calls.size(), context);
        calls.add(call);
        return call;
    }

    /** Passes the deltas that were withheld to the consumer. */
    void end() {
        calls.forEach(call -> call.show(deltas, true));
    }

    /** Returns the calls that have a name or arguments. */
    private List<ChatCall> begun() {
        return calls.stream().filter(call -> !call.isEmpty()).toList();
    }

    /** Returns the server's additions to each call. */
    List<ChatState.ExtendedCall> extended() {
        return begun().stream().map(ChatCall::extended).toList();
    }

    boolean isEmpty() {
        return begun().isEmpty();
    }

    /** Returns whether the arguments of all calls are complete. */
    boolean areWhole() {
        return begun().stream().allMatch(call -> context.isWhole(call.tool(), call.arguments()));
    }

    void addTo(ReplyBuilder reply) {
        begun().forEach(call -> reply.call(call.id(), call.tool(), call.arguments()));
    }
}
