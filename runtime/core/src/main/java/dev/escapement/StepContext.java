package dev.escapement;

/**
 * The ids of the thread and the call that a step runs for, and the call's idempotency key.
 *
 * @param threadId the thread
 * @param callId the id of the call, as assigned by the model
 * @param idempotencyKey an id that is unique among the calls of all threads, and unchanged if the step runs again
 *     after a crash; pass it to systems that must not repeat an operation
 */
public record StepContext(String threadId, String callId, String idempotencyKey) {}
