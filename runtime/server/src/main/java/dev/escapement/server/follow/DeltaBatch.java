package dev.escapement.server.follow;

import dev.escapement.Codec;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Consecutive increments of a reply that another process receives.
 *
 * @param source the identity of the request to the model, unique among all processes
 * @param position the number of events of the thread before the reply
 * @param first the number of earlier increments of the same reply
 * @param deltas the increments, in order
 */
@Codec
public record DeltaBatch(
        @Size(max = 100) String source,
        @PositiveOrZero int position,
        @PositiveOrZero int first,
        @Size(max = 1000) List<DeltaBody> deltas) {
    public DeltaBatch {
        deltas = List.copyOf(deltas);
    }
}
