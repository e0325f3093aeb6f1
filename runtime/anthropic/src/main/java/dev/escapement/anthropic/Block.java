package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.CallIds;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonText;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A content block of a request message. */
sealed interface Block {

    /** A block of text that is not blank. The API rejects blank text. */
    record Text(String text) implements Block {
        @Override
        public void properties(JsonWriter out) {
            out.property("type", "text");
            out.property("text", UnpairedSurrogates.replace(text));
        }

        @Override
        public Block last() {
            return new Text(BlankTexts.stripEnd(text));
        }
    }

    /**
     * A file, whose source is an object with the given properties.
     *
     * @param type {@code image} or {@code document}
     * @param source the type of the source, {@code base64} or {@code text}
     * @param mediaType the media type
     * @param data the content
     * @param title the name of the document; empty if it has none
     */
    record Media(String type, String source, String mediaType, String data, String title) implements Block {
        @Override
        public void properties(JsonWriter out) {
            out.property("type", type);
            out.name("source");
            out.beginObject();
            out.property("type", source);
            out.property("media_type", mediaType);
            out.property("data", data);
            out.endObject();
            if (!title.isEmpty()) {
                out.property("title", title);
            }
        }
    }

    /**
     * A tool call from an earlier reply.
     *
     * @param companions further properties that the server added
     */
    record ToolUse(String id, String tool, JsonText input, Map<String, JsonText> companions) implements Block {
        @Override
        public void properties(JsonWriter out) {
            out.property("type", "tool_use");
            out.property("id", id);
            out.property("name", tool);
            out.property("input", input);
            companions.forEach(out::property);
        }

        @Override
        public boolean isCall() {
            return true;
        }
    }

    /**
     * The answer to a tool call from an earlier reply.
     *
     * @param content texts that are not blank, and files; may be empty
     * @param failed whether the answer reports a failure; then the API accepts text only, and requires it
     */
    record ToolResult(String id, List<Block> content, boolean failed) implements Block {

        private static final String FAILED = "The tool failed without a message.";

        @Override
        public void properties(JsonWriter out) {
            out.property("type", "tool_result");
            out.property("tool_use_id", id);
            Optional<String> text = text();
            if (text.isPresent()) {
                out.property("content", UnpairedSurrogates.replace(text.get()));
            } else if (!content.isEmpty()) {
                out.name("content");
                out.beginArray();
                content.forEach(part -> part.write(out, CacheMarker.NONE));
                out.endArray();
            }
            if (failed && (text.isPresent() || content.isEmpty())) {
                out.name("is_error");
                out.writeBoolean(true);
            }
        }

        /** Returns the content if it is a single text. */
        private Optional<String> text() {
            if (content.isEmpty()) {
                return failed ? Optional.of(FAILED) : Optional.empty();
            }
            return content.size() == 1 && content.get(0) instanceof Text only
                    ? Optional.of(only.text())
                    : Optional.empty();
        }

        @Override
        public boolean isMarkable() {
            return failed || !content.isEmpty();
        }
    }

    /**
     * A block that is sent back exactly as the provider wrote it.
     *
     * @param isThinking whether it contains thinking
     * @param text the text if it is a block of text; otherwise empty
     */
    record Original(JsonText json, boolean isThinking, String text) implements Block {
        @Override
        public void write(JsonWriter out, CacheMarker marker) {
            out.writeJson(json);
        }

        @Override
        public void properties(JsonWriter out) {
            throw new UnsupportedOperationException("An original block is written as a whole.");
        }

        @Override
        public boolean isMarkable() {
            return false;
        }

        @Override
        public Block last() {
            return text.equals(BlankTexts.stripEnd(text)) ? this : new Text(text).last();
        }
    }

    static Block call(Call call, CallIds ids, Map<String, JsonText> companions) {
        JsonText input = new JsonText(UnpairedSurrogates.replaceInJson(call.arguments()));
        return new ToolUse(ids.accepted(call.id()), call.tool(), input, companions);
    }

    /**
     * Writes the block as a JSON object.
     *
     * @param marker marks the block if the request is cached up to it
     */
    default void write(JsonWriter out, CacheMarker marker) {
        out.beginObject();
        properties(out);
        marker.write(out);
        out.endObject();
    }

    /** Writes the properties of the JSON object, except the cache marker. */
    void properties(JsonWriter out);

    /** Returns the block in the form in which a request can end with it. The API rejects blanks at the end. */
    default Block last() {
        return this;
    }

    /** Returns whether the API allows a cache marker in this block. */
    default boolean isMarkable() {
        return true;
    }

    default boolean isCall() {
        return false;
    }

    default boolean isThinking() {
        return false;
    }
}
