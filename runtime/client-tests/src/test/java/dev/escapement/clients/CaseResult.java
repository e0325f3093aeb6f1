package dev.escapement.clients;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import dev.escapement.model.ModelException;
import dev.escapement.model.ModelReply;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The behavior of a client in a case.
 *
 * @param reply the last reply; null after a failure
 * @param failure the exception; null after a reply
 * @param shown the text of the deltas that were not discarded; that of the reply without a stream
 * @param requests the requests in order
 * @param elapsed the time from the first request to the end
 */
record CaseResult(
        @Nullable ModelReply reply,
        @Nullable RuntimeException failure,
        String shown,
        List<RawRequest> requests,
        Duration elapsed) {

    ModelReply requireReply() {
        if (reply == null) {
            return fail("a reply was expected", failure);
        }
        return reply;
    }

    ModelException requireFailure() {
        if (failure == null) {
            return fail("a failure was expected: " + reply);
        }
        return assertInstanceOf(ModelException.class, failure);
    }
}
