package dev.escapement;

/**
 * The thread id, the call id and the idempotency key with which a step runs.
 *
 * @param threadId the thread
 * @param callId the id of the call, as assigned by the model
 * @param idempotencyKey an id that is unique among the calls of all threads, and unchanged if the step runs again
 *     after a crash; pass it to systems that must not repeat an operation
 */
public record StepContext(String threadId, String callId, String idempotencyKey) {}
