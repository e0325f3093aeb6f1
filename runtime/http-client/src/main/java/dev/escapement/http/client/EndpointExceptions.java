package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A factory of the exceptions that an endpoint throws. Text from the provider and the Java platform is redacted. */
final class EndpointExceptions {

    private static final int MAX_LENGTH = 500;

    private final ModelInfo model;
    private final Redaction redaction;
    private final HttpSettings http;
    private final String subject;

    EndpointExceptions(ModelInfo model, URI uri, Redaction redaction, HttpSettings http) {
        this.model = model;
        this.redaction = redaction;
        this.http = http;
        String name = (model.provider() + " " + model.model()).strip();
        subject = (name.isEmpty() ? "A model" : name) + " at " + address(uri);
    }

    /** Returns the model's name and endpoint address, without the query string. */
    String subject() {
        return subject;
    }

    /**
     * Returns an exception for a failed connection, an incomplete stream or a timeout. Its cause is the exception of
     * the Java platform, if any.
     */
    RetryableException retryable(RetryableException.Kind kind, int status, @Nullable Throwable fault) {
        String problem = switch (kind) {
            case CONNECT_TIMEOUT -> "no connection within " + DurationText.of(http.connectTimeout());
            case INSECURE_CONNECTION -> "no secure connection";
            case NO_CONNECTION -> "no connection";
            case NO_TUNNEL -> "the proxy opened no tunnel";
            case LOST_REQUEST -> "the connection was lost before the reply";
            case LOST_REPLY -> "the connection was lost during the reply";
            case REPLY_TIMEOUT -> "the reply was not complete within " + DurationText.of(http.replyTimeout());
            case IDLE_TIMEOUT -> "no further part of the reply within " + DurationText.of(http.idleTimeout());
            case INCOMPLETE_STREAM -> "the stream ended before the reply";
            case PROVIDER_ERROR -> "the provider reported an error";
        };
        return fault == null
                ? new RetryableException(kind, problem, status, Optional.empty(), null)
                : new RetryableException(kind, problem + ": " + detail(fault), status, Optional.empty(), clean(fault));
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
        return "HTTP " + status + code + (message.isEmpty() ? " without a message" : ": " + message);
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
            detail = each.getClass().getSimpleName();
            if (each.getMessage() != null) {
                detail = each.getMessage();
                break;
            }
        }
        return redaction.excerpt(detail, MAX_LENGTH);
    }

    ModelUnavailableException unavailable(RetryableException last, int attempts) {
        return new ModelUnavailableException(
                model,
                subject + " is unavailable after " + (attempts == 1 ? "1 attempt" : attempts + " attempts") + ": "
                        + last.getMessage()
                        + (last.status() == 0 ? ". Check the address, or resume" : ". Resume") + " the thread later.",
                last.status(),
                last.retryAfter().orElse(null),
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
                last);
    }

    /**
     * Returns an exception for an exhausted quota. It is not a rejected request, because another model may have a
     * separate quota.
     */
    ModelUnavailableException quotaExhausted(int status, ErrorBody error) {
        return new ModelUnavailableException(
                model,
                subject + ": the quota is exhausted: " + problem(status, error)
                        + ". Raise it at the provider, then resume the thread.",
                status,
                null,
                null);
    }

    RequestRejectedException rejected(int status, ErrorBody error) {
        return new RequestRejectedException(
                model,
                subject + " rejected the request: " + problem(status, error) + ". " + remedy(status),
                status,
                redaction.excerpt(error.code(), MAX_LENGTH));
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401, 403 -> "Check the key.";
            case 404, 405 -> "Check the address and the name of the model.";
            case 407 -> "Check the settings of the proxy.";
            case 413 -> "Shorten the conversation.";
            default -> "Fix the named problem; the same request will fail again.";
        };
    }

    UnreadableReplyException redirected(int status, String location) {
        return unreadable(
                "HTTP " + status + " redirects to " + redaction.excerpt(withoutQuery(location), MAX_LENGTH)
                        + ". Set that address; redirects are not followed, because they would receive the key.",
                new MalformedReplyException("status", "2xx", Integer.toString(status)));
    }

    UnreadableReplyException wrongContentType(int status, String contentType, String beginning) {
        return unreadable(
                "HTTP " + status + " with " + redaction.excerpt(contentType, MAX_LENGTH) + " and "
                        + (beginning.isEmpty()
                                ? "an empty body"
                                : "a body that begins with " + redaction.excerpt(beginning, MAX_LENGTH))
                        + ". JSON or an event stream was expected. Check the address.",
                new MalformedReplyException("content-type", "JSON or an event stream", contentType));
    }

    /**
     * Returns an exception for a reply that violates the protocol.
     *
     * @param last the text that the reader received last: if it contains a secret, the fault may contain half of one
     */
    UnreadableReplyException unreadable(MalformedReplyException fault, String last) {
        boolean isClean = redaction.isClean(fault.found()) && redaction.isClean(last);
        String message = redaction.clean(fault.path()) + ": expected " + fault.expected()
                + (isClean ? ", found " + MalformedReplyException.excerpt(fault.found()) : "")
                + (last.isEmpty() ? "." : ". The text begins with: " + redaction.excerpt(last, MAX_LENGTH));
        return unreadable(message, isClean ? fault : null);
    }

    private UnreadableReplyException unreadable(String problem, @Nullable MalformedReplyException fault) {
        boolean isClean = fault != null && redaction.isClean(fault.found());
        return new UnreadableReplyException(
                model, subject + " did not send a reply: " + problem, isClean ? fault : null);
    }

    private @Nullable Throwable clean(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (!redaction.isClean(String.valueOf(each.getMessage()))) {
                return null;
            }
        }
        return fault;
    }

    private static String address(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath();
    }

    private static String withoutQuery(String location) {
        int query = location.indexOf('?');
        return query < 0 ? location : location.substring(0, query);
    }
}
