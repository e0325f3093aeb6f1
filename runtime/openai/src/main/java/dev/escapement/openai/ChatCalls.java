package dev.escapement.openai;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ObjectText;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.Delta;
import dev.escapement.model.spi.ReplyBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls in a Chat Completions reply, assembled from fragments. In the protocol the fragments of a call share an
 * index, and only the first contains id and name. Some servers omit the index or send whole calls with the index 0.
 * Other servers use one id for all calls. A fragment with the name of another offered tool starts a new call. Some
 * servers repeat the name in each fragment. A fragment with the same name starts a new call only if the arguments so far
 * are complete. A call that repeats an earlier one with its id is ignored.
 */
final class ChatCalls {

    /** The number of calls with one id with which later calls are compared, so that many calls take linear time. */
    private static final int MAX_SAME_ID = 100;

    private final ReplyContext context;
    private final Consumer<Delta> deltas;
    private final List<ChatCall> calls = new ArrayList<>();
    private final Map<Long, ChatCall> byIndex = new HashMap<>();
    private final Map<String, ChatCall> byId = new HashMap<>();
    private final Map<String, List<ChatCall>> accepted = new HashMap<>();
    private final Map<ChatCall, Restatement> uncertain = new LinkedHashMap<>();

    private @Nullable ChatCall latest;
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
        for (ProviderJson piece : LenientJson.list(list)) {
            if (piece.isObject()) {
                ChatCall call = new ChatCall(context);
                begin(call);
                call.add(piece);
            }
        }
    }

    /** Adds the fragments in a chunk of a stream, and returns whether there are any. */
    boolean pieces(ProviderJson list) {
        List<ProviderJson> pieces =
                LenientJson.list(list).stream().filter(ProviderJson::isObject).toList();
        Set<ChatCall> inList = new HashSet<>();
        pieces.forEach(piece -> piece(piece, inList));
        return !pieces.isEmpty();
    }

    /** Adds a call in the form that precedes the list of calls, unless there are calls in a list. */
    boolean oldForm(ProviderJson function) {
        boolean isUsed = function.isObject() && (calls.isEmpty() || hasOldForm);
        if (isUsed) {
            hasOldForm = true;
            piece(function, new HashSet<>());
        }
        return isUsed;
    }

    /**
     * Adds a fragment.
     *
     * @param inList the calls with earlier fragments in the same list
     */
    private void piece(ProviderJson piece, Set<ChatCall> inList) {
        String id = LenientJson.word(piece.get("id"));
        OptionalLong index = index(piece.get("index"));
        ProviderJson function = ChatCall.function(piece);
        ChatCall known = find(id, index);
        if (known == null && id.isEmpty() && ChatCall.name(function).isEmpty()) {
            known = latest;
        }
        boolean isOther =
                known != null && isOther(known, id, function, isSameIndex(known, index), inList.contains(known));
        ChatCall call = known == null || isOther ? begin(known, id, function, index, inList) : known;
        if (index.isPresent()) {
            call.setIndex(index.getAsLong());
            byIndex.put(index.getAsLong(), call);
        }
        boolean isIdentified = !call.id().isEmpty();
        call.add(piece);
        inList.add(call);
        Restatement restatement = uncertain.get(call);
        if (!isIdentified && !call.id().isEmpty()) {
            byId.put(call.id(), call);
            if (restatement == null) {
                accept(call);
            }
        }
        if (restatement == null) {
            call.show(deltas, false);
        } else {
            decide(call, restatement, false);
        }
    }

    private static OptionalLong index(ProviderJson index) {
        try {
            return index.isAbsent() ? OptionalLong.empty() : OptionalLong.of(index.count());
        } catch (MalformedReplyException noNumber) {
            return OptionalLong.empty();
        }
    }

    private boolean isOther(ChatCall known, String id, ProviderJson function, boolean isSameIndex, boolean isSameList) {
        String tool = ChatCall.name(function);
        String arguments = ChatCall.argumentsOf(function);
        if (tool.isEmpty() || known.tool().isEmpty()) {
            return false;
        }
        if (isSameList && known.isWhole() && ProviderJson.isObject(ObjectText.of(arguments))) {
            return true;
        }
        boolean isSameCall = isSameIndex && id.isEmpty() && arguments.isBlank() && !tool.equals(known.tool());
        if (known.isContinuedBy(tool, isSameCall)) {
            return false;
        }
        boolean isSameId = !id.isEmpty() && id.equals(known.id());
        if (!tool.equals(known.tool())) {
            return !isSameId || context.offers(tool) || known.isWhole();
        }
        if (known.isWithinArguments(arguments)) {
            return false; // some servers repeat the name with a new id in each fragment
        }
        if (!isSameId && !id.isEmpty() && !known.id().isEmpty()) {
            boolean isBeginning = isSameIndex && !known.hasArguments() && !arguments.isBlank();
            return !isBeginning || !context.requiresArguments(tool);
        }
        boolean isNext = arguments.isBlank() || CallArguments.beginsObject(arguments);
        if (isNext && known.isWhole() && known.isEmptyObject()) {
            return !known.isPlaceholder() && ProviderJson.isObject(arguments);
        }
        return isNext && known.isWhole();
    }

    private @Nullable ChatCall find(String id, OptionalLong index) {
        ChatCall call = byId.get(id);
        if (call != null && (index.isEmpty() || call.hasIndex(index.getAsLong()))) {
            return call;
        }
        return index.isEmpty() ? latest : byIndex.get(index.getAsLong());
    }

    /** Begins a call, or a possible restatement if a call of the same tool with the same id precedes it. */
    private ChatCall begin(
            @Nullable ChatCall known, String id, ProviderJson function, OptionalLong index, Set<ChatCall> inList) {
        String tool = ChatCall.name(function);
        ChatCall call = new ChatCall(context);
        boolean isSameTool = known != null && known.tool().equals(tool) && !inList.contains(known);
        Restatement restatement = new Restatement(
                id.isEmpty() ? List.of() : accepted(id),
                inList,
                index,
                isSameTool && known != null && isSameIndex(known, index) ? repeated(known, id) : null);
        boolean hasNewId = known != null && !id.isEmpty() && !known.id().isEmpty() && !id.equals(known.id());
        boolean mayRepeatName =
                isSameTool && !hasNewId && ChatCall.argumentsOf(function).isBlank();
        if (known != null && known.isWhole()) {
            uncertain.remove(known); // it repeats an earlier call
        }
        if (mayRepeatName || restatement.hasTool(tool)) {
            uncertain.put(call, restatement);
            latest = call;
        } else {
            begin(call);
        }
        return call;
    }

    /** Returns the call that a fragment with the same index and tool may repeat: only one of both has an id. */
    private @Nullable ChatCall repeated(ChatCall known, String id) {
        Restatement before = uncertain.get(known);
        ChatCall call = before == null || before.sameIndex() == null ? known : before.sameIndex();
        return call.id().isEmpty() == id.isEmpty() ? null : call;
    }

    private static boolean isSameIndex(ChatCall call, OptionalLong index) {
        return index.isPresent() && call.hasIndex(index.getAsLong());
    }

    private List<ChatCall> accepted(String id) {
        return accepted.computeIfAbsent(id, added -> new ArrayList<>());
    }

    /** Adds a call to those that later ones with the same id may repeat. */
    private void accept(ChatCall call) {
        List<ChatCall> sameId = accepted(call.id());
        sameId.add(call);
        if (sameId.size() > MAX_SAME_ID) {
            sameId.remove(0);
        }
    }

    private void begin(ChatCall call) {
        if (!calls.isEmpty()) {
            calls.get(calls.size() - 1).show(deltas, true);
        }
        call.setNumber(calls.size());
        calls.add(call);
        latest = call;
    }

    /** Accepts a possible restatement as a call if it differs from the earlier ones. */
    private void decide(ChatCall call, Restatement restatement, boolean isEnded) {
        boolean isDecidable = isEnded || call.isWhole() || !restatement.hasTool(call.tool());
        if (isDecidable && call.hasArguments() && !restatement.isOf(call)) {
            uncertain.remove(call);
            ChatCall last = latest;
            begin(call);
            latest = last;
            if (!call.id().isEmpty()) {
                accept(call);
            }
            call.show(deltas, isEnded);
        } else if (call.isWhole()) {
            restatement
                    .earlier()
                    .filter(other -> other.isRepeatedBy(call))
                    .findFirst()
                    .ifPresent(other -> other.restate(call));
        }
    }

    /**
     * The calls that a possible restatement may repeat.
     *
     * @param sameId the calls with the same id
     * @param inList the calls that are not repeated, because they precede in the same list
     * @param index the index of the possible restatement; calls with another index are not repeated
     * @param sameIndex a call with the same index, if only one of both has an id
     */
    private record Restatement(
            List<ChatCall> sameId,
            Set<ChatCall> inList,
            OptionalLong index,
            @Nullable ChatCall sameIndex) {

        private Stream<ChatCall> earlier() {
            return Stream.concat(
                    sameId.stream()
                            .filter(call -> !inList.contains(call))
                            .filter(call -> index.isEmpty() || call.mayHaveIndex(index.getAsLong())),
                    Stream.ofNullable(sameIndex));
        }

        boolean hasTool(String tool) {
            return earlier().anyMatch(call -> call.tool().equals(tool));
        }

        boolean isOf(ChatCall later) {
            return earlier().anyMatch(call -> call.isRepeatedBy(later));
        }
    }

    /** Passes the deltas that were withheld to the consumer. */
    void end() {
        new LinkedHashMap<>(uncertain).forEach((call, restatement) -> decide(call, restatement, true));
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
