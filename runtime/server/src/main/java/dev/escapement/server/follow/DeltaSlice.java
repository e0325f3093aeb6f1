package dev.escapement.server.follow;

import java.util.List;

/**
 * The part of a reply in progress that a client has not received.
 *
 * @param deltas the deltas in order
 * @param next the position after them
 */
record DeltaSlice(List<DeltaBody> deltas, DeltaCursor next) {
    DeltaSlice {
        deltas = List.copyOf(deltas);
    }
}
