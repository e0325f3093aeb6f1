package dev.escapement.engine;

import dev.escapement.model.ModelRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A request to the model that a thread records, as the current code of the agent renders it.
 *
 * @param request the request, with the options and the content store of the runner, before interceptors
 * @param recordedSha256 the recorded hash of the body that the client sent, as 64 lower-case hexadecimal digits; empty if
 *     it is unknown
 * @param currentSha256 the hashes of the bodies with which the runner's model would send the request now; empty if the
 *     model cannot compute them, also because a file is missing
 */
public record RecordedRequest(ModelRequest request, String recordedSha256, Set<String> currentSha256) {

    /**
     * Creates a recorded request.
     *
     * @throws NullPointerException with the name of the component as message if it is null
     */
    public RecordedRequest {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(recordedSha256, "recordedSha256");
        currentSha256 = Collections.unmodifiableSet(new LinkedHashSet<>(currentSha256));
    }

    /**
     * Returns whether the hashes can be compared.
     *
     * @return {@code true} if the recorded hash and a current one are known
     */
    public boolean isComparable() {
        return !recordedSha256.isEmpty() && !currentSha256.isEmpty();
    }

    /**
     * Returns whether the model received this request.
     *
     * @return {@code true} if one of the current hashes is the recorded one
     */
    public boolean matches() {
        return currentSha256.contains(recordedSha256);
    }
}
