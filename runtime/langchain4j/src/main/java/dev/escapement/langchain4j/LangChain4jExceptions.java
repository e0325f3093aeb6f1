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

/** Says in the terms of models what the exceptions of LangChain4j say. */
final class LangChain4jExceptions {

    private static final int MAX_LENGTH = 500;
    private static final String TIMEOUT_OF_OKHTTP = "timeout"; // an InterruptedIOException without a type of its own

    private LangChain4jExceptions() {}

    /**
     * The same fault as an exception of a model, or as one that says that nobody waits any more; unchanged if it is none of
     * the network or of the provider. Only what the provider itself answered is quoted.
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
        } else if (fault instanceof RetriableException
                || fault instanceof UnresolvedModelServerException
                || status == 429
                || status >= 500
                || cause(fault, IOException.class).isPresent()) {
            return new ModelUnavailableException(model, message, status, null, fault);
        } else if (fault instanceof NonRetriableException || status >= 400) {
            return new RequestRejectedException(model, message, status == 0 ? 400 : status, "", fault);
        }
        return fault;
    }

    /** Whoever interrupts wants no reply, neither of this model nor of another. A timeout is no interrupt. */
    private static boolean isInterruption(Throwable fault) {
        return fault instanceof InterruptedException
                || fault instanceof ClosedByInterruptException
                || (fault instanceof InterruptedIOException
                        && !(fault instanceof SocketTimeoutException)
                        && !TIMEOUT_OF_OKHTTP.equals(fault.getMessage()));
    }

    private static CancellationException cancelled(RuntimeException fault) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("interrupted while waiting for a model");
        cancelled.initCause(fault);
        return cancelled;
    }

    private static String message(ModelInfo model, String said) {
        String name = (model.provider() + " " + model.model()).strip();
        return (name.isEmpty() ? "The chat model" : name) + " gave no reply: " + ProviderText.line(said, MAX_LENGTH);
    }

    /** What began it. Its own words may hold a secret, such as an address with a key in it. */
    private static String name(Throwable fault) {
        return causes(fault).reduce(fault, (outer, inner) -> inner).getClass().getName();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> type) {
        return causes(fault).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** A fault, its cause, the cause of that, and so on. */
    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }
}
