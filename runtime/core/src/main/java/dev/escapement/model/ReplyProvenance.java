package dev.escapement.model;

import java.util.Objects;

/**
 * Where a reply comes from: enough to find it again in the provider's records and to prove that what was recorded is what
 * was sent and received. Holds no secret. What is not known is empty.
 *
 * @param provider the provider as in {@link ModelInfo}
 * @param model the model that replied, as the provider names it; may be a dated version of the one that was asked
 * @param replyId the provider's id of the reply
 * @param requestSha256 the SHA-256 of the body of the request, as 64 lower-case hexadecimal digits
 * @param replySha256 the SHA-256 of the body of the reply, as it was received; of a stream all of its bytes
 */
public record ReplyProvenance(String provider, String model, String replyId, String requestSha256, String replySha256) {

    /** Nothing is known. */
    public static final ReplyProvenance UNKNOWN = new ReplyProvenance("", "", "", "", "");

    public ReplyProvenance {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(replyId, "replyId");
        Objects.requireNonNull(requestSha256, "requestSha256");
        Objects.requireNonNull(replySha256, "replySha256");
    }
}
