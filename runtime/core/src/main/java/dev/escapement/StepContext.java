package dev.escapement;

/**
 * What a step may know of the run that it is part of.
 *
 * @param threadId the thread
 * @param callId the call, as the model named it
 * @param idempotencyKey names this call among all calls of all threads, and stays the same if the step runs again
 *     after a crash: pass it on to whatever must not happen twice
 */
public record StepContext(String threadId, String callId, String idempotencyKey) {}
