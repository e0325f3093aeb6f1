package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.Delta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A content block of a reply, such as text, a call or thinking. A streamed block begins empty and grows; a whole block
 * only begins. Each fragment is returned as a delta.
 */
final class ReplyBlock {

    static final String CALL = "tool_use";
    static final String TEXT = "text";
    static final String THINKING = "thinking";

    private static final String INPUT = "input";
    private static final String CITATIONS = "citations";
    private static final Set<String> GROWING = Set.of(TEXT, THINKING, "signature");
    private static final Set<String> PLAIN_TEXT = Set.of("type", TEXT);
    private static final Set<String> PLAIN_CALL = Set.of("type", "id", "name", INPUT);
    private static final Pattern PLAIN_ID = Pattern.compile("[a-zA-Z0-9_-]*");
    private static final JsonEncoder<String> QUOTED = JsonWriter::writeString;

    private final String type;
    private final int number;
    private final Map<String, StringBuilder> texts = new TreeMap<>(); // whole or streamed, in the same order
    private final StringBuilder fragments = new StringBuilder();
    private final List<String> citations = new ArrayList<>();
    private ProviderJson begun;
    private boolean isRestated;
    private boolean isEnded;

    /**
     * Creates a block from its first fragment.
     *
     * @param begun its beginning
     * @param type its type
     * @param number the number of calls before it in the reply
     */
    ReplyBlock(ProviderJson begun, String type, int number) {
        this.begun = begun;
        this.type = type;
        this.number = number;
        for (String name : begun.names()) {
            if (GROWING.contains(name) && (name.equals(type) || !begun.get(name).isAbsent())) {
                texts.put(name, new StringBuilder(begun.get(name).textOrEmpty()));
            }
        }
    }

    boolean isCall() {
        return type.equals(CALL);
    }

    boolean isThinking() {
        return type.equals(THINKING) || type.equals("redacted_thinking");
    }

    /** Returns the text, or an empty string if this is not a text block. */
    String text() {
        return type.equals(TEXT) ? grown(TEXT) : "";
    }

    boolean isBlankText() {
        return type.equals(TEXT) && BlankTexts.is(text());
    }

    String id() {
        return begun.get("id").textOrJson();
    }

    String tool() {
        return tool(begun);
    }

    /** Returns the name in a call without the blanks that some servers add. Names of tools do not contain blanks. */
    static String tool(ProviderJson call) {
        return call.get("name").textOrJson().strip();
    }

    /** Returns the arguments of the call. Streamed arguments replace those at the beginning of the call. */
    String arguments() {
        return ToolInput.of(begun.get(INPUT), fragments.toString());
    }

    /** Returns whether the beginning of a block at the same index restates this block, rather than begins another one. */
    boolean isRestatedBy(ProviderJson other, String otherType) {
        String otherId = other.get("id").textOrJson();
        if (!type.equals(otherType)) {
            return false;
        } else if (!id().isEmpty() && !otherId.isEmpty()) {
            return id().equals(otherId);
        }
        boolean isEmpty = fragments.isEmpty() && texts.values().stream().allMatch(StringBuilder::isEmpty);
        return !isEnded && isEmpty && tool().equals(tool(other));
    }

    /** Continues the block after a server restated its beginning. Restated arguments replace the earlier ones. */
    void restate(ProviderJson again) {
        isRestated = !fragments.isEmpty();
        begun = ToolInput.isEmpty(again.get(INPUT)) && !ToolInput.isEmpty(begun.get(INPUT)) ? begun : again;
    }

    /** Returns the delta for the beginning of the block, if any. */
    Optional<Delta> beginning() {
        if (isCall()) {
            return Optional.of(new Delta.CallBegun(number, tool()));
        }
        return type.equals(THINKING) ? thinkingDelta(grown(THINKING)) : textDelta(text());
    }

    /** Adds a fragment to the block and returns its delta, if any. */
    Optional<Delta> add(ProviderJson delta) {
        return switch (typeOf(delta)) {
            case "text_delta", TEXT -> textDelta(grow(TEXT, delta));
            case "thinking_delta", THINKING -> thinkingDelta(grow(THINKING, delta));
            case "input_json_delta" -> arguments(delta.get("partial_json").textOrJson());
            case "citations_delta" -> {
                if (!delta.get("citation").isAbsent()) {
                    citations.add(delta.get("citation").raw());
                }
                yield Optional.empty();
            }
            default -> { // signatures, and the parts of unknown blocks
                delta.names().stream()
                        .filter(name -> !name.equals("type") && delta.get(name).isText())
                        .forEach(name -> grow(name, delta));
                yield Optional.empty();
            }
        };
    }

