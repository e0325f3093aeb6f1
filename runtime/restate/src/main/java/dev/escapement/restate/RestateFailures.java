package dev.escapement.restate;

import dev.escapement.internal.tree.JsonValue;
import dev.escapement.run.StoreException;
import dev.escapement.run.StoreException.Reason;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exceptions for failures of Restate. */
final class RestateFailures {

    private static final int MAX_REASON = 300;

    private RestateFailures() {}

    /** Returns whether a request was not sent, because the connection could not be opened. */
    static boolean isUnsent(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    }

    /** Returns whether a request can succeed when it is repeated, at the same or at another address. */
    static boolean isTemporary(int status) {
        return status == 429 || status >= 500;
    }

    /** Returns the exception for a connection that could not be opened, or that was lost. */
    static StoreException connection(RestateRequest request, URI address, Throwable cause) {
        String problem = isUnsent(cause)
                ? "Restate cannot be reached at " + address + ". Start it, or check the address."
                : "The connection to Restate at " + address
                        + " was lost, and the outcome is unknown. Load the thread again" + " before the next append.";
        return exception(request, problem, Reason.UNAVAILABLE, cause);
    }

    /** Returns the exception for a request that was not answered in time. */
    static StoreException timeout(RestateRequest request, URI address, Throwable cause) {
        return exception(
                request,
                "Restate at " + address + " did not answer within "
                        + request.timeout().toMillis() + " ms, and the outcome is unknown: the request waits until a"
                        + " running step of the thread ends, or until the deployment of " + request.subject()
                        + " can be reached. Load the thread again before the next append, or increase the timeout.",
                Reason.UNAVAILABLE,
                cause);
    }

    /** Returns the exception for an interruption of the Java thread. */
    static StoreException interrupted(RestateRequest request, InterruptedException cause) {
        return exception(
                request,
                "The Java thread was interrupted during a request to Restate, and the outcome is unknown. Load the"
                        + " thread again before the next append.",
                Reason.UNAVAILABLE,
                cause);
    }

    /** Returns the exception for a response with a status other than success. */
    static StoreException status(RestateRequest request, URI address, int status, String body) {
        String answer = "Restate at " + address + " answered with status " + status + reason(body) + " ";
        return switch (status) {
            case 401, 403 ->
                exception(
                        request,
                        answer + "Set the header with the token of the cluster, for example"
                                + " header(\"Authorization\", \"Bearer …\").",
                        Reason.OTHER,
                        null);
            case 404 ->
                exception(
                        request,
                        answer + "Register the deployment of " + request.subject()
                                + " with Restate, and check the address" + " and the name of the service.",
                        Reason.OTHER,
                        null);
            case 413 ->
                exception(
                        request,
                        answer + "Increase the message size limit of Restate, or keep large values in files.",
                        Reason.OTHER,
                        null);
            case 429 -> exception(request, answer + "Repeat the operation.", Reason.BUSY, null);
            case 502, 503, 504 ->
                exception(
                        request,
                        answer + "The outcome is unknown. Load the thread again before the next append.",
                        Reason.UNAVAILABLE,
                        null);
            default -> exception(request, answer + "Search the log of Restate for the cause.", Reason.OTHER, null);
        };
    }

    /** Returns the exception for a reply that is not one of this release. */
    static StoreException format(RestateRequest request) {
        return exception(
                request,
                "The reply of " + request.subject()
                        + " is not one of this release. Check that the addresses are those of"
                        + " Restate, and deploy the same release of the service.",
                Reason.FORMAT,
                null);
    }

    /** Returns the exception for a thread that cannot be removed yet. */
    static StoreException unsettled(String threadId) {
        return new StoreException(
                "Thread " + threadId
                        + " was not removed, because one of its children could not be ended. Correct the cause,"
                        + " which the log of the service contains, and repeat the removal.",
                threadId,
                Reason.OTHER,
                null);
    }

    /** Returns the exception for a query without an address. */
    static StoreException noAdmin() {
        return new StoreException(
                "The index requires the admin API of Restate. Set its address with admin(URI), for example"
                        + " http://127.0.0.1:9070.",
                null,
                Reason.OTHER,
                null);
    }

    private static StoreException exception(
            RestateRequest request, String message, Reason reason, @Nullable Throwable cause) {
        return new StoreException(message, request.threadId().orElse(null), reason, cause);
    }

    /** Returns the message in the body of an error, which Restate and not a thread has written. */
    private static String reason(String body) {
        return message(body)
                .map(text -> ": " + (text.length() > MAX_REASON ? text.substring(0, MAX_REASON) + "…" : text))
                .map(text -> text.endsWith(".") ? text : text + ".")
                .orElse(".");
    }

    private static Optional<String> message(String body) {
        try {
            return JsonValue.parse(body) instanceof JsonValue.Members object
                            && object.properties().get("message") instanceof JsonValue.Text text
                    ? Optional.of(text.text().strip())
                    : Optional.empty();
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }
}
