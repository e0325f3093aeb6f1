package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A correction of the items that the events of a stream contain by the items of its last event. Items correspond by id,
 * then by content, then by their order among the items of the same type. An item of the last event with less content,
 * or a missing one, is completed.
 */
final class ResponsesCorrection {

    private static final int NONE = -1;

    private final List<Entry> shown;
    private final List<Entry> output;
    private final int[] matches;
    private final boolean[] isUsed;

    /** An item with the parts by which items are compared. */
    private record Entry(ProviderJson item, String type, String id, String tool, String content) {

        static Entry of(ProviderJson item) {
            String type = LenientJson.text(item.get("type"));
            boolean isCall = type.equals(ResponsesItem.CALL);
            return new Entry(
                    item,
                    type,
                    isCall ? ResponsesItem.callId(item) : LenientJson.word(item.get("id")),
                    isCall ? ResponsesItem.tool(item) : "",
                    isCall ? item.get("arguments").textOrJson() : ResponsesMessage.textOf(item));
        }

        boolean isCall() {
            return type.equals(ResponsesItem.CALL);
        }

        boolean isMessage() {
            return type.equals(ResponsesItem.MESSAGE);
        }

        /** Returns whether both are no calls, or calls of the same tool. An empty name is that of any tool. */
        boolean hasSameTool(Entry other) {
            return !isCall() || tool.isEmpty() || other.tool.isEmpty() || tool.equals(other.tool);
        }

        boolean isEqual(Entry other) {
            return content.equals(other.content) && hasSameTool(other);
        }
    }

    /**
     * Creates a correction.
     *
     * @param shown the items of the earlier events
     * @param output the items of the last event
     */
    ResponsesCorrection(List<ProviderJson> shown, List<ProviderJson> output) {
        this.shown = shown.stream().map(Entry::of).toList();
        this.output = output.stream().map(Entry::of).toList();
        this.matches = new int[shown.size()];
        Arrays.fill(matches, NONE);
        this.isUsed = new boolean[output.size()];
        match(entry -> !entry.id().isEmpty(), entry -> !entry.id().isEmpty(), Entry::id);
        match(entry -> true, entry -> true, Entry::content);
        match(Entry::isCall, entry -> entry.id().isEmpty(), entry -> "");
        match(entry -> true, entry -> true, entry -> "");
    }

    /**
     * Matches the items that are not matched yet, in order, with the first unused item of the last event that has the same
     * type, key and tool. Items with the same id correspond whatever their tools are.
     */
    private void match(Predicate<Entry> isShown, Predicate<Entry> isOutput, Function<Entry, String> key) {
        Map<List<String>, ArrayDeque<Integer>> candidates = new HashMap<>();
        for (int i = 0; i < output.size(); i++) {
            Entry entry = output.get(i);
            if (!isUsed[i] && isOutput.test(entry)) {
                candidates
                        .computeIfAbsent(List.of(entry.type(), key.apply(entry)), added -> new ArrayDeque<>())
                        .add(i);
            }
        }
        for (int i = 0; i < shown.size(); i++) {
            Entry entry = shown.get(i);
            if (matches[i] == NONE && isShown.test(entry)) {
                match(i, entry, candidates.getOrDefault(List.of(entry.type(), key.apply(entry)), new ArrayDeque<>()));
            }
        }
    }

    private void match(int index, Entry entry, ArrayDeque<Integer> candidates) {
        for (Iterator<Integer> rest = candidates.iterator(); rest.hasNext(); ) {
            int candidate = rest.next();
            Entry other = output.get(candidate);
            boolean haveSameId = !entry.id().isEmpty() && entry.id().equals(other.id());
            if (haveSameId || entry.hasSameTool(other)) {
                matches[index] = candidate;
                isUsed[candidate] = true;
                rest.remove();
                return;
            }
        }
    }

    /** Returns the items of the reply. The last event is the authority for items other than messages and calls. */
    List<ProviderJson> items() {
        List<ProviderJson> items = new ArrayList<>();
        output.forEach(entry -> items.add(entry.item()));
        List<ProviderJson> missing = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        Predicate<Entry> isMissing = missingMessages();
        int position = 0;
        for (int i = 0; i < shown.size(); i++) {
            Entry entry = shown.get(i);
            if (matches[i] != NONE) {
                if (hasLess(output.get(matches[i]), entry)) {
                    items.set(matches[i], entry.item());
                }
                position = Math.max(position, matches[i] + 1); // a missing item follows the one that precedes it
            } else if (entry.isCall() || (entry.isMessage() && isMissing.test(entry))) {
                missing.add(entry.item());
                positions.add(position);
            }
        }
        return merged(items, missing, positions);
    }

    private static List<ProviderJson> merged(
            List<ProviderJson> items, List<ProviderJson> missing, List<Integer> positions) {
        List<ProviderJson> merged = new ArrayList<>();
        int next = 0;
        for (int i = 0; i <= items.size(); i++) {
            while (next < missing.size() && positions.get(next) == i) {
                merged.add(missing.get(next++));
            }
            if (i < items.size()) {
                merged.add(items.get(i));
            }
        }
        return merged;
    }

    /** Returns a test whether a message is not a part of a longer one in the last event. */
    private Predicate<Entry> missingMessages() {
        boolean isWhole = joined(output).contains(joined(shown));
        List<String> longer = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Entry match = matches[i] == NONE ? null : output.get(matches[i]);
            if (match != null && match.isMessage() && !shown.get(i).isEqual(match)) {
                longer.add(match.content());
            }
        }
        return message -> !message.content().isBlank()
                && !isWhole
                && longer.stream().noneMatch(text -> text.contains(message.content()));
    }

    private static String joined(List<Entry> entries) {
        return entries.stream().filter(Entry::isMessage).map(Entry::content).collect(Collectors.joining());
    }

    private static boolean hasLess(Entry entry, Entry shown) {
        String content = entry.content();
        String more = shown.content();
        if (!entry.isCall()) {
            return ResponsesItem.hasLess(content, more);
        }
        boolean isEmptied =
                CallArguments.isEmptyObject(content) && !CallArguments.isEmptyObject(more) && !more.isBlank();
        boolean isUnnamed = entry.tool().isEmpty() && !shown.tool().isEmpty() && !ResponsesItem.hasLess(more, content);
        return isEmptied || isUnnamed || ResponsesItem.hasLess(content, more);
    }
}
