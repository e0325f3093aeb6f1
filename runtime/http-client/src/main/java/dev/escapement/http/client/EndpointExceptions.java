package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.request.Headers;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.UnreadableReplyException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A factory of the exceptions that an endpoint throws. Text from the provider and the Java platform is redacted. */
final class EndpointExceptions {

    private static final int MAX_LENGTH = 500;

    private final ModelInfo model;
    private final Redaction redaction;
    private final HttpSettings http;
    private final String subject;
    private final boolean hasKey;

    /**
     * Creates a factory of exceptions.
     *
     * @param uri the address of the endpoint, whose parts that may be secret are hidden
     * @param headers the headers whose values are secret
     */
    EndpointExceptions(ModelInfo model, URI uri, Headers headers, HttpSettings http) {
        SafeAddress address = SafeAddress.of(uri, model.model());
        List<String> secrets = new ArrayList<>(address.secrets());
        http.proxyAuthorization().ifPresent(value -> secrets.addAll(proxySecrets(value)));
        this.model = model;
        this.redaction = new Redaction(headers, secrets);
        this.http = http;
        this.hasKey =
                !headers.values().isEmpty() || String.valueOf(uri.getRawQuery()).contains("key=");
        String name = (model.provider() + " " + model.model()).strip();
        subject = (name.isEmpty() ? "A model" : name) + " at " + address.text();
    }

    private static List<String> proxySecrets(String authorization) {
        String encoded = authorization.substring(authorization.indexOf(' ') + 1);
        String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        return List.of(encoded, both, both.substring(both.indexOf(':') + 1));
    }

    /** Returns the model's name and endpoint address, without the parts that may be secret. */
    String subject() {
        return subject;
    }

    /** Returns the information in the headers of a response, without secrets. */
    ResponseInfo info(HttpHeaders headers, String otherId) {
        return ResponseHeaders.info(headers, otherId, redaction);
    }

    /** Returns an exception for a failed supplier of the key or of headers. */
    ModelUnavailableException noHeaders(RuntimeException fault) {
        boolean isOurs = fault instanceof IllegalArgumentException && fault.getCause() == null;
        return new ModelUnavailableException(
                model,
                subject + ": the supplier of the key or of the headers failed with "
                        + fault.getClass().getSimpleName()
                        + (isOurs && fault.getMessage() != null ? ": " + detail(fault) : ".")
                        + " Correct the supplier, then resume the thread.",
                0,
                null,
                clean(fault));
    }

    /** Returns a log entry about an optional property that the server does not accept. */
    String omission(String property, String setting, RejectedException rejected) {
        return subject + " does not accept the property " + property + ": "
                + problem(rejected.status(), rejected.error()) + ". Later requests to this model omit it."
                + (setting.isEmpty() ? "" : " To avoid the rejected request, set " + setting + ".");
    }

    /** Returns a log entry about a complete reply with an unknown stop reason. */
    String unknownReason(String word) {
        return subject + ": the model stopped with the unknown reason " + redaction.excerpt(word, MAX_LENGTH)
                + ". The reply is used, because its content is complete.";
    }

    /** Returns a log entry about an error that followed a complete reply. */
    String lateError(int status, ErrorBody error) {
        return subject + ": the reply is complete, so a later error is ignored: " + problem(status, error) + ".";
    }

    /**
     * Returns an exception for a failed connection, an incomplete stream or a timeout. Its cause is the exception of
     * the Java platform, if any.
     */
    RetryableException retryable(RetryableException.Kind kind, int status, @Nullable Throwable fault) {
        String problem = switch (kind) {
            case CONNECT_TIMEOUT ->
                http.httpClient().isPresent() // which has a timeout of its own
                        ? "no connection in time"
                        : "no connection within " + DurationText.of(http.connectTimeout());
            case INSECURE_CONNECTION -> "no secure connection";
            case NO_CONNECTION -> "no connection";
            case NO_TUNNEL -> "the proxy opened no tunnel";
            case LOST_REQUEST -> "the connection was lost before the reply";
            case LOST_REPLY -> "the connection was lost during the reply";
            case REPLY_TIMEOUT -> "the reply was not complete within " + DurationText.of(http.replyTimeout());
            case IDLE_TIMEOUT -> "no further part of the reply within " + DurationText.of(http.idleTimeout());
            case INCOMPLETE_STREAM -> "the stream ended before the reply";
            case EMPTY_BODY -> "the response has an empty body";
            case INCOMPLETE_BODY -> "the JSON of the response ended early";
            case PROVIDER_ERROR -> "the provider reported an error";
        };
        return fault == null
                ? new RetryableException(kind, problem, status, Optional.empty(), null)
                : new RetryableException(kind, problem + ": " + detail(fault), status, Optional.empty(), clean(fault));
    }

