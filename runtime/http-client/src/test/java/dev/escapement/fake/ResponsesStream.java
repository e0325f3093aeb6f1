package dev.escapement.fake;

import static dev.escapement.fake.JsonForm.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbered events of a streamed Responses reply. */
final class ResponsesStream {

    private final Split split;
    private final List<String> events = new ArrayList<>();

    ResponsesStream(Split split) {
        this.split = split;
    }

    List<String> events() {
        return events;
    }

    void event(String type, Object... namesAndValues) {
        Map<String, Object> data = object("type", type, "sequence_number", events.size());
        data.putAll(object(namesAndValues));
        events.add("event: " + type + "\ndata: " + JsonForm.of(data) + "\n\n");
    }

    /** Adds the events of an item: empty, then its deltas, then whole. */
    void item(Map<String, Object> item, int index) {
        String type = (String) item.get("type");
        event("response.output_item.added", "output_index", index, "item", empty(item, type));
        switch (type) {
            case "function_call" -> {
                String arguments = (String) item.get("arguments");
                pieces("response.function_call_arguments", item, index, Map.of(), arguments);
                event(
                        "response.function_call_arguments.done",
                        "item_id",
                        item.get("id"),
                        "output_index",
                        index,
                        "name",
                        item.get("name"),
                        "arguments",
                        arguments);
            }
            case "reasoning" -> content(item, index, "summary", "summary_index", "reasoning_summary_part");
            default -> content(item, index, "content", "content_index", "content_part");
        }
        event("response.output_item.done", "output_index", index, "item", item);
    }

    private void content(Map<String, Object> item, int index, String member, String counter, String event) {
        Map<?, ?> part = (Map<?, ?>) ((List<?>) item.get(member)).get(0);
        String kind = (String) part.get("type");
        String textName = kind.equals("refusal") ? "refusal" : "text";
        String text = (String) part.get(textName);
        Map<String, Object> place = object("item_id", item.get("id"), "output_index", index, counter, 0);
        Map<String, Object> begun = copy(part);
        begun.put(textName, "");
        eventAt("response." + event + ".added", place, "part", begun);
        String family = "response." + (kind.equals("summary_text") ? "reasoning_summary_text" : kind);
        pieces(family, item, index, Map.of(counter, 0), text);
        eventAt(family + ".done", place, textName, text);
        eventAt("response." + event + ".done", place, "part", part);
    }

    private void pieces(String family, Map<String, Object> item, int index, Map<String, Object> place, String text) {
        Map<String, Object> at = object("item_id", item.get("id"), "output_index", index);
        at.putAll(place);
        split.texts(text).forEach(piece -> eventAt(family + ".delta", at, "delta", piece));
    }

    private void eventAt(String type, Map<String, Object> place, String name, Object value) {
        List<Object> all = new ArrayList<>();
        place.forEach((key, at) -> all.addAll(List.of(key, at)));
        all.addAll(List.of(name, value));
        event(type, all.toArray());
    }

    private static Map<String, Object> empty(Map<String, Object> item, String type) {
        Map<String, Object> empty = new LinkedHashMap<>(item);
        switch (type) {
            case "function_call" -> {
                empty.put("arguments", "");
                empty.put("status", "in_progress");
            }
            case "reasoning" -> empty.put("summary", List.of());
            default -> {
                empty.put("content", List.of());
                empty.put("status", "in_progress");
            }
        }
        return empty;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put((String) name, value));
        return copy;
    }
}