    /** Returns the type of a delta. Some servers omit it, or use that of the block. */
    static String typeOf(ProviderJson delta) {
        if (delta.get("type").isText()) {
            return delta.get("type").text();
        }
        return delta.names().contains("partial_json") ? "input_json_delta" : inferredType(delta);
    }

    /** Returns the type of a block or delta that a property indicates; empty if none does. */
    static String inferredType(ProviderJson json) {
        List<String> names = json.names();
        return names.contains(TEXT) ? TEXT : names.contains(THINKING) ? THINKING : names.contains(INPUT) ? CALL : "";
    }

    /**
     * Returns the delta for the end of the block, if any. It contains the arguments of a call that did not arrive in
     * fragments.
     */
    Optional<Delta> ending() {
        boolean isFirst = !isEnded;
        isEnded = true;
        return isFirst && isCall() && fragments.isEmpty() ? argumentsDelta(arguments()) : Optional.empty();
    }

    private Optional<Delta> arguments(String more) {
        boolean isShown = !isRestated && !isEnded;
        if (isRestated && !more.isEmpty()) {
            fragments.setLength(0);
            isRestated = false;
            isEnded = true; // the arguments have been shown
        }
        fragments.append(more);
        return isCall() && isShown ? argumentsDelta(more) : Optional.empty();
    }

    private Optional<Delta> argumentsDelta(String more) {
        return more.isEmpty() ? Optional.empty() : Optional.of(new Delta.Arguments(number, more));
    }

    private Optional<Delta> textDelta(String more) {
        return more.isEmpty() || !type.equals(TEXT) ? Optional.empty() : Optional.of(new Delta.Text(more));
    }

    private static Optional<Delta> thinkingDelta(String more) {
        return more.isEmpty() ? Optional.empty() : Optional.of(new Delta.Thinking(more));
    }

    private String grow(String name, ProviderJson delta) {
        String more = delta.get(name).textOrEmpty();
        texts.computeIfAbsent(name, absent -> new StringBuilder()).append(more);
        return more;
    }

    private String grown(String name) {
        StringBuilder text = texts.get(name);
        return text == null ? "" : text.toString();
    }

    /** Returns whether the text or the recorded call contains the whole content of the block. */
    boolean isPlain() {
        if (isCall()) {
            return texts.isEmpty()
                    && PLAIN_ID.matcher(id()).matches()
                    && hasOnly(PLAIN_CALL, name -> name.equals("caller") && isDirect(begun.get(name)));
        }
        return type.equals(TEXT)
                && citations.isEmpty()
                && PLAIN_TEXT.containsAll(texts.keySet())
                && hasOnly(PLAIN_TEXT, name -> false);
    }

    private static boolean isDirect(ProviderJson caller) {
        return caller.get("type").textOrJson().equals("direct");
    }

    private boolean hasOnly(Set<String> known, Predicate<String> isPlain) {
        return begun.names().stream()
                .allMatch(name -> known.contains(name) || begun.get(name).isAbsent() || isPlain.test(name));
    }

    /**
     * Returns the block as JSON, in the form in which it is stored for later requests. The id and the arguments of a
     * call are omitted, because those of the recorded call apply.
     */
    String json() {
        return json(true);
    }

    /** Returns the block as JSON, in the form in which it is sent back at once. */
    String wholeJson() {
        return json(false);
    }

    private String json(boolean isStored) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        boolean hasType = begun.get("type").isText();
        if (!hasType) {
            add(json, "type", QUOTED.encode(type));
        }
        boolean isRecorded = isCall() && isStored;
        for (String name : begun.names()) {
            boolean isOmitted = isRecorded && (name.equals("id") || name.equals(INPUT));
            boolean isStreamed = texts.containsKey(name)
                    || (name.equals(INPUT) && !fragments.isEmpty())
                    || (name.equals(CITATIONS) && !citations.isEmpty())
                    || (name.equals("type") && !hasType);
            if (!isOmitted && !isStreamed) {
                add(json, name, begun.get(name).raw());
            }
        }
        if (!isRecorded && !fragments.isEmpty()) {
            add(json, INPUT, ProviderJson.isObject(arguments()) ? arguments() : "{}");
        }
        if (!citations.isEmpty()) {
            add(json, CITATIONS, "[" + String.join(",", citations) + "]");
        }
        texts.forEach((name, text) -> add(json, name, QUOTED.encode(text.toString())));
        return json.toString();
    }

    private static void add(StringJoiner json, String name, String raw) {
        json.add(QUOTED.encode(name) + ":" + raw);
    }
}
