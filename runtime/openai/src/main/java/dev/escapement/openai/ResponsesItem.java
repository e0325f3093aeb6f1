package dev.escapement.openai;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.json.JsonEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An item of a Responses reply, assembled from the events of a stream. */
final class ResponsesItem {

    static final String MESSAGE = "message";
    static final String CALL = "function_call";

    private static final JsonEncoder<ResponsesItem> ENCODER = ResponsesItem::write;

    private final Map<Long, StringBuilder> texts = new TreeMap<>();
    private final Map<Long, StringBuilder> refusals = new TreeMap<>();
    private final StringBuilder arguments = new StringBuilder();
    private String type = "";
    private String id = "";
    private String callId = "";
    private String tool = "";
    private @Nullable ProviderJson done;
    private @Nullable Integer shownCall;

    /** Reads an item that has begun. */
    void begin(ProviderJson item) {
        type = LenientJson.text(item.get("type"));
        id = LenientJson.word(item.get("id"));
        callId = callId(item);
        tool = tool(item);
        arguments.setLength(0);
        arguments.append(item.get("arguments").textOrJson());
    }

    /** Reads a complete item. */
    void done(ProviderJson item) {
        done = item;
        type = LenientJson.text(item.get("type"));
    }

    static String callId(ProviderJson call) {
        String id = LenientJson.word(call.get("call_id"));
        return id.isEmpty() ? LenientJson.word(call.get("id")) : id;
    }

    /** Returns the name in a call without the blanks that some servers add. Names of tools do not contain blanks. */
    static String tool(ProviderJson call) {
        return LenientJson.text(call.get("name")).strip();
    }

    String tool() {
        return tool;
    }

    boolean isOf(String other) {
        return type.equals(other);
    }

    /** Returns whether the text that is shown to the user may belong to this item. */
    boolean mayBeMessage() {
        return type.isEmpty() || type.equals(MESSAGE);
    }

    /** Returns whether this is a message that has begun with its text and has not ended. */
    boolean isOpenMessage() {
        return type.equals(MESSAGE) && id.isEmpty() && done == null;
    }

    /** Returns whether events for a type may belong to this item. Reasoning has parts like those of messages. */
    boolean mayBeOf(String other) {
        return type.equals(other) || !(type.equals(CALL) || type.equals(MESSAGE));
    }

    void setTool(String tool) {
        this.tool = tool;
    }

    /** Returns whether this is a different item than the one that begins at the same position. */
    boolean isOther(ProviderJson item) {
        String otherId = callId(item);
        return !type.isEmpty()
                && (!type.equals(LenientJson.text(item.get("type")))
                        || (type.equals(CALL) && !callId.isEmpty() && !otherId.isEmpty() && !callId.equals(otherId)));
    }

    /** Returns the number of the call in the deltas, or null if the call has not been shown. */
    @Nullable
    Integer shownCall() {
        return shownCall;
    }

    void setShownCall(int number) {
        shownCall = number;
    }

    void addText(long part, String fragment) {
        become(MESSAGE);
        texts.computeIfAbsent(part, added -> new StringBuilder()).append(fragment);
    }

    void addRefusal(long part, String fragment) {
        become(MESSAGE);
        refusals.computeIfAbsent(part, added -> new StringBuilder()).append(fragment);
    }

    void addArguments(String fragment) {
        become(CALL);
        arguments.append(fragment);
    }

    /** Replaces a text by the complete text, if that is longer. */
    void complete(long part, String whole) {
        become(MESSAGE);
        complete(texts.computeIfAbsent(part, added -> new StringBuilder()), whole);
    }

    /** Replaces the arguments by the complete arguments, if those are longer. */
    void completeArguments(String whole) {
        become(CALL);
        complete(arguments, whole);
    }

    private static void complete(StringBuilder text, String whole) {
        if (whole.length() > text.length()) {
            text.setLength(0);
            text.append(whole);
        }
    }

    private void become(String assumed) {
        if (type.isEmpty()) {
            type = assumed;
        }
    }

    /** Returns the item, with at least the content of the fragments, or empty if it has none. */
    Optional<ProviderJson> json() {
        ProviderJson whole = done;
        if (whole != null && !hasLess(whole)) {
            return Optional.of(whole);
        }
        boolean hasContent = switch (type) {
            case MESSAGE -> !text().isEmpty();
            case CALL -> !tool.isEmpty() || !arguments.isEmpty();
            default -> false;
        };
        return hasContent ? Optional.of(ProviderJson.parse(ENCODER.encode(this))) : Optional.ofNullable(whole);
    }

    private boolean hasLess(ProviderJson item) {
        return switch (type) {
            case MESSAGE -> hasLess(ResponsesMessage.textOf(item), text());
            case CALL -> hasLess(item.get("arguments").textOrJson(), arguments.toString());
            default -> false;
        };
    }

    /** Returns whether a text is blank or a mere beginning of another one. A different text is a correction. */
    static boolean hasLess(String text, String other) {
        return text.isBlank() ? !other.isBlank() : text.length() < other.length() && other.startsWith(text);
    }

    private String text() {
        return String.join("", texts.values()) + String.join("", refusals.values());
    }

    private static void write(JsonWriter out, ResponsesItem item) {
        out.beginObject();
        out.property("type", item.type);
        if (!item.id.isEmpty()) {
            out.property("id", item.id);
        }
        if (item.type.equals(CALL)) {
            out.property("call_id", item.callId);
            out.property("name", item.tool);
            out.property("arguments", item.arguments.toString());
        } else {
            out.property("role", "assistant");
            if (item.refusals.isEmpty()) {
                out.property("content", item.text());
            } else {
                out.name("content");
                out.beginArray();
                item.texts.values().forEach(text -> part(out, "output_text", "text", text));
                item.refusals.values().forEach(refusal -> part(out, "refusal", "refusal", refusal));
                out.endArray();
            }
        }
        out.endObject();
    }

    private static void part(JsonWriter out, String type, String name, StringBuilder text) {
        out.beginObject();
        out.property("type", type);
        out.property(name, text.toString());
        out.endObject();
    }
}
