package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.Delta;
import dev.escapement.wire.Json;
import dev.escapement.wire.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * One block of the content of a reply: text, a call, thinking, or something of the provider's own. A block that is streamed
 * begins empty and grows; a block that arrives whole only begins. Each piece is given as the news for whoever watches.
 */
final class ReplyBlock {

    static final String CALL = "tool_use";

    private static final String TEXT = "text";
    private static final String THINKING = "thinking";
    private static final String INPUT = "input";
    private static final String CITATIONS = "citations";
    private static final Set<String> GROWING = Set.of(TEXT, THINKING, "signature");
    private static final JsonEncoder<String> QUOTED = JsonWriter::writeString;

    private final Json begun;
    private final String type;
    private final int number;
    private final Map<String, StringBuilder> texts = new TreeMap<>(); // whole or streamed, in the same order
    private final StringBuilder fragments = new StringBuilder();
    private final List<String> citations = new ArrayList<>();

    /**
     * A block begins.
     *
     * @param begun what there is of it
     * @param number how many calls stand before it in the reply
     */
    ReplyBlock(Json begun, int number) {
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

    /** What the model says in it. */
    String text() {
        return type.equals(TEXT) ? grown(TEXT) : "";
    }

    String id() {
        return begun.get("id").textOrEmpty();
    }

    String tool() {
        return begun.get("name").textOrEmpty();
    }

    /** The arguments of a call; what is streamed of them replaces the empty object that a call begins with. */
    String arguments() {
        if (!fragments.isEmpty()) {
            return fragments.toString();
        }
        Json input = begun.get(INPUT);
        if (input.isAbsent()) {
            return "{}";
        } else if (!input.isObject() && !input.isText()) {
            throw new MalformedJsonException(input.path(), "an object", input.raw());
        }
        return input.raw();
    }

    /** The news that it begins. */
    Optional<Delta> beginning() {
        if (isCall()) {
            return Optional.of(new Delta.CallBegun(number, tool()));
        }
        return type.equals(THINKING) ? thought(grown(THINKING)) : said(text());
    }

    /** Adds a piece, and gives the news of it. */
    Optional<Delta> add(Json delta) {
        return switch (delta.get("type").text()) {
            case "text_delta" -> said(grow(TEXT, delta));
            case "thinking_delta" -> thought(grow(THINKING, delta));
            case "input_json_delta" -> arguments(delta.get("partial_json").textOrEmpty());
            case "signature_delta" -> {
                grow("signature", delta);
                yield Optional.empty();
            }
            case "citations_delta" -> {
                citations.add(delta.get("citation").raw());
                yield Optional.empty();
            }
            default -> Optional.empty(); // more kinds are announced to come
        };
    }

    /** The news that it ends: arguments that did not come in pieces. */
    Optional<Delta> ending() {
        return isCall() && fragments.isEmpty() ? argumentsNews(arguments()) : Optional.empty();
    }

    private Optional<Delta> arguments(String more) {
        fragments.append(more);
        return isCall() ? argumentsNews(more) : Optional.empty();
    }

    private Optional<Delta> argumentsNews(String more) {
        return more.isEmpty() ? Optional.empty() : Optional.of(new Delta.Arguments(number, more));
    }

    private static Optional<Delta> said(String more) {
        return more.isEmpty() ? Optional.empty() : Optional.of(new Delta.Text(more));
    }

    private static Optional<Delta> thought(String more) {
        return more.isEmpty() ? Optional.empty() : Optional.of(new Delta.Thinking(more));
    }

    private String grow(String name, Json delta) {
        String more = delta.get(name).textOrEmpty();
        texts.computeIfAbsent(name, absent -> new StringBuilder()).append(more);
        return more;
    }

    private String grown(String name) {
        StringBuilder text = texts.get(name);
        return text == null ? "" : text.toString();
    }

    /** Whether it says no more than its text, or than the call that is recorded of it. */
    boolean isPlain() {
        Json caller = begun.get("caller");
        return isCall()
                ? caller.isAbsent() || caller.get("type").textOrEmpty().equals("direct")
                : type.equals(TEXT)
                        && citations.isEmpty()
                        && begun.get(CITATIONS).isAbsent();
    }

    /**
     * The block as the provider wants it back. Of a call only what no recorded call has: its id and its arguments may have
     * changed since.
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
