package dev.escapement.openai;

import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The items of a Responses reply, assembled from the events of a stream and corrected by its last event. Events may be
 * missing, and the ids of items may differ between events, so that an item is identified by its index. The result never
 * contains less than the events.
 */
final class ResponsesItems {

    private final ResponsesDeltas deltas;
    private final TreeMap<Long, ResponsesItem> items = new TreeMap<>();
    private final Map<Long, Long> moved = new HashMap<>();
    private final Map<String, Long> byId = new HashMap<>();

    ResponsesItems(ResponsesDeltas deltas) {
        this.deltas = deltas;
    }

    /** Reads an event before the last one. */
    void event(String type, ProviderJson event) {
        String delta = LenientJson.text(event.get("delta"));
        switch (type) {
            case "response.output_item.added" -> begin(event);
            case "response.output_item.done" -> done(event);
            case "response.output_text.delta" -> {
                message(event).addText(part(event), delta);
                deltas.say(delta);
            }
            case "response.refusal.delta" -> {
                message(event).addRefusal(part(event), delta);
                deltas.say(delta);
            }
            case "response.output_text.done" ->
                message(event).complete(part(event), LenientJson.text(event.get("text")));
            case "response.content_part.done" ->
                item(event, ResponsesItem.MESSAGE)
                        .complete(
                                part(event), LenientJson.text(event.get("part").get("text")));
            case "response.function_call_arguments.delta" ->
                arguments(event, event.get("delta").textOrJson());
            case "response.function_call_arguments.done" -> wholeArguments(event);
            case "response.reasoning_text.delta", "response.reasoning_summary_text.delta" -> deltas.think(delta);
            default -> {} // other events repeat earlier ones or have no delta
        }
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    private void begin(ProviderJson event) {
        ProviderJson item = event.get("item");
        long index = index(event.get("output_index")).orElseGet(this::next);
        ResponsesItem before = items.get(position(index));
        if (before != null && before.isOther(item)) {
            moved.put(index, next()); // some servers send every item with the index 0
        }
        long position = position(index);
        remember(item, position);
        ResponsesItem begun = items.computeIfAbsent(position, added -> new ResponsesItem());
        begun.begin(item);
        show(begun, item.get("arguments").textOrJson());
    }

    private void done(ProviderJson event) {
        ProviderJson item = event.get("item");
        OptionalLong index = index(event.get("output_index"));
        Long known = byId.get(LenientJson.word(item.get("id")));
        long position = index.isPresent() ? position(index.getAsLong()) : known != null ? known : next();
        ResponsesItem before = items.get(position);
        if (before != null && index.isPresent() && before.isOther(item)) {
            position = known != null ? known : openOrNext(item);
        }
        items.computeIfAbsent(position, added -> new ResponsesItem()).done(item);
    }

    /** Returns the position of the message that has begun last without an id of its own, or the next position. */
    private long openOrNext(ProviderJson item) {
        boolean isMessage = LenientJson.text(item.get("type")).equals(ResponsesItem.MESSAGE);
        return isMessage && items.lastEntry().getValue().isOpenMessage() ? items.lastKey() : next();
    }

    private void remember(ProviderJson item, long position) {
        String id = LenientJson.word(item.get("id"));
        if (!id.isEmpty()) {
            byId.put(id, position);
        }
    }

    /** Returns the message to which a text or a refusal belongs. Items of other types have neither. */
    private ResponsesItem message(ProviderJson event) {
        return item(event, ResponsesItem.MESSAGE, ResponsesItem::mayBeMessage);
    }

    private ResponsesItem item(ProviderJson event, String type) {
        return item(event, type, item -> item.mayBeOf(type));
    }

    /** Returns the item to which an event belongs: the one of its type with its index or its id, or the last one. */
    private ResponsesItem item(ProviderJson event, String type, Predicate<ResponsesItem> mayBeOf) {
        OptionalLong index = index(event.get("output_index"));
        if (index.isPresent()) {
            ResponsesItem item = items.computeIfAbsent(position(index.getAsLong()), added -> new ResponsesItem());
            if (mayBeOf.test(item)) {
                return item;
            }
        }
        Long known = byId.get(LenientJson.word(event.get("item_id")));
        if (known != null && !mayBeOf.test(Objects.requireNonNull(items.get(known)))) {
            known = null;
        }
        if (known == null && !items.isEmpty() && items.lastEntry().getValue().isOf(type)) {
            known = items.lastKey();
        }
        return items.computeIfAbsent(known == null ? next() : known, added -> new ResponsesItem());
    }

    private long position(long index) {
        return moved.getOrDefault(index, index);
    }

    private long next() {
        return items.isEmpty() ? 0 : items.lastKey() + 1;
    }

    private static long part(ProviderJson event) {
        return index(event.get("content_index")).orElse(0);
    }

    private static OptionalLong index(ProviderJson index) {
        try {
            return index.isAbsent() ? OptionalLong.empty() : OptionalLong.of(index.count());
        } catch (MalformedReplyException noNumber) {
            return OptionalLong.empty();
        }
    }

    private void arguments(ProviderJson event, String fragment) {
        ResponsesItem call = item(event, ResponsesItem.CALL);
        call.addArguments(fragment);
        show(call, fragment);
    }

    private void wholeArguments(ProviderJson event) {
        ResponsesItem call = item(event, ResponsesItem.CALL);
        String name = ResponsesItem.tool(event);
        if (call.tool().isEmpty() && !name.isEmpty()) {
            call.setTool(name);
        }
        call.completeArguments(event.get("arguments").textOrJson());
    }

    private void show(ResponsesItem item, String arguments) {
        if (item.isOf(ResponsesItem.CALL) && !item.tool().isEmpty()) {
            Integer number = item.shownCall();
            int call = number == null ? deltas.begin(item.tool()) : number;
            item.setShownCall(call);
            deltas.arguments(call, arguments);
        }
    }

    /** Returns the items of the events in order. */
    private List<ProviderJson> assembled() {
        return items.values().stream()
                .map(ResponsesItem::json)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Returns the items of the last event, completed by those of the earlier events.
     *
     * @param output the items of the last event; none if it does not repeat them
     */
    List<ProviderJson> corrected(List<ProviderJson> output) {
        List<ProviderJson> assembled = assembled();
        if (output.isEmpty()) {
            return assembled;
        }
        return new ResponsesCorrection(assembled, output).items();
    }
}
