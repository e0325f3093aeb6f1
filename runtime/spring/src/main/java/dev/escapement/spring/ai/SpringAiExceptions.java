package dev.escapement.spring.ai;

import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import dev.escapement.model.spi.ProviderText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A converter from the exceptions of Spring AI's chat models to the exceptions of {@code Model}. */
final class SpringAiExceptions {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_CAUSES = 50; // causes can form a cycle
    private static final Set<Integer> TEMPORARY = Set.of(408, 409, 425, 429);

    private SpringAiExceptions() {}

    /**
     * Converts a failure of a chat model to an exception that {@code Model} specifies. An interruption becomes a {@link
     * CancellationException}, and any other failure a model exception.
     *
     * @throws VirtualMachineError the failure if the JVM cannot continue
     */
    static RuntimeException of(ModelInfo model, Throwable fault) {
        if (fault instanceof VirtualMachineError fatal && !(fault instanceof StackOverflowError)) {
            throw fatal;
        }
        if (fault instanceof CancellationException || fault instanceof ModelException) {
            return (RuntimeException) fault;
        }
        if (causes(fault).anyMatch(SpringAiExceptions::isInterruption)) {
            return cancelled(fault);
        }
        Optional<ProviderFault> known =
                causes(fault).map(ProviderFault::of).flatMap(Optional::stream).findFirst();
        int status = known.map(ProviderFault::status).orElse(0);
        String message = message(model, fault, known.map(ProviderFault::answer));
        Throwable cause = KeylessException.of(fault);
        if (isTemporary(fault, status)) {
            return new ModelUnavailableException(
                    model, message, status, known.map(ProviderFault::retryAfter).orElse(null), cause);
        } else if (status >= 400 || isRejection(fault)) {
            return new RequestRejectedException(model, message, status == 0 ? 400 : status, "", cause);
        }
        return new UnreadableReplyException(model, message, cause);
    }

    private static boolean isTemporary(Throwable fault, int status) {
        return TEMPORARY.contains(status)
                || status >= 500
                || (status == 0 && causes(fault).anyMatch(SpringAiExceptions::isTransport));
    }

    /** Returns whether a connection failed. The exceptions of Jackson 2 are also of this type, but concern the content. */
    private static boolean isTransport(Throwable fault) {
        return (fault instanceof IOException && !fault.getClass().getName().startsWith("com.fasterxml.jackson."))
                || fault instanceof TimeoutException;
    }

    /** Returns whether the same request will fail again, because the adapter cannot express it or does not fit. */
    private static boolean isRejection(Throwable fault) {
        return fault instanceof IllegalArgumentException
                || fault instanceof UnsupportedOperationException
                || fault instanceof LinkageError;
    }

    private static boolean isInterruption(Throwable fault) {
        return fault instanceof InterruptedException
                || fault instanceof ClosedByInterruptException
                || (fault instanceof InterruptedIOException
                        && !(fault instanceof SocketTimeoutException)
                        && !"timeout".equals(fault.getMessage())); // the timeout of OkHttp has this message
    }

    /** Restores the interrupt status of the current Java thread and returns an exception for the interruption. */
    private static CancellationException cancelled(Throwable fault) {
        Thread.currentThread().interrupt();
        CancellationException cancelled = new CancellationException("Interrupted during a request to a model");
        cancelled.initCause(fault);
        return cancelled;
    }

    /**
     * Returns a message with the provider's answer, or with the class name of the root cause. Other messages may contain
     * secrets, for example an address with a key.
     */
    private static String message(ModelInfo model, Throwable fault, Optional<String> answer) {
        String name = (model.provider() + " " + model.model()).strip();
        String detail = answer.orElseGet(() ->
                causes(fault).reduce(fault, (outer, inner) -> inner).getClass().getName());
        return (name.isEmpty() ? "The chat model" : name) + " sent no reply: "
                + ProviderText.line(ProviderText.withoutKeys(detail), MAX_LENGTH);
    }

    /** Returns an exception and all its direct and indirect causes. */
    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }
}
