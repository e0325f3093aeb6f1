package dev.escapement.langchain4j;

import com.fasterxml.jackson.core.JacksonException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import dev.escapement.model.spi.ProviderText;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A converter from LangChain4j exceptions to the exceptions of {@code Model}. */
final class LangChain4jExceptions {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_CAUSES = 50; // causes can form a cycle
    private static final String TIMEOUT_OF_OKHTTP =
            "timeout"; // its timeout is an InterruptedIOException with this message

    private LangChain4jExceptions() {}

    /**
     * Converts a failure of a chat model to an exception that {@code Model} specifies. An interruption becomes a {@link
     * CancellationException}, and any other failure a model exception. Only the provider's answers are quoted, without
     * keys.
     *
     * @throws VirtualMachineError the failure if the JVM cannot continue
     */
    static RuntimeException of(ModelInfo model, Throwable fault) {
        if (fault instanceof VirtualMachineError fatal && !(fault instanceof StackOverflowError)) {
            throw fatal;
        }
        if (fault instanceof CancellationException cancelled) {
            return cancelled;
        }
        if (causes(fault).anyMatch(LangChain4jExceptions::isInterruption)) {
            return cancelled(fault);
        }
        Optional<HttpException> http = cause(fault, HttpException.class);
        int status = http.map(HttpException::statusCode).orElse(0);
        String message = message(model, http.map(HttpException::getMessage).orElseGet(() -> words(fault)));
        Throwable cause = RedactedCause.of(fault);
        if (cause(fault, JacksonException.class).isPresent()) {
            return new UnreadableReplyException(model, message, cause);
        } else if (isTemporary(fault, status)) {
            return new ModelUnavailableException(model, message, status, null, cause);
        } else if (isRejection(fault) || status >= 400) {
            return new RequestRejectedException(model, message, status == 0 ? 400 : status, "", cause);
        }
        return new UnreadableReplyException(model, message, cause);
    }

    private static boolean isTemporary(Throwable fault, int status) {
        return fault instanceof RetriableException
                || fault instanceof UnresolvedModelServerException
                || status == 408
                || status == 409
                || status == 425
                || status == 429
                || status >= 500
                || cause(fault, IOException.class).isPresent()
                || cause(fault, TimeoutException.class).isPresent();
    }

    /**
     * Returns whether the same request will fail again. An adapter rejects what it cannot express, and an adapter that does
     * not fit the other libraries fails in any case.
     */
    private static boolean isRejection(Throwable fault) {
        return fault instanceof NonRetriableException
                || fault instanceof UnsupportedFeatureException
                || fault instanceof IllegalArgumentException
                || fault instanceof UnsupportedOperationException
                || fault instanceof LinkageError;
    }

    /**
     * Returns whether an exception was caused by an interruption of the Java thread. An interruption cancels the
     * request, so that no other model receives it. A timeout is not an interruption.
     */
    private static boolean isInterruption(Throwable fault) {
        return fault instanceof InterruptedException
                || fault instanceof ClosedByInterruptException
                || (fault instanceof InterruptedIOException
                        && !(fault instanceof SocketTimeoutException)
                        && !TIMEOUT_OF_OKHTTP.equals(fault.getMessage()));
    }

    /** Restores the interrupt status of the current Java thread and returns an exception for the interruption. */
    static CancellationException cancelled(Throwable fault) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("Interrupted during a request to a model");
        cancelled.initCause(fault);
        return cancelled;
    }

    private static String message(ModelInfo model, String detail) {
        String name = (model.provider() + " " + model.model()).strip();
        return (name.isEmpty() ? "The chat model" : name) + " sent no reply: "
                + ProviderText.line(ProviderText.withoutKeys(detail), MAX_LENGTH);
    }

    /**
     * Returns the message of a feature that is not supported, or the class name of the root cause. Other messages may
     * contain secrets, for example an address with a key.
     */
    private static String words(Throwable fault) {
        if (fault instanceof UnsupportedFeatureException && fault.getMessage() != null) {
            return fault.getMessage();
        }
        return causes(fault).reduce(fault, (outer, inner) -> inner).getClass().getName();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> type) {
        return causes(fault).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Returns an exception and all its direct and indirect causes. */
    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }
}
