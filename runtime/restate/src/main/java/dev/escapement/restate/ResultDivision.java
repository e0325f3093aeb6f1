package dev.escapement.restate;

import dev.escapement.restate.wire.AdvanceBody;
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
    Optional<AdvanceBody> first(AdvanceBody result) {
        remainder = null;
        if (sizes.fits(result)) {
            return Optional.of(result);
        }
        int count = sizes.count(result);
        Optional<AdvanceBody> part =
                count == 0 ? Optional.empty() : Optional.of(result.part(count)).filter(sizes::fits);
        if (part.isPresent()) {
            remainder = result.remainder(count);
        }
        return part;
    }
}
