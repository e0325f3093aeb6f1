package dev.escapement.server.body;

import dev.escapement.Codec;
import java.util.Map;
import java.util.Optional;

/**
 * The start of a thread with text.
 *
 * @param agent the name of the agent; may be absent if the server starts threads of one agent only
 * @param input the text that the model receives
 * @param labels the labels of the thread
 */
@Codec
public record StartBody(Optional<String> agent, String input, Optional<Map<String, String>> labels) {}
