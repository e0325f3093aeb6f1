package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of a property that a stream sends in fragments. Strings are joined, the elements of lists are appended, and
 * the members of objects are combined. An element of a list continues the last one if both have the same type and index
 * and do not have different ids, or if both are lists of thoughts. A value with one fragment has the text of the server.
 */
final class JsonFragments {

    private static final String THINKING = "thinking";

    /** The members of list elements that a stream sends in fragments. Other members are repeated. */
    private static final Set<String> JOINED = Set.of("text", "summary", THINKING, "content", "data", "signature");

    /** The members that distinguish the elements of a list. */
    private static final List<String> IDENTITY = List.of("type", "index", "id");

    private static final JsonEncoder<Object> ENCODER = JsonFragments::write;

    private @Nullable ProviderJson first;
    private @Nullable Object value;

    /**
     * Adds a fragment.
     *
     * @return an estimate of the number of characters by which the value grows
     */
    int add(ProviderJson fragment) {
        if (first == null && value == null) {
            first = fragment;
            return fragment.raw().length();
        }
        if (first != null) {
            value = tree(first);
            first = null;
        }
        value = joined(value, fragment);
        return lengthOfTexts(fragment);
    }

    /** Returns the length of the texts that are appended to those of earlier fragments. */
    private static int lengthOfTexts(ProviderJson fragment) {
        if (fragment.isText()) {
            return fragment.text().length();
        }
        if (fragment.isArray()) {
            return fragment.items().stream()
                    .mapToInt(JsonFragments::lengthOfTexts)
                    .sum();
        }
        return fragment.isObject()
                ? JOINED.stream()
                        .map(fragment::get)
                        .mapToInt(JsonFragments::lengthOfTexts)
                        .sum()
                : 0;
    }

    /** Returns the joined value, or null if the server sent one that is not valid JSON. */
    @Nullable
    JsonText json() {
        try {
            if (first != null) {
                return new JsonText(first.raw());
            }
            return value == null ? null : new JsonText(ENCODER.encode(value));
        } catch (IllegalArgumentException invalid) {
            return null; // for example an object with two members of the same name
        }
    }

    /** Returns a mutable copy of a value. */
    private static Object tree(ProviderJson json) {
        if (json.isText()) {
            return builder(json.text());
        }
        if (json.isArray()) {
            List<Object> list = new ArrayList<>();
            json.items().forEach(item -> append(list, item));
            return list;
        }
        if (json.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            json.names().forEach(name -> members.put(name, tree(json.get(name))));
            return members;
        }
        return new JsonText(json.raw());
    }

    private static StringBuilder builder(String text) {
        StringBuilder builder = new StringBuilder(text.length());
        builder.append(text);
        return builder;
    }

    @SuppressWarnings("unchecked") // trees consist of the types that tree() creates
    private static Object joined(@Nullable Object before, ProviderJson fragment) {
        if (before instanceof StringBuilder text && fragment.isText()) {
            return text.append(fragment.text());
        }
        if (before instanceof List<?> list && fragment.isArray()) {
            fragment.items().forEach(item -> append((List<Object>) list, item));
            return list;
        }
        if (before instanceof Map<?, ?> members && fragment.isObject()) {
            combine((Map<String, Object>) members, fragment, Set.of());
            return members;
        }
        return tree(fragment);
    }

    @SuppressWarnings("unchecked") // trees consist of the types that tree() creates
    private static void append(List<Object> list, ProviderJson item) {
        int last = list.size() - 1;
        if (last >= 0 && list.get(last) instanceof Map<?, ?> before && continues(before, item)) {
            combine((Map<String, Object>) before, item, JOINED);
        } else {
            list.add(tree(item));
        }
    }

    private static boolean continues(Map<?, ?> before, ProviderJson item) {
        if (item.get(THINKING).isArray() && before.get(THINKING) instanceof List<?>) {
            return true; // Mistral's thinking parts
        }
        if (!item.isObject() || item.get("index").isAbsent() || !before.containsKey("index")) {
            return false;
        }
        return IDENTITY.stream()
                .noneMatch(name -> !item.get(name).isAbsent()
                        && before.containsKey(name)
                        && !plain(before.get(name)).equals(item.get(name).textOrJson()));
    }

    private static String plain(@Nullable Object value) {
        return value instanceof JsonText json ? json.json() : String.valueOf(value);
    }

    private static void combine(Map<String, Object> members, ProviderJson fragment, Set<String> joined) {
        for (String name : fragment.names()) {
            ProviderJson more = fragment.get(name);
            Object before = members.get(name);
            if (more.isAbsent() && before != null) {
                continue;
            }
            if (before instanceof StringBuilder text && more.isText()) {
                boolean isRepeated =
                        !joined.contains(name) || (isWhole(name) && more.text().contentEquals(text));
                members.put(name, isRepeated ? builder(more.text()) : text.append(more.text()));
            } else {
                boolean isThinking = name.equals(THINKING) && before instanceof List<?>;
                members.put(name, before instanceof Map<?, ?> || isThinking ? joined(before, more) : tree(more));
            }
        }
    }

    /** Returns whether a member is usually sent in one fragment, so that an equal one is a repetition. */
    private static boolean isWhole(String name) {
        return name.equals("data") || name.equals("signature");
    }

    private static void write(JsonWriter out, Object value) {
        if (value instanceof StringBuilder text) {
            out.writeString(text.toString());
        } else if (value instanceof List<?> list) {
            out.beginArray();
            list.forEach(item -> write(out, item));
            out.endArray();
        } else if (value instanceof Map<?, ?> members) {
            out.beginObject();
            members.forEach((name, member) -> {
                out.name((String) name);
                write(out, member);
            });
            out.endObject();
        } else {
            out.writeJson((JsonText) value);
        }
    }
}
