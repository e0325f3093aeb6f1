package dev.escapement.http.client;

import java.util.Optional;

/**
 * A reader of errors that a provider reports in place of a reply, either in a stream or in a 2xx response. The endpoint
 * checks each body and each event before the reader receives it. Readers need these methods only for errors in inner
 * objects.
 */
public final class ProviderErrors {

    private ProviderErrors() {}

    /**
     * Checks that a value is not an error. A value is an error if it has a member {@code error} that is not empty, if
     * its {@code type} or {@code object} is {@code error}, or if it has only members of an error. An {@code error} is
     * empty if it is null, blank, or an object whose members are all empty.
     *
     * @param value a reply, an event, or a part of one
     * @throws ProviderErrorException if it is an error
     */
    public static void check(ProviderJson value) {
        if (ErrorBody.isError(value)) {
            throw of(value);
        }
    }

    /**
     * Returns the exception for an error that a provider reported.
     *
     * @param error an object with a member {@code error}, or the error itself
     * @return the exception, with the provider's message and code
     */
    public static ProviderErrorException of(ProviderJson error) {
        return new ProviderErrorException(error.isText() ? new ErrorBody(error.text(), "") : ErrorBody.of(error));
    }

    /** Returns the error in the data of an event that may be plain text. */
    static ProviderErrorException ofText(String data) {
        Optional<ProviderJson> json = ErrorBody.json(data);
        return json.map(ProviderErrors::of).orElseGet(() -> new ProviderErrorException(ErrorBody.of(data)));
    }
}
