package dev.escapement.restate;

import dev.escapement.restate.wire.AdvanceBody;
import dev.escapement.restate.wire.AdvanceKind;
import java.nio.charset.StandardCharsets;

/**
 * The limits of the size of an entry in the journal.
 *
 * @param maxBytes the maximum size of a result
 * @param maxEventBytes the maximum size of the events of a result, if there are several
 */
record ResultSizes(int maxBytes, int maxEventBytes) {

    /** The limits of Restate, which refuses messages of more than 32 MiB, unless it is configured otherwise. */
    static final ResultSizes RESTATE = new ResultSizes(31 << 20, 30 << 20);

    /** Returns whether Restate stores a result. */
    boolean fits(EncodedResult<?> result) {
        return result.size() <= maxBytes;
    }

    /**
     * Requires that Restate stores a result.
     *
     * @throws IllegalStateException if it is too large
     */
    <T> EncodedResult<T> require(EncodedResult<T> result) {
        if (!fits(result)) {
            throw new IllegalStateException(
                    "The result has more than " + maxBytes + " bytes. Limit it, or keep large values in files.");
        }
        return result;
    }

    /**
     * Returns the number of the first events of a result that is too large which are stored as a part of it; 0 if the result
     * cannot be divided. The outcomes of several steps and the ends of several children can be divided.
     */
    int count(AdvanceBody result) {
        boolean isDivisible = result.kind() == AdvanceKind.RECORDED && !result.started();
        int count = 0;
        long bytes = 0;
        while (isDivisible && count < result.events().size() - 1) {
            bytes += bytes(result.events().get(count).json());
            if (bytes > maxEventBytes && count > 0) {
                break;
            }
            count++;
        }
        return count;
    }

    private static long bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }
}
