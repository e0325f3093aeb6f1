package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;

/** The operations of a {@link Runner} that record the start of a thread and leave its execution to a {@link Worker}. */
interface StartQueue {

    /**
     * Records the start of a thread as {@link Runner#start(String, Start)} does, but does not execute the thread. The
     * thread is {@linkplain Standing#RUNNABLE runnable}, so that a {@link Worker} of any process claims it at once. The
     * listener of the worker's runner receives the start, unless another event, such as a message of a person, precedes the
     * first execution.
     *
     * <p>Repeated deliveries of one start have the same id. A caller can distinguish them from another start with this id:
     *
     * <pre>{@code
     * try {
     *     thread = runner.enqueue("mail-1042", delivered);
     * } catch (ThreadExistsException exists) {
     *     if (!exists.thread().start().equals(delivered)) {
     *         throw exists;
     *     }
     *     thread = exists.thread();
     * }
     * }</pre>
     *
     * @param id the id of the thread, not empty
     * @param start the input of the thread
     * @return the thread with its first event
     * @throws ThreadExistsException if a thread with this id exists, which the exception contains
     * @throws InvalidInputException if the input is blank without files, or the content store does not contain a file
     * @throws WrongAgentException if a thread of another agent has this id
     */
    AgentThread enqueue(String id, Start start);

    /**
     * Stores a copy of the first events of a thread as {@link Runner#fork(String, int, String)} does, but does not execute
     * it. The copy is runnable like the thread of {@link #enqueue}.
     *
     * @param id the id of the original thread, which does not change
     * @param position the number of events to copy, from 1 to the number of events of the thread
     * @param newId the id of the copy, not empty
     * @return the copy with the copied events
     * @throws IllegalArgumentException if the position is not in the thread, or the ids are equal
     * @throws ThreadExistsException if a thread with the id of the copy exists
     * @throws UnknownThreadException if the store does not contain the thread
     * @throws WrongAgentException if the thread belongs to another agent
     */
    AgentThread enqueueFork(String id, int position, String newId);
}
