package dev.escapement.gemini;

import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ProviderJson;
import java.util.Set;

/** A reader of errors that the API reports in place of a reply, either in a stream or in a 2xx response. */
final class GeminiErrors {

    private static final Set<String> TEMPORARY =
            Set.of("ABORTED", "DEADLINE_EXCEEDED", "INTERNAL", "RESOURCE_EXHAUSTED", "UNAVAILABLE", "UNKNOWN");

    private GeminiErrors() {}

    /**
     * Checks that a reply or a chunk of a stream is not an error.
     *
     * @param response a reply, or one chunk of its stream
     * @throws ProviderErrorException if it is an error
     */
    static void check(ProviderJson response) {
        ProviderJson error = response.get("error");
        boolean isError = error.isText()
                ? !error.text().isBlank()
                : isPresent(error.get("message")) || isPresent(error.get("status")) || isPresent(error.get("code"));
        if (isError) {
            String code = error.get("status").textOrJson();
            String status = error.get("code").textOrJson();
            boolean isTemporary = code.isEmpty() ? isTemporaryStatus(status) : TEMPORARY.contains(code);
            throw ProviderErrorException.of(error, code.isEmpty() ? status : code, isTemporary);
        }
    }

    /** Returns whether a property of an error is set. Some servers send empty errors with every reply. */
    private static boolean isPresent(ProviderJson property) {
        return !property.textOrJson().isBlank() && !property.textOrJson().equals("0");
    }

    private static boolean isTemporaryStatus(String status) {
        return status.equals("429") || status.matches("5\\d\\d");
    }
}
