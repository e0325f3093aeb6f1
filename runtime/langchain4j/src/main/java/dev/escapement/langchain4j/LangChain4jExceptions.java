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
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** A converter from LangChain4j exceptions to the exceptions of {@code Model}. */
final class LangChain4jExceptions {

    private static final int MAX_LENGTH = 500;
    private static final String TIMEOUT_OF_OKHTTP =
            "timeout"; // its timeout is an InterruptedIOException with this message

    private LangChain4jExceptions() {}

    /**
     * Converts an exception thrown by a chat model to one that {@code Model} specifies. A failure of the network or the
     * provider becomes a model exception, and an interruption a {@link CancellationException}; any other exception is
     * returned unchanged. Only the provider's answers are quoted.
     */
    static RuntimeException of(ModelInfo model, RuntimeException fault) {
        if (causes(fault).anyMatch(LangChain4jExceptions::isInterruption)) {
            return cancelled(fault);
        }
        Optional<HttpException> http = cause(fault, HttpException.class);
        int status = http.map(HttpException::statusCode).orElse(0);
        String message = message(model, http.map(HttpException::getMessage).orElseGet(() -> name(fault)));
        if (cause(fault, JacksonException.class).isPresent()) {
            return new UnreadableReplyException(model, message, fault);
        }
        if (isTemporary(fault, status)) {
            return new ModelUnavailableException(model, message, status, null, fault);
        }
        if (fault instanceof NonRetriableException || status >= 400) {
            return new RequestRejectedException(model, message, status == 0 ? 400 : status, "", fault);
        }
        return fault;
    }

    private static boolean isTemporary(RuntimeException fault, int status) {
        return fault instanceof RetriableException
                || fault instanceof UnresolvedModelServerException
                || status == 429
                || status >= 500
                || cause(fault, IOException.class).isPresent();
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
    static CancellationException cancelled(Exception fault) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("Interrupted during a request to a model");
        cancelled.initCause(fault);
        return cancelled;
    }

    private static String message(ModelInfo model, String detail) {
        String name = (model.provider() + " " + model.model()).strip();
        return (name.isEmpty() ? "The chat model" : name) + " sent no reply: " + ProviderText.line(detail, MAX_LENGTH);
    }

    /**
     * Returns the class name of the root cause. Its message may contain a secret, for example an address with a key.
     */
    private static String name(Throwable fault) {
        return causes(fault).reduce(fault, (outer, inner) -> inner).getClass().getName();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> type) {
        return causes(fault).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Returns an exception and all its direct and indirect causes. */
    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }
}