    /** Returns an exception for a stream that ended with text that is not part of a reply. */
    RetryableException incomplete(int status, String text) {
        String words = redaction.excerpt(HtmlTitle.of(text).orElse(text), MAX_LENGTH);
        return new RetryableException(
                RetryableException.Kind.INCOMPLETE_STREAM,
                "the stream ended before the reply" + (words.isEmpty() ? "" : "; it contains: " + words),
                status,
                Optional.empty(),
                null);
    }

    /** Returns an exception for a temporary error reported by the provider. */
    RetryableException providerError(int status, ErrorBody error, Optional<Duration> retryAfter) {
        return new RetryableException(
                RetryableException.Kind.PROVIDER_ERROR, problem(status, error), status, retryAfter, null);
    }

    private String problem(int status, ErrorBody error) {
        String code = error.code().isEmpty() ? "" : " (" + redaction.excerpt(error.code(), MAX_LENGTH) + ")";
        String sentence = redaction.excerpt(error.message(), MAX_LENGTH);
        String message = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return "HTTP " + status + code + (message.isEmpty() ? " without a message" : ": " + message)
                + parameter(error, message);
    }

    private String parameter(ErrorBody error, String message) {
        String name = error.parameters().isEmpty() ? "" : error.parameters().get(0);
        return name.isEmpty() || message.contains(name) ? "" : " [" + redaction.excerpt(name, MAX_LENGTH) + "]";
    }

    ModelUnavailableException untrusted(Throwable fault) {
        return new ModelUnavailableException(
                model,
                subject + " has an untrusted certificate: " + detail(fault)
                        + ". Check the address and the certificate. Add the certificate of a proxy or of your own server to the"
                        + " trust store of the Java platform (-Djavax.net.ssl.trustStore).",
                0,
                null,
                clean(fault));
    }

    /** Returns the first message in a chain of causes, or the class name of the last cause if none has a message. */
    private String detail(Throwable fault) {
        String detail = fault.getClass().getSimpleName();
        for (Throwable each = fault; each != null; each = each.getCause()) {
            detail = noConnection(each);
            if (each.getMessage() != null) {
                detail = each.getMessage();
                break;
            }
        }
        return redaction.excerpt(detail, MAX_LENGTH);
    }

    /** Returns the meaning of an exception by which the Java platform reports a failed connection without a message. */
    private static String noConnection(Throwable fault) {
        if (fault instanceof UnresolvedAddressException) {
            return "unknown host";
        }
        return fault instanceof ClosedChannelException
                ? "connection refused"
                : fault.getClass().getSimpleName();
    }

    ModelUnavailableException unavailable(RetryableException last, int attempts) {
        return new ModelUnavailableException(
                model,
                subject + " is unavailable after " + (attempts == 1 ? "1 attempt" : attempts + " attempts") + ": "
                        + last.getMessage()
                        + (last.status() == 0 ? ". Check the address, or resume" : ". Resume") + " the thread later.",
                last.status(),
                last.retryAfter().orElse(null),
                last.response(),
                last);
    }

    ModelUnavailableException delayTooLong(RetryableException last, Duration retryAfter) {
        return new ModelUnavailableException(
                model,
                subject + " requests a delay of " + DurationText.of(retryAfter) + ", but the settings allow at most "
                        + DurationText.of(http.longestRetryAfter()) + ": " + last.getMessage()
                        + ". Resume the thread after the delay.",
                last.status(),
                retryAfter,
                last.response(),
                last);
    }

