package dev.escapement.http.client;

import dev.escapement.model.ResponseInfo;

/**
 * Thrown if a provider rejects a request for a reason that is not temporary. The endpoint repeats the request if it can
 * remove the reason. Contains the provider's text, which may contain secrets.
 */
final class RejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ErrorBody error;
    private final transient ResponseInfo response;

    RejectedException(int status, ErrorBody error, ResponseInfo response) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.error = error;
        this.response = response;
    }

    int status() {
        return status;
    }

    ErrorBody error() {
        return error;
    }

    ResponseInfo response() {
        return response;
    }
}
