package dev.escapement.model;

import java.util.Objects;

/**
 * The source of a model's reply. The source is sufficient to find the reply in the provider's records and to verify
 * that the recorded content is the content that was sent and received. Does not contain secrets. Unknown values are
 * empty.
 *
 * @param provider the name of the provider as in {@link ModelInfo#provider()}
 * @param model the model that replied, as the provider names it; can be a dated version of the requested one
 * @param replyId the provider's id of the reply
 * @param requestSha256 the SHA-256 of the request body, as 64 lower-case hexadecimal digits
 * @param replySha256 the SHA-256 of the response body as received, as 64 lower-case hexadecimal digits; for a stream,
 *     of all its bytes
 * @param finishReason the reason why the model stopped, in the provider's word
 * @param response the id of the HTTP request and the rate limits
 */
public record ReplyProvenance(
        String provider,
        String model,
        String replyId,
        String requestSha256,
        String replySha256,
        String finishReason,
        ResponseInfo response) {

    /** The provenance of a reply from an unknown source. */
    public static final ReplyProvenance UNKNOWN = new ReplyProvenance("", "", "", "", "");

    public ReplyProvenance {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(replyId, "replyId");
        Objects.requireNonNull(requestSha256, "requestSha256");
        Objects.requireNonNull(replySha256, "replySha256");
        Objects.requireNonNull(finishReason, "finishReason");
        Objects.requireNonNull(response, "response");
    }

    /**
     * Creates a source without a finish reason and without information from the response's headers.
     *
     * @param provider the name of the provider
     * @param model the model that replied
     * @param replyId the provider's id of the reply
     * @param requestSha256 the SHA-256 of the request body
     * @param replySha256 the SHA-256 of the response body
     */
    public ReplyProvenance(String provider, String model, String replyId, String requestSha256, String replySha256) {
        this(provider, model, replyId, requestSha256, replySha256, "", ResponseInfo.NONE);
    }
}
