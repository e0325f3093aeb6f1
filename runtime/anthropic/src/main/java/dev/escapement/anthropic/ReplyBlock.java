package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.MalformedReplyException;
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

/**
 * A content block of a reply, such as text, a call or thinking. A streamed block begins empty and grows; a whole block
 * only begins. Each fragment is returned as a delta.
 */
final class ReplyBlock {

    static final String CALL = "tool_use";

    private static final String TEXT = "text";
    private static final String THINKING = "thinking";
    private static final String INPUT = "input";
    private static final String CITATIONS = "citations";
    private static final Set<String> GROWING = Set.of(TEXT, THINKING, "signature");
    private static final JsonEncoder<String> QUOTED = JsonWriter::writeString;

    private final ProviderJson begun;
    private final String type;
    private final int number;
    private final Map<String, StringBuilder> texts = new TreeMap<>(); // whole or streamed, in the same order
    private final StringBuilder fragments = new StringBuilder();
    private final List<String> citations = new ArrayList<>();

    /**
     * Creates a block from its first fragment.
     *
     * @param begun its beginning
     * @param number the number of calls before it in the reply
     */
    ReplyBlock(ProviderJson begun, int number) {
        this.begun = begun;
        this.type = begun.get("type").text();
        this.number = number;
        for (String name : begun.names()) {
            if (GROWING.contains(name)) {
                texts.put(name, new StringBuilder(begun.get(name).textOrEmpty()));
            }
        }
    }

    boolean isCall() {
        return type.equals(CALL);
    }

    /** Returns the text, or an empty string if this is not a text block. */
    String text() {
        return type.equals(TEXT) ? grown(TEXT) : "";
    }

    String id() {
        return begun.get("id").textOrEmpty();
    }

    String tool() {
        return begun.get("name").textOrEmpty();
    }

    /** Returns the arguments of the call. Streamed arguments replace the empty object at the beginning of the call. */
    String arguments() {
        if (!fragments.isEmpty()) {
            return fragments.toString();
        }
        ProviderJson input = begun.get(INPUT);
        if (input.isAbsent()) {
            return "{}";
        } else if (!input.isObject() && !input.isText()) {
            throw new MalformedReplyException(input.path(), "an object", input.raw());
        }
        return input.raw();
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
        return switch (delta.get("type").text()) {
            case "text_delta" -> textDelta(grow(TEXT, delta));
            case "thinking_delta" -> thinkingDelta(grow(THINKING, delta));
            case "input_json_delta" -> arguments(delta.get("partial_json").textOrEmpty());
            case "signature_delta" -> {
                grow("signature", delta);
                yield Optional.empty();
            }
            case "citations_delta" -> {
                citations.add(delta.get("citation").raw());
                yield Optional.empty();
            }
            default -> Optional.empty(); // future types
        };
    }

    /**
     * Returns the delta for the end of the block, if any. It contains the arguments of a call that did not arrive in
     * fragments.
     */
    Optional<Delta> ending() {
        return isCall() && fragments.isEmpty() ? argumentsDelta(arguments()) : Optional.empty();
    }

    private Optional<Delta> arguments(String more) {
        fragments.append(more);
        return isCall() ? argumentsDelta(more) : Optional.empty();
    }

    private Optional<Delta> argumentsDelta(String more) {
        return more.isEmpty() ? Optional.empty() : Optional.of(new Delta.Arguments(number, more));
    }

    private static Optional<Delta> textDelta(String more) {
        return more.isEmpty() ? Optional.empty() : Optional.of(new Delta.Text(more));
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
        ProviderJson caller = begun.get("caller");
        return isCall()
                ? caller.isAbsent() || caller.get("type").textOrEmpty().equals("direct")
                : type.equals(TEXT)
                        && citations.isEmpty()
                        && begun.get(CITATIONS).isAbsent();
    }

    /**
     * Returns the block as JSON, in the form in which it is stored for later requests. The id and the arguments of a
     * call are omitted, because those of the recorded call apply.
     */
    String json() {
        StringJoiner json = new StringJoiner(",", "{", "}");
        for (String name : begun.names()) {
            boolean isRecorded = isCall() && (name.equals("id") || name.equals(INPUT));
            boolean isStreamed = texts.containsKey(name)
                    || (name.equals(INPUT) && !fragments.isEmpty())
                    || (name.equals(CITATIONS) && !citations.isEmpty());
            if (!isRecorded && !isStreamed) {
                add(json, name, begun.get(name).raw());
            }
        }
        if (!isCall() && !fragments.isEmpty()) {
            add(json, INPUT, fragments.toString());
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
