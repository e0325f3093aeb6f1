package dev.escapement.server.body;

import dev.escapement.Codec;
import java.util.Optional;

/**
 * The comparison of a thread with the current code of its agent.
 *
 * @param matches whether the current code would record the same events
 * @param compared the number of events that were compared
 * @param divergence the first event that the current code would not record
 */
@Codec
public record VerificationBody(boolean matches, int compared, Optional<DivergenceBody> divergence) {

    /**
     * An event that the current code would not record.
     *
     * @param position the position of the event, counted from 0
     * @param text a description without content of the thread
     */
    public record DivergenceBody(int position, String text) {}
}