    /**
     * Returns an exception for an exhausted quota. It is not a rejected request, because another model may have a
     * separate quota.
     */
    ModelUnavailableException quotaExhausted(int status, ErrorBody error, ResponseInfo response) {
        return new ModelUnavailableException(
                model,
                subject + ": the balance or quota of the account is used up: " + problem(status, error)
                        + ". Raise it at the provider, then resume the thread.",
                status,
                null,
                response,
                null);
    }

    /**
     * Returns an exception for a rejected request.
     *
     * @param setting the setting that omits the property that the server does not accept; empty if there is none
     */
    RequestRejectedException rejected(RejectedException rejected, String setting) {
        String remedy = setting.isEmpty() ? remedy(rejected.status()) : "Set " + setting + ", then resume the thread.";
        return rejected(rejected.status(), rejected.error(), remedy, rejected.response());
    }

    RequestRejectedException rejected(int status, ErrorBody error, ResponseInfo response) {
        return rejected(status, error, remedy(status), response);
    }

    private RequestRejectedException rejected(int status, ErrorBody error, String remedy, ResponseInfo response) {
        return new RequestRejectedException(
                model,
                subject + " rejected the request: " + problem(status, error) + ". " + remedy,
                status,
                redaction.excerpt(error.code(), MAX_LENGTH),
                response,
                null);
    }

    private String remedy(int status) {
        return switch (status) {
            case 401 -> hasKey ? "Check the key." : "No key is set. Set apiKey(...).";
            case 403 -> hasKey ? "Check the key and its permissions." : "No key is set. Set apiKey(...).";
            case 404, 405 -> "Check the address and the name of the model.";
            case 407 ->
                (http.proxyAuthorization().isPresent()
                                ? "Check the user and the password of the proxy."
                                : "Set the password of the proxy with HttpSettings.withProxyPassword.")
                        + " For https, start the JVM with"
                        + " -Djdk.http.auth.tunneling.disabledSchemes= so that it sends the password.";
            case 413 -> "Shorten the conversation.";
            default -> "Fix the named problem, then resume the thread.";
        };
    }

    UnreadableReplyException redirected(int status, String location, ResponseInfo response) {
        return unreadable(
                "HTTP " + status + " redirects to " + redaction.excerpt(safeLocation(location), MAX_LENGTH)
                        + ". Set that address; redirects are not followed, because they would receive the key.",
                new MalformedReplyException("status", "2xx", Integer.toString(status)),
                response);
    }

    UnreadableReplyException wrongContentType(int status, String contentType, String beginning, ResponseInfo response) {
        return unreadable(
                "HTTP " + status + " with " + redaction.excerpt(contentType, MAX_LENGTH) + " and "
                        + (beginning.isEmpty()
                                ? "an empty body"
                                : "a body that begins with "
                                        + redaction.excerpt(
                                                HtmlTitle.of(beginning).orElse(beginning), MAX_LENGTH))
                        + ". JSON or an event stream was expected. Check the address.",
                new MalformedReplyException("content-type", "JSON or an event stream", contentType),
                response);
    }

    /**
     * Returns an exception for a reply that violates the protocol.
     *
     * @param last the text that the reader received last: if it contains a secret, the fault may contain half of one
     */
    UnreadableReplyException unreadable(MalformedReplyException fault, String last, ResponseInfo response) {
        boolean isClean = redaction.isClean(fault.found()) && redaction.isClean(last);
        String message = redaction.clean(fault.path()) + ": expected " + fault.expected()
                + (isClean ? ", found " + MalformedReplyException.excerpt(fault.found()) : "")
                + (last.isEmpty() ? "." : ". The text begins with: " + redaction.excerpt(last, MAX_LENGTH));
        return unreadable(message, isClean ? fault : null, response);
    }

    private UnreadableReplyException unreadable(
            String problem, @Nullable MalformedReplyException fault, ResponseInfo response) {
        boolean isClean = fault != null && redaction.isClean(fault.found());
        return new UnreadableReplyException(
                model, subject + " did not send a reply: " + problem, response, isClean ? fault : null);
    }

    private @Nullable Throwable clean(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (!redaction.isClean(String.valueOf(each.getMessage()))) {
                return null;
            }
        }
        return fault;
    }

    private String safeLocation(String location) {
        try {
            return SafeAddress.of(new URI(location), model.model()).text();
        } catch (URISyntaxException e) {
            return "an invalid address";
        }
    }
}
