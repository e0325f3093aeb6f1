package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.http.client.CallIds;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.tool.Call;
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
    }

    /**
     * A tool call from an earlier reply.
     *
     * @param caller the caller, unless it is the model itself
     */
    record ToolUse(String id, String tool, JsonText input, Optional<JsonText> caller) implements Block {
        @Override
        public void properties(JsonWriter out) {
            out.property("type", "tool_use");
            out.property("id", id);
            out.property("name", tool);
            out.property("input", input);
            caller.ifPresent(json -> out.property("caller", json));
        }

        @Override
        public boolean isCall() {
            return true;
        }
    }

    /** The answer to a tool call from an earlier reply. */
    record ToolResult(String id, String text, boolean failed) implements Block {
        @Override
        public void properties(JsonWriter out) {
            out.property("type", "tool_result");
            out.property("tool_use_id", id);
            if (!text.isBlank()) {
                out.property("content", UnpairedSurrogates.replace(text));
            }
            if (failed) {
                out.name("is_error");
                out.writeBoolean(true);
            }
        }

        @Override
        public boolean isMarkable() {
            return !text.isBlank();
        }
    }

    /**
     * A block that is sent back exactly as the provider wrote it.
     *
     * @param isThinking whether it contains thinking
     */
    record Original(JsonText json, boolean isThinking) implements Block {
        @Override
        public void write(JsonWriter out, boolean marked) {
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
    }

    static Block call(Call call, CallIds ids, Optional<JsonText> caller) {
        JsonText input = new JsonText(UnpairedSurrogates.replaceInJson(call.arguments()));
        return new ToolUse(ids.accepted(call.id()), call.tool(), input, caller);
    }

    static Block result(Message.ToolAnswer answer, CallIds ids) {
        return new ToolResult(ids.accepted(answer.callId()), answer.text(), answer.failed());
    }

    /**
     * Writes the block as a JSON object.
     *
     * @param marked whether the request is cached up to this block
     */
    default void write(JsonWriter out, boolean marked) {
        out.beginObject();
        properties(out);
        if (marked) {
            CacheMarker.write(out);
        }
        out.endObject();
    }

    /** Writes the properties of the JSON object, except the cache marker. */
    void properties(JsonWriter out);

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
