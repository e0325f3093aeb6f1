package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ServerState;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ProviderState;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A reader and writer of the Responses items that later requests repeat unchanged. These are reasoning, messages with
 * their phase, and the work of the provider's own tools. Calls are repeated as they were recorded, because their ids
 * may differ in the thread; their items in the state only mark the position.
 *
 * <p>Reasoning is encrypted by the provider and useless to any other, so the format names the provider and the host. A reply
 * that refers to reasoning in the provider's memory has no state.
 */
final class ReasoningState {

    /** An item of an earlier reply that a later request repeats. */
    interface Item {

        /**
         * Writes the item.
         *
         * @param calls writes a call and the properties that the provider added to it
         */
        void write(JsonWriter out, BiConsumer<Call, Map<String, JsonText>> calls);
    }

    /** An item that is repeated exactly as the provider wrote it. */
    private record OriginalItem(JsonText json) implements Item {
        @Override
        public void write(JsonWriter out, BiConsumer<Call, Map<String, JsonText>> calls) {
            out.writeJson(new JsonText(UnpairedSurrogates.replaceInJson(json.json())));
        }
    }

    /** A call that is repeated as it was recorded, with the properties that the provider added to it. */
    private record CallItem(Call call, Map<String, JsonText> members) implements Item {
        @Override
        public void write(JsonWriter out, BiConsumer<Call, Map<String, JsonText>> calls) {
            calls.accept(call, members);
        }
    }

    /** The properties of a call that the protocol defines. */
    private static final Set<String> CALL_MEMBERS =
            Set.of("type", "id", "call_id", "name", "arguments", "status", "created_by", "parsed_arguments");

    private static final String CALL = ResponsesItem.CALL;
    private static final String REASONING = "reasoning";
    private static final String MESSAGE = ResponsesItem.MESSAGE;

    private final ServerState state;

    /** Creates a reader and writer for the replies of one server. */
    ReasoningState(ModelInfo server) {
        this.state = new ServerState(server.provider() + ".responses@" + server.host());
    }

    /**
     * Returns the state to store with a reply, or empty if the reply consists of calls only or refers to stored
     * reasoning.
     */
    Optional<ProviderState> of(List<ProviderJson> output) {
        boolean isPlain = output.stream().allMatch(ReasoningState::isPlainCall);
        if (isPlain || !output.stream().allMatch(ReasoningState::isSelfContained)) {
            return Optional.empty();
        }
        return Optional.of(state.of(output.stream().map(ProviderJson::raw).collect(Collectors.joining(",", "[", "]"))));
    }

    /** Returns whether an item is a call that any server accepts in the form in which it is recorded. */
    private static boolean isPlainCall(ProviderJson item) {
        return isOf(item, CALL)
                && ResponsesItem.callId(item).length() <= Protocol.RESPONSES.longestCallId()
                && item.propertiesExcept(CALL_MEMBERS).isEmpty();
    }

    /**
     * Returns the server's ids of the calls in an earlier reply.
     *
     * @return the ids in order; none if the reply has no state of this server, or one that differs from its calls
     */
    List<String> callIds(Message.Assistant reply) {
        return state.read(
                        reply,
                        kept -> fits(kept.items(), reply)
                                ? kept.items().stream()
                                        .filter(item -> isOf(item, CALL))
                                        .map(ResponsesItem::callId)
                                        .toList()
                                : List.<String>of())
                .orElse(List.of());
    }

    /**
     * Returns the items stored with an earlier reply.
     *
     * @return the items in order; none if the reply has no state of this server, or one that differs from its text and its
     *     calls
     */
    List<Item> items(Message.Assistant reply) {
        return state.read(
                        reply, kept -> fits(kept.items(), reply) ? items(kept.items(), reply.calls()) : List.<Item>of())
                .orElse(List.of());
    }

    private static boolean fits(List<ProviderJson> output, Message.Assistant reply) {
        StringBuilder text = new StringBuilder();
        List<String> tools = new ArrayList<>();
        for (ProviderJson item : output) {
            if (isOf(item, CALL)) {
                tools.add(ResponsesItem.tool(item));
            } else if (isOf(item, MESSAGE)) {
                text.append(ResponsesMessage.textOf(item));
            }
        }
        return reply.text().contentEquals(text) && CallMatcher.matches(tools, reply.calls());
    }

    private static List<Item> items(List<ProviderJson> output, List<Call> calls) {
        List<Item> items = new ArrayList<>();
        List<Item> reasoning = new ArrayList<>(); // rejected unless another item follows
        int call = 0;
        for (ProviderJson item : output) {
            if (isOf(item, REASONING)) {
                reasoning.add(new OriginalItem(new JsonText(item.raw())));
            } else {
                items.addAll(reasoning);
                reasoning.clear();
                items.add(
                        isOf(item, CALL)
                                ? new CallItem(calls.get(call++), item.propertiesExcept(CALL_MEMBERS))
                                : new OriginalItem(new JsonText(item.raw())));
            }
        }
        return items;
    }

    /** Returns whether an item does not refer to reasoning that the provider stores. */
    private static boolean isSelfContained(ProviderJson item) {
        return !isOf(item, REASONING)
                || !item.get("encrypted_content").isAbsent()
                || !LenientJson.list(item.get("content")).isEmpty();
    }

    private static boolean isOf(ProviderJson item, String type) {
        ProviderJson name = item.get("type");
        return name.isText() && name.text().equals(type);
    }
}
