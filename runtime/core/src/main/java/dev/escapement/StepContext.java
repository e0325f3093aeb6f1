package dev.escapement;

import java.util.Objects;
import java.util.Optional;

/**
 * The thread id, the call id and the idempotency key with which a step runs, and the resources that the runner provides.
 *
 * <pre>{@code
 * // in a TRANSACTIONAL step: statements of this connection commit together with the event of the step
 * java.sql.Connection connection = context.resource(java.sql.Connection.class);
 * }</pre>
 *
 * @param threadId the thread
 * @param callId the id of the call, as assigned by the model
 * @param idempotencyKey an id that is unique among the calls of all threads, and unchanged if the step runs again
 *     after a crash; pass it to systems that must not repeat an operation
 * @param resources the resources that the runner provides
 */
public record StepContext(String threadId, String callId, String idempotencyKey, Resources resources) {

    public StepContext {
        Objects.requireNonNull(threadId, "threadId");
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(resources, "resources");
    }

    /** Creates a context without resources. */
    public StepContext(String threadId, String callId, String idempotencyKey) {
        this(threadId, callId, idempotencyKey, Resources.NONE);
    }

    /** The resources of a step, found by their type. */
    public interface Resources {

        /** No resources. */
        Resources NONE = new NoResources();

        /**
         * Returns a resource.
         *
         * @param type the type of the resource
         * @param <T> the type of the resource
         * @return the resource; empty if there is none of this type
         */
        <T> Optional<T> find(Class<T> type);
    }

    /** The absence of resources. */
    private record NoResources() implements Resources {
        @Override
        public <T> Optional<T> find(Class<T> type) {
            return Optional.empty();
        }
    }

    /**
     * Returns a resource, such as the {@code java.sql.Connection} of the transaction in which a {@link
     * Effect#TRANSACTIONAL transactional} step runs. It is valid until the step returns.
     *
     * @param type the type of the resource
     * @param <T> the type of the resource
     * @return the resource
     * @throws IllegalStateException if the runner does not provide a resource of this type to the step
     */
    public <T> T resource(Class<T> type) {
        return resources
                .find(type)
                .orElseThrow(() -> new IllegalStateException("No " + type.getName()
                        + " is available to this step. The effect of the step must be TRANSACTIONAL, and the thread store must share"
                        + " the application's database."));
    }

    /**
     * Returns this context with resources.
     *
     * @param provided the resources
     * @return a copy
     */
    public StepContext with(Resources provided) {
        return new StepContext(threadId, callId, idempotencyKey, provided);
    }
}
