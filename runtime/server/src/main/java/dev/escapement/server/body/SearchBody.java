package dev.escapement.server.body;

import dev.escapement.Codec;
import java.util.List;

/**
 * The result of a search in a thread.
 *
 * @param positions the positions of the events that contain the text, in order
 * @param truncated whether there are more
 */
@Codec
public record SearchBody(List<Integer> positions, boolean truncated) {}
