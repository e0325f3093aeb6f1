package dev.escapement.wire;

import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Words everything that can go wrong at an endpoint. No word of anybody else gets past here with a secret in it. */
final class Failures {

    private static final int MAX_LENGTH = 500;

    private final ModelInfo model;
    private final Redaction redaction;
    private final String subject;

    Failures(ModelInfo model, URI uri, Redaction redaction) {
        this.model = model;
        this.redaction = redaction;
        String name = (model.provider() + " " + model.model()).strip();
        subject = (name.isEmpty() ? "a model" : name) + " at " + address(uri);
    }

    /** Which model it is about and where it is asked, without what only the server has to know. */
    String subject() {
        return subject;
    }

    /** What the provider says in place of a reply. */
    String said(int status, ErrorBody error) {
        String code = error.code().isEmpty() ? "" : " (" + redaction.excerpt(error.code(), MAX_LENGTH) + ")";
        String sentence = redaction.excerpt(error.message(), MAX_LENGTH);
        String message = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return "HTTP " + status + code + (message.isEmpty() ? ", without a word" : ": " + message);
    }

    /** What the Java platform says of a connection. */
    TemporaryFault lost(String what, int status, Throwable fault) {
        return new TemporaryFault(what + ": " + detail(fault), status, clean(fault));
    }

    ModelUnavailableException untrusted(Throwable fault) {
        return new ModelUnavailableException(
                model,
                subject + " shows a certificate that is not trusted: " + detail(fault)
                        + ". Check the address and its certificate; if a proxy or a server of your own has issued it, add it to"
                        + " the trust store of the Java platform (-Djavax.net.ssl.trustStore).",
                0,
                null,
                clean(fault));
    }

    /** The first exception often says nothing. */
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

    ModelUnavailableException unavailable(TemporaryFault fault, int attempts) {
        return new ModelUnavailableException(
                model,
                subject + " is unavailable, " + (attempts == 1 ? "asked once" : "asked " + attempts + " times") + "; "
                        + fault.getMessage()
                        + (fault.status() == 0 ? ". Check the address, or resume" : ". Resume") + " the thread later.",
                fault.status(),
                fault.retryAfter().orElse(null),
                fault.getCause());
    }

    ModelUnavailableException leftAlone(TemporaryFault fault, Duration retryAfter, Duration longest) {
        return new ModelUnavailableException(
                model,
                subject + " wants to be left alone for " + TimeText.of(retryAfter)
                        + ", which is more than the " + TimeText.of(longest) + " that the settings allow; "
                        + fault.getMessage() + ". Resume the thread then.",
                fault.status(),
                retryAfter,
                fault.getCause());
    }

    /** Another model may have a quota of its own. */
    ModelUnavailableException usedUp(int status, ErrorBody error) {
        return new ModelUnavailableException(
                model,
                subject + ": the quota is used up, which does not pass by waiting; " + said(status, error)
                        + ". Raise it at the provider, then resume the thread.",
                status,
                null,
                null);
    }

    RequestRejectedException rejected(int status, ErrorBody error) {
        return new RequestRejectedException(
                model,
                subject + " does not accept the request; " + said(status, error) + remedy(status),
                status,
                redaction.excerpt(error.code(), MAX_LENGTH));
    }

    UnreadableReplyException redirected(int status, String location) {
        return unreadable("HTTP " + status + " points to " + redaction.excerpt(withoutQuery(location), MAX_LENGTH)
                + ", but no redirect is followed, since the key would go along. Set the right address.");
    }

    UnreadableReplyException unreadable(int status, String contentType, String beginning) {
        return unreadable("HTTP " + status + " with " + redaction.excerpt(contentType, MAX_LENGTH)
                + " in place of JSON or an event stream, "
                + (beginning.isEmpty()
                        ? "and an empty body"
                        : "which begins with: " + redaction.excerpt(beginning, MAX_LENGTH))
                + ". Check the address.");
    }

    /**
     * What the reader of a reply could not read.
     *
     * @param seen all that it was given last: if there is a secret in it, there may be half of one in the fault
     */
    UnreadableReplyException unreadable(MalformedJsonException fault, String seen) {
        boolean isClean = redaction.isClean(fault.found()) && redaction.isClean(seen);
        String message = subject + " sent something else than a reply; " + redaction.clean(fault.path()) + ": expected "
                + fault.expected() + (isClean ? ", found " + MalformedJsonException.shown(fault.found()) : "")
                + (seen.isEmpty() ? "" : "; it begins with: " + redaction.excerpt(seen, MAX_LENGTH));
        return new UnreadableReplyException(model, message, isClean ? fault : null);
    }

    private UnreadableReplyException unreadable(String what) {
        return new UnreadableReplyException(model, subject + " sent something else than a reply; " + what, null);
    }

    private @Nullable Throwable clean(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (!redaction.isClean(String.valueOf(each.getMessage()))) {
                return null;
            }
        }
        return fault;
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401, 403 -> ". Check the key.";
            case 404, 405 -> ". Check the address and the name of the model.";
            case 407 -> ". Check the settings of the proxy.";
            case 413 -> ". The conversation has become too long.";
            default -> ". Mend what it names; the same request will fail again.";
        };
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
