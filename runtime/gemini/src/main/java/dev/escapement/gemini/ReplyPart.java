package dev.escapement.gemini;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ObjectText;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.Delta;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A part of a reply, such as text, a thought or a call. Streamed text arrives as several parts, which are joined unless
 * one of them has a signature. A call arrives as a whole.
 *
 * @see <a href="https://ai.google.dev/api/caching#Part">Part</a>
 */
final class ReplyPart {

    static final String CALL = "functionCall";
    static final String ARGUMENTS = "args";
    static final String SIGNATURE = "thoughtSignature";

    private static final String TEXT = "text";
    private static final String THOUGHT = "thought";
    private static final Set<String> OF_TEXT = Set.of(TEXT, THOUGHT);
    private static final Set<String> OF_CONTENT = Set.of("role", "parts");
    private static final Set<String> OF_CALL = Set.of("name", ARGUMENTS);
    static final JsonEncoder<String> QUOTED = JsonWriter::writeString;

    /** The type of a part. */
    enum Kind {
        TEXT,
        THOUGHT,
        CALL,
        OTHER;

        static Kind of(ProviderJson part) {
            if (!part.isObject()) {
                throw new MalformedReplyException(part.path(), "a part of a reply", part.raw());
            }
            if (part.get(ReplyPart.CALL).isObject()) {
                return CALL;
            } else if (part.get(ReplyPart.TEXT).isAbsent()) {
                return OTHER;
            }
            return part.get(ReplyPart.THOUGHT).isTrue() ? THOUGHT : TEXT;
        }
    }

    private final ProviderJson part;
    private final Kind kind;
    private final StringBuilder text = new StringBuilder();

    /** Creates a part from its first fragment. */
    ReplyPart(ProviderJson part) {
        this.part = part;
        this.kind = Kind.of(part);
        if (kind == Kind.TEXT || kind == Kind.THOUGHT) {
            text.append(part.get(TEXT).text());
        }
    }

    /**
     * Appends the text of another part of a stream, if both consist of text or both of thoughts, and neither has other
     * properties.
     *
     * @return whether it was appended
     */
    boolean append(ProviderJson next) {
        if (kind != Kind.of(next)
                || (kind != Kind.TEXT && kind != Kind.THOUGHT)
                || !hasOnlyText(part)
                || !hasOnlyText(next)) {
            return false;
        }
        text.append(next.get(TEXT).text());
        return true;
    }

    /**
     * Returns the parts of a content. Some gateways send one part in place of a list, or text in place of a part or of
     * the whole content.
     *
     * @throws MalformedReplyException if the content has another form, so that its meaning is unknown
     */
    static List<ProviderJson> in(ProviderJson content) {
        ProviderJson parts = content;
        if (content.isObject()) {
            boolean isContent = content.names().contains("parts") || OF_CONTENT.containsAll(present(content));
            parts = isContent ? content.get("parts") : content.get(TEXT).isText() ? content.get(TEXT) : content;
            if (!isContent && Kind.of(content) == Kind.OTHER) {
                throw new MalformedReplyException(content.path(), "the content of a reply", content.raw());
            }
        }
        List<ProviderJson> list = parts.isArray() ? parts.items() : List.of(parts);
        return list.stream()
                .filter(part -> !part.isAbsent())
                .map(CamelCase::of)
                .map(ReplyPart::checked)
                .toList();
    }

    private static List<String> present(ProviderJson object) {
        return object.names().stream()
                .filter(name -> !object.get(name).isAbsent())
                .toList();
    }

    private static ProviderJson checked(ProviderJson part) {
        if (part.isText()) {
            return ProviderJson.parse("{\"" + TEXT + "\":" + part.raw() + "}");
        }
        ProviderJson call = part.get(CALL);
        if (!part.isObject() || !(call.isAbsent() || call.isObject())) {
            throw new MalformedReplyException(part.path(), "a part of a reply", part.raw());
        }
        return part;
    }

    /** Returns whether a part consists of empty text. Streams contain such parts, which have no meaning. */
    static boolean isEmpty(ProviderJson part) {
        return part.isObject()
                && hasOnlyText(part)
                && part.get(TEXT).textOrEmpty().isEmpty();
    }

    private static boolean hasOnlyText(ProviderJson part) {
        return OF_TEXT.containsAll(part.names());
    }

    boolean isCall() {
        return kind == Kind.CALL;
    }

    /** Returns whether the part is of a type that the client does not know, for example code that the provider ran. */
    boolean isOther() {
        return kind == Kind.OTHER;
    }

    /** Returns the text, or an empty string if the part is not text of the reply. */
    String text() {
        return kind == Kind.TEXT ? text.toString() : "";
    }

    /** Returns the provider's id of the call; empty if it has none. */
    String id() {
        return part.get(CALL).get("id").textOrJson();
    }

    String tool() {
        return tool(part);
    }

    /** Returns the name in a call without the blanks that some servers add. Names of tools do not contain blanks. */
    static String tool(ProviderJson part) {
        return part.get(CALL).get("name").textOrEmpty().strip();
    }

    /** Returns the arguments of the call as JSON text. Some servers send them as text, and others omit empty ones. */
    String arguments() {
        ProviderJson arguments = part.get(CALL).get(ARGUMENTS);
        String json = ObjectText.of(arguments.textOrJson());
        return json.isEmpty() ? "{}" : json;
    }

    /** Returns whether the part is not a call with incomplete arguments. */
    boolean isWhole() {
        return !isCall() || ProviderJson.isObject(arguments());
    }

    /**
     * Returns the deltas of a fragment.
     *
     * @param fragment the first or a later fragment of this part
     * @param call the number of calls before this part in the reply
     */
    List<Delta> deltas(ProviderJson fragment, int call) {
        return switch (kind) {
            case TEXT -> {
                String more = fragment.get(TEXT).text();
                yield more.isEmpty() ? List.of() : List.of(new Delta.Text(more));
            }
            case THOUGHT -> {
                String more = fragment.get(TEXT).text();
                yield more.isEmpty() ? List.of() : List.of(new Delta.Thinking(more));
            }
            case CALL -> List.of(new Delta.CallBegun(call, tool()), new Delta.Arguments(call, arguments()));
            case OTHER -> List.of();
        };
    }

    /** Returns whether the text or the recorded call contains the whole content of the part. */
    boolean isPlain() {
        return switch (kind) {
            case TEXT -> hasOnlyText(part);
            case CALL ->
                part.names().size() == 1 && OF_CALL.containsAll(part.get(CALL).names());
            case THOUGHT, OTHER -> false;
        };
    }

    /**
     * Returns the part as JSON, in the form in which it is stored for later requests. The arguments of a call are
     * omitted, because those of the recorded call apply.
     */
    String json() {
        StringJoiner json = new StringJoiner(",", "{", "}");
        for (String name : part.names()) {
            if (name.equals(CALL) && isCall()) {
                add(json, name, callJson());
            } else if (name.equals(TEXT) && !text.isEmpty()) {
                add(json, name, QUOTED.encode(text.toString()));
            } else {
                add(json, name, part.get(name).raw());
            }
        }
        return json.toString();
    }

    private String callJson() {
        StringJoiner json = new StringJoiner(",", "{", "}");
        ProviderJson call = part.get(CALL);
        for (String name : call.names()) {
            if (!name.equals(ARGUMENTS)) {
                add(json, name, call.get(name).raw());
            }
        }
        return json.toString();
    }

    private static void add(StringJoiner json, String name, String raw) {
        json.add(QUOTED.encode(name) + ":" + raw);
    }
}
