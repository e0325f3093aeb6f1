package dev.escapement.anthropic;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.tool.Call;
import dev.escapement.wire.WellFormed;
import java.util.Optional;

/** One block of the content of a message in a request. */
sealed interface Block {

    /** What somebody says; not blank, which the API refuses. */
    record Text(String text) implements Block {
        @Override
        public void properties(JsonWriter out) {
            Block.property(out, "type", "text");
            Block.property(out, "text", WellFormed.text(text));
        }
    }

    /**
     * A call that was made.
     *
     * @param caller who made it, if not the model itself
     */
    record Called(String id, String tool, JsonText input, Optional<JsonText> caller) implements Block {
        @Override
        public void properties(JsonWriter out) {
            Block.property(out, "type", "tool_use");
            Block.property(out, "id", id);
            Block.property(out, "name", tool);
            out.name("input");
            out.writeJson(input);
            caller.ifPresent(json -> {
                out.name("caller");
                out.writeJson(json);
            });
        }
    }

    /** The answer to a call. */
    record Result(String id, String text, boolean failed) implements Block {
        @Override
        public void properties(JsonWriter out) {
            Block.property(out, "type", "tool_result");
            Block.property(out, "tool_use_id", id);
            if (!text.isBlank()) {
                Block.property(out, "content", WellFormed.text(text));
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
     * A block as the provider wrote it.
     *
     * @param isThought whether it is thinking
     */
    record Kept(JsonText json, boolean isThought) implements Block {
        @Override
        public void write(JsonWriter out, boolean marked) {
            out.writeJson(json);
        }

        @Override
        public boolean isMarkable() {
            return false;
        }
    }

    static Block call(Call call, CallIds ids, Optional<JsonText> caller) {
        JsonText input = new JsonText(WellFormed.json(call.arguments()));
        return new Called(ids.accepted(call.id()), call.tool(), input, caller);
    }

    static Block result(Message.ToolAnswer answer, CallIds ids) {
        return new Result(ids.accepted(answer.callId()), answer.text(), answer.failed());
    }

    /**
     * Writes the block.
     *
     * @param marked whether the request is to be cached up to here
     */
    default void write(JsonWriter out, boolean marked) {
        out.beginObject();
        properties(out);
        if (marked) {
            CacheMarker.write(out);
        }
        out.endObject();
    }

    /** Writes the properties of a block that is written anew. */
    default void properties(JsonWriter out) {}

    /** Whether the API lets it have a marker. */
    default boolean isMarkable() {
        return true;
    }

    private static void property(JsonWriter out, String name, String value) {
        out.name(name);
        out.writeString(value);
    }
}
