package dev.escapement.server.body;

import dev.escapement.Codec;
import dev.escapement.content.Content;
import dev.escapement.json.JsonText;
import java.util.List;
import java.util.Optional;

/**
 * The input of the model for a recorded reply, as the current code of the agent renders it.
 *
 * @param position the position of the event, counted from 0
 * @param prompt the system prompt
 * @param messages the messages
 * @param tools the offered tools
 * @param recordedSha256 the recorded hash of the request; empty if it is unknown
 * @param currentSha256 the hashes of the request as it would be sent now; empty if the model does not compute them
 * @param matches whether the recorded hash is one of the current ones; absent if one of the two is unknown
 */
@Codec
public record ModelInputBody(
        int position,
        String prompt,
        List<InputMessage> messages,
        List<InputTool> tools,
        String recordedSha256,
        List<String> currentSha256,
        Optional<Boolean> matches) {

    /**
     * A message.
     *
     * @param role {@code user}, {@code assistant} or {@code tool}
     * @param text the text
     * @param files the files
     * @param calls the calls of the model
     * @param callId the id of the call that a tool answers
     * @param failed whether the answer of a tool is a failure
     */
    public record InputMessage(
            String role,
            String text,
            List<Content.File> files,
            List<InputCall> calls,
            Optional<String> callId,
            Optional<Boolean> failed) {}

    /**
     * A call of the model.
     *
     * @param id the id
     * @param tool the name of the tool
     * @param arguments the arguments as text, which can be malformed JSON
     */
    public record InputCall(String id, String tool, String arguments) {}

    /**
     * An offered tool.
     *
     * @param name the name
     * @param description the description
     * @param schema the canonical JSON Schema of the arguments
     */
    public record InputTool(String name, String description, JsonText schema) {}
}
