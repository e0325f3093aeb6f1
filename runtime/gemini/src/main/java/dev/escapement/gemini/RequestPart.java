package dev.escapement.gemini;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.http.client.UnpairedSurrogates;
import dev.escapement.json.JsonText;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a turn in a request. */
sealed interface RequestPart {

    /** Writes the part as a JSON object. */
    void write(JsonWriter out);

    /** A part that consists of text. */
    record TextPart(String text) implements RequestPart {
        @Override
        public void write(JsonWriter out) {
            out.beginObject();
            out.property("text", UnpairedSurrogates.replace(text));
            out.endObject();
        }
    }

    /**
     * A file whose bytes are part of the request.
     *
     * @param mediaType the media type for the provider
     * @param contents the store of the bytes
     */
    record FilePart(Content.File file, String mediaType, ContentStore contents) implements RequestPart {
        @Override
        public void write(JsonWriter out) {
            out.beginObject();
            out.name("inlineData");
            out.beginObject();
            out.property("mimeType", mediaType);
            out.property("data", Base64.getEncoder().encodeToString(contents.read(file)));
            out.endObject();
            out.endObject();
        }
    }

    /**
     * A tool call from an earlier reply.
     *
     * @param id the provider's id; empty if it sent none
     * @param more the other properties of the call, as JSON text by name
     * @param companions the properties next to the call, for example its signature
     */
    record FunctionCall(
            Optional<String> id,
            String tool,
            JsonText args,
            Map<String, JsonText> more,
            Map<String, JsonText> companions)
            implements RequestPart {
        @Override
        public void write(JsonWriter out) {
            out.beginObject();
            out.name(ReplyPart.CALL);
            out.beginObject();
            id.ifPresent(text -> out.property("id", text));
            out.property("name", tool);
            out.property(ReplyPart.ARGUMENTS, args);
            more.forEach(out::property);
            out.endObject();
            companions.forEach(out::property);
            out.endObject();
        }

        boolean isSigned() {
            return companions.containsKey(ReplyPart.SIGNATURE);
        }

        /** Returns the same call with a signature. */
        FunctionCall signed(String signature) {
            Map<String, JsonText> all = new LinkedHashMap<>(companions);
            all.put(ReplyPart.SIGNATURE, new JsonText("\"" + signature + "\""));
            return new FunctionCall(id, tool, args, more, all);
        }
    }

    /**
     * The answer to a tool call from an earlier reply.
     *
     * @param id the id of the call; empty if the provider sent none
     * @param order the position of the call in its reply
     * @param files the files within the answer
     */
    record FunctionResponse(
            Optional<String> id, String tool, int order, String text, boolean failed, List<FilePart> files)
            implements RequestPart {

        public FunctionResponse {
            files = List.copyOf(files);
        }

        @Override
        public void write(JsonWriter out) {
            out.beginObject();
            out.name("functionResponse");
            out.beginObject();
            id.ifPresent(call -> out.property("id", call));
            out.property("name", tool);
            out.name("response");
            out.beginObject();
            if (files.isEmpty() || !text.isEmpty()) {
                out.property(failed ? "error" : "output", UnpairedSurrogates.replace(text));
            }
            out.endObject();
            if (!files.isEmpty()) {
                out.name("parts");
                out.beginArray();
                files.forEach(file -> file.write(out));
                out.endArray();
            }
            out.endObject();
            out.endObject();
        }
    }

    /** A part that is sent back exactly as the provider wrote it. */
    record UnchangedPart(JsonText json) implements RequestPart {
        @Override
        public void write(JsonWriter out) {
            out.writeJson(json);
        }
    }
}
