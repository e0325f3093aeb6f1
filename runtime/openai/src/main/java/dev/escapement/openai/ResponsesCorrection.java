package dev.escapement.openai;

import dev.escapement.http.client.ProviderJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A correction of the items that the events of a stream contain by the items of its last event. Items correspond by id,
 * then by content, then by their order among the items of the same type. An item of the last event with less content,
 * or a missing one, is completed.
 */
final class ResponsesCorrection {

    private final List<ProviderJson> shown;
    private final List<ProviderJson> output;
    private final Map<Integer, Integer> matches = new HashMap<>();

    /**
     * Creates a correction.
     *
     * @param shown the items of the earlier events
     * @param output the items of the last event
     */
    ResponsesCorrection(List<ProviderJson> shown, List<ProviderJson> output) {
        this.shown = shown;
        this.output = output;
        match(ResponsesCorrection::haveSameId);
        match(ResponsesCorrection::areEqual);
        match((one, other) -> isCall(one)
                && isSameTool(one, other)
                && ResponsesItem.callId(other).isEmpty());
        match((one, other) -> !isCall(one) || isSameTool(one, other));
    }

    private void match(BiPredicate<ProviderJson, ProviderJson> test) {
        for (int i = 0; i < shown.size(); i++) {
            if (!matches.containsKey(i)) {
                Integer match = find(shown.get(i), test);
                if (match != null) {
                    matches.put(i, match);
                }
            }
        }
    }

    private @Nullable Integer find(ProviderJson item, BiPredicate<ProviderJson, ProviderJson> test) {
        for (int i = 0; i < output.size(); i++) {
            ProviderJson other = output.get(i);
            if (!matches.containsValue(i) && type(item).equals(type(other)) && test.test(item, other)) {
                return i;
            }
        }
        return null;
    }

    /** Returns the items of the reply. The last event is the authority for items other than messages and calls. */
    List<ProviderJson> items() {
        List<ProviderJson> items = new ArrayList<>(output);
        List<ProviderJson> missing = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            ProviderJson item = shown.get(i);
            Integer match = matches.get(i);
            if (match != null) {
                if (hasLess(output.get(match), item)) {
                    items.set(match, item);
                }
            } else if (isCall(item) || (isMessage(item) && isMissing(item))) {
                missing.add(item);
                positions.add(position(i));
            }
        }
        for (int i = missing.size() - 1; i >= 0; i--) {
            items.add(Math.min(positions.get(i), items.size()), missing.get(i));
        }
        return items;
    }

    /** Returns the position of a missing item: after the item that precedes it, or at the beginning. */
    private int position(int index) {
        int position = 0;
        for (int i = 0; i < index; i++) {
            position = Math.max(position, matches.getOrDefault(i, -1) + 1);
        }
        return position;
    }

    /** Returns whether a message is not a part of a longer one in the last event. */
    private boolean isMissing(ProviderJson message) {
        String text = ResponsesMessage.textOf(message);
        if (text.isBlank() || joined(output).contains(joined(shown))) {
            return false;
        }
        return matches.entrySet().stream()
                .filter(match -> isMessage(output.get(match.getValue())))
                .filter(match -> !areEqual(shown.get(match.getKey()), output.get(match.getValue())))
                .noneMatch(match ->
                        ResponsesMessage.textOf(output.get(match.getValue())).contains(text));
    }

    private static String joined(List<ProviderJson> items) {
        StringBuilder text = new StringBuilder();
        items.stream().filter(ResponsesCorrection::isMessage).forEach(item -> text.append(content(item)));
        return text.toString();
    }

    private static boolean hasLess(ProviderJson item, ProviderJson shown) {
        String content = content(item);
        String more = content(shown);
        if (!isCall(item)) {
            return ResponsesItem.hasLess(content, more);
        }
        boolean isEmptied =
                CallArguments.isEmptyObject(content) && !CallArguments.isEmptyObject(more) && !more.isBlank();
        boolean isUnnamed = ResponsesItem.tool(item).isEmpty()
                && !ResponsesItem.tool(shown).isEmpty()
                && !ResponsesItem.hasLess(more, content);
        return isEmptied || isUnnamed || ResponsesItem.hasLess(content, more);
    }

    private static boolean haveSameId(ProviderJson one, ProviderJson other) {
        String id = isCall(one) ? ResponsesItem.callId(one) : LenientJson.word(one.get("id"));
        String otherId = isCall(one) ? ResponsesItem.callId(other) : LenientJson.word(other.get("id"));
        return !id.isEmpty() && id.equals(otherId);
    }

    private static boolean areEqual(ProviderJson one, ProviderJson other) {
        return content(one).equals(content(other)) && (!isCall(one) || isSameTool(one, other));
    }

    private static boolean isSameTool(ProviderJson one, ProviderJson other) {
        String tool = ResponsesItem.tool(one);
        String otherTool = ResponsesItem.tool(other);
        return tool.isEmpty() || otherTool.isEmpty() || tool.equals(otherTool);
    }

    private static String content(ProviderJson item) {
        return isCall(item) ? item.get("arguments").textOrJson() : ResponsesMessage.textOf(item);
    }

    private static String type(ProviderJson item) {
        return LenientJson.text(item.get("type"));
    }

    private static boolean isCall(ProviderJson item) {
        return type(item).equals(ResponsesItem.CALL);
    }

    private static boolean isMessage(ProviderJson item) {
        return type(item).equals(ResponsesItem.MESSAGE);
    }
}
