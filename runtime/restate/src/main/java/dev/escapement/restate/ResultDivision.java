package dev.escapement.restate;

import dev.escapement.restate.wire.AdvanceBody;
import dev.escapement.restate.wire.AdvanceBodyCodec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The division of results that Restate would refuse, which would repeat their actions without end. Only the attempt that
 * performed the action knows the remainder of its result: if the attempt ends, the outcomes of these steps are unknown.
 */
final class ResultDivision {

    private final ResultSizes sizes;
    private @Nullable AdvanceBody remainder;

    ResultDivision(ResultSizes sizes) {
        this.sizes = sizes;
    }

    /** Returns the remainder of the last result, which is the next result; empty if the last result was complete. */
    Optional<AdvanceBody> remainder() {
        return Optional.ofNullable(remainder);
    }

    /**
     * Returns a result, or its first part if Restate would refuse it.
     *
     * @param result a result or the last remainder
     * @return what is to be stored; empty if the result cannot be divided or one of its events alone is too large
     */
    Optional<EncodedResult<AdvanceBody>> first(AdvanceBody result) {
        remainder = null;
        EncodedResult<AdvanceBody> whole = EncodedResult.of(AdvanceBodyCodec.INSTANCE, result);
        if (sizes.fits(whole)) {
            return Optional.of(whole);
        }
        int count = sizes.count(result);
        if (count == 0) {
            return Optional.empty();
        }
        EncodedResult<AdvanceBody> part = EncodedResult.of(AdvanceBodyCodec.INSTANCE, result.part(count));
        if (!sizes.fits(part)) {
            return Optional.empty();
        }
        remainder = result.remainder(count);
        return Optional.of(part);
    }
}
