package dev.escapement.model;

import dev.escapement.content.Content;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a provider rejects a request because of the API key, the model name, a setting, or the content of the
 * conversation. The same request will be rejected again; correct the cause in the message first.
 */
public final class RequestRejectedException extends ModelException {

    private static final long serialVersionUID = 1L;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int NAME_LENGTH = 12;

    private final int status;
    private final String code;

    /**
     * Creates an exception.
     *
     * @param model the model
     * @param message the provider's message, without secrets
     * @param status the HTTP status, 400 or more; 200 if the provider reported the error in place of a reply
     * @param code the provider's error code, for example {@code invalid_api_key}; empty if the provider did not send
     *     one
     */
    public RequestRejectedException(ModelInfo model, String message, int status, String code) {
        this(model, message, status, code, null);
    }

    /**
     * Creates an exception with a cause, for clients that receive the rejection as an exception.
     *
     * @param model the model
     * @param message the provider's message, without secrets
     * @param status the HTTP status, 400 or more; 200 if the provider reported the error in place of a reply
     * @param code the provider's error code; empty if the provider did not send one
     * @param cause the exception that reported the rejection, if any
     */
    public RequestRejectedException(
            ModelInfo model, String message, int status, String code, @Nullable Throwable cause) {
        this(model, message, status, code, ResponseInfo.NONE, cause);
    }

    /**
     * Creates an exception with the information from the headers of the response, for authors of clients.
     *
     * @param model the model
     * @param message the provider's message, without secrets
     * @param status the HTTP status, 400 or more; 200 if the provider reported the error in place of a reply
     * @param code the provider's error code; empty if the provider did not send one
     * @param response the id of the request and the rate limits
     * @param cause the exception that reported the rejection, if any
     */
    public RequestRejectedException(
            ModelInfo model,
            String message,
            int status,
            String code,
            ResponseInfo response,
            @Nullable Throwable cause) {
        super(model, message, response, cause);
        this.status = status;
        this.code = code;
    }

    /**
     * Returns an exception for a file whose type the provider does not accept, for authors of clients that reject such a
     * file before they send a request. The status is 415 and the code {@code unsupported_media_type}.
     *
     * @param model the model
     * @param file the file
     * @param accepted the accepted media types in the order of the message, for example {@code image/*}
     * @return the exception, whose message names the file and its type
     */
    public static RequestRejectedException unsupportedFile(
            ModelInfo model, Content.File file, Collection<String> accepted) {
        String name = file.name().isBlank()
                ? file.sha256().substring(0, NAME_LENGTH)
                : file.name().strip();
        return new RequestRejectedException(
                model,
                "The file " + name + " (" + file.mediaType() + ") has a type that " + model.provider() + " "
                        + model.model() + " does not accept. Accepted types: " + String.join(", ", accepted)
                        + ". Convert the file, or remove it from the conversation.",
                UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type");
    }

    /**
     * Returns the HTTP status of the response.
     *
     * @return the status, 400 or more; 200 if the provider reported the error in place of a reply
     */
    public int status() {
        return status;
    }

    /**
     * Returns the provider's error code.
     *
     * @return the code; empty if the provider did not send one
     */
    public String code() {
        return code;
    }
}
