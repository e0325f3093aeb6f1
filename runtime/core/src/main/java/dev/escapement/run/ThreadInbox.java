package dev.escapement.run;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.engine.AgentLoop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The entry point for recording decisions and messages of people. An inbox appends one event and returns the recorded
 * thread; it does not run code of the agent, so that a web request ends within milliseconds. A {@link Runner} continues
 * the thread. Safe for concurrent use, also while runners execute the threads.
 *
 * <pre>{@code
 * ThreadInbox inbox = ThreadInbox.of(store, loop);
 * inbox.approve("case-1042", "call_1", Approver.of("alice"));
 * }</pre>
 *
 * <p>A late or repeated decision does not change the thread; the method throws {@link NotWaitingException}. A blank
 * message or an invalid reply is not recorded; the method throws {@link InvalidInputException}. All methods throw {@link
 * UnknownThreadException} if the store does not contain the thread and {@link NullPointerException} for null arguments.
 * With a loop, all methods except {@link #thread} and {@link #cancel} throw {@link WrongAgentException} if the thread
 * belongs to another agent. Exceptions of the store are passed on.
 */
public interface ThreadInbox {

    /**
     * Returns an inbox that checks only what the events of a thread contain. Replies and edited arguments are recorded
     * as given. The next execution of the thread checks them and, if they are invalid, asks the question again.
     *
     * @param store the store of the threads
     * @return the inbox
     */
    static ThreadInbox of(ThreadStore store) {
        return new StoreInbox(store, null, ContentStore.none(), Clock.systemUTC());
    }

    /**
     * Returns an inbox that also checks replies and edited arguments, for the threads of one or more agents.
     *
     * @param store the store of the threads
     * @param first the generated loop of an agent
     * @param more the loops of other agents, for example those of child threads
     * @return the inbox
     * @throws IllegalArgumentException if two loops belong to the same agent
     */
    static ThreadInbox of(ThreadStore store, AgentLoop first, AgentLoop... more) {
        return StoreInbox.of(store, ContentStore.none(), first, more);
    }

    /**
     * Returns an inbox that also checks replies and edited arguments.
     *
     * @param store the store of the threads
     * @param loop the generated loop of the agent
     * @param clock the clock for the times of events
     * @return the inbox
     */
    static ThreadInbox of(ThreadStore store, AgentLoop loop, Clock clock) {
        return new StoreInbox(store, Objects.requireNonNull(loop, "loop"), ContentStore.none(), clock);
    }

    /**
     * Returns an inbox that also checks replies and edited arguments, and accepts files in messages and replies, for the
     * threads of one or more agents.
     *
     * @param store the store of the threads
     * @param contents the store of the files
     * @param first the generated loop of an agent
     * @param more the loops of other agents, for example those of child threads
     * @return the inbox
     * @throws IllegalArgumentException if two loops belong to the same agent
     */
    static ThreadInbox of(ThreadStore store, ContentStore contents, AgentLoop first, AgentLoop... more) {
        return StoreInbox.of(store, contents, first, more);
    }

    /**
     * Returns an inbox for the same threads that also checks the version of a thread to which it appends a decision. A
     * person sees a question, and decides later; this check is the place to compare the question with the one that the
     * person saw.
     *
     * <pre>{@code
     * inbox.checking(current -> {
     *           if (!current.call("call_1").orElseThrow().arguments().equals(shown)) {
     *               throw new IllegalStateException("The arguments have changed. Load the question again.");
     *           }
     *       })
     *       .approve("case-1042", "call_1", Approver.of("alice"));
     * }</pre>
     *
     * @param check receives each version before the append, which only happens if no other event was appended meanwhile;
     *     an exception that it throws is passed on, and nothing is recorded. Called only for decisions that the thread
     *     accepts, and possibly before an expiry
     * @return an inbox with the same loops
     * @throws UnsupportedOperationException if the implementation cannot check decisions
     */
    default ThreadInbox checking(Consumer<AgentThread> check) {
        throw new UnsupportedOperationException(
                getClass().getName() + " does not check decisions. Use an inbox of ThreadInbox.of.");
    }

    /**
     * Returns a thread.
     *
     * @param id the id of the thread
     * @return the thread in its current state
     */
    AgentThread thread(String id);

    /**
     * Returns the thread at the root of a tree of threads, for example the case to which a child's question belongs.
     *
     * @param id the id of a thread of any agent
     * @return the thread that was not started by another thread; the thread itself if it has no parent
     * @throws UnknownThreadException if the store does not contain a thread on the path to the root
     * @throws ErasedThreadException if the content of a thread on the path to the root was erased
     */
    AgentThread root(String id);

    /**
     * Returns the open questions of a thread and of the threads that it started, directly or indirectly. Each question is
     * answered with its own thread id. A wait for a child thread is not a question to a person and is omitted.
     *
     * <pre>{@code
     * for (InboxQuestion question : inbox.questions("case-1042")) {
     *     if (question.kind() == Standing.Kind.APPROVAL) {
     *         inbox.approve(question.threadId(), question.callId(), Approver.of("alice"));
     *     }
     * }
     * }</pre>
     *
     * <p>The inbox must permit the agent of the child: use one without a loop, or with the loop of the child. The cost is
     * the reading of the thread and of each child thread whose end the parent has not recorded.
     *
     * @param id the id of a thread of any agent
     * @return the questions, oldest first
     */
    List<InboxQuestion> questions(String id);

    /**
     * Returns an entry of a page over all threads with its path and its content. Child threads have the labels of their
     * parents, so that {@link QuestionQuery#label} selects the questions of whole trees.
     *
     * <pre>{@code
     * List<InboxQuestion> page = index.questions(QuestionQuery.all().label("tenant", "acme")).entries().stream()
     *     .flatMap(entry -> inbox.question(entry).stream())
     *     .toList();
     * }</pre>
     *
     * @param entry the entry of the index, of a thread of any agent
     * @return the question; empty if it is not open any more, or if the thread was deleted or erased
     */
    Optional<InboxQuestion> question(ThreadIndex.QuestionEntry entry);

    /**
     * Approves a call with exactly the arguments for which approval was requested.
     *
     * @param id the id of the thread
     * @param callId the id of the call that waits for approval
     * @param approver the person who approves
     * @return the recorded thread
     * @throws NotWaitingException if the thread does not wait for approval of this call
     */
    AgentThread approve(String id, String callId, Approver approver);

    /**
     * Approves a call with edited arguments. The model receives the new arguments. An inbox with a loop reads them in the
     * form of that release; if the thread has waited through the release, the same append records {@link
     * dev.escapement.thread.AgentUpdated}.
     *
     * @param id the id of the thread
     * @param callId the id of the call that waits for approval
     * @param approver the person who approves
     * @param arguments all arguments of the call as JSON text
     * @return the recorded thread
     * @throws NotWaitingException if the thread does not wait for approval of this call, or another release of the agent
     *     is executing the thread
     * @throws InvalidInputException if the arguments are invalid for the tool
     */
    AgentThread approveEdited(String id, String callId, Approver approver, String arguments);

    /**
     * Refuses a call.
     *
     * @param id the id of the thread
     * @param callId the id of the call that waits for approval
     * @param approver the person who refuses
     * @param reason the reason, which the model receives, not blank
     * @return the recorded thread
     * @throws NotWaitingException if the thread does not wait for approval of this call
     * @throws InvalidInputException if the reason is blank
     */
    AgentThread refuse(String id, String callId, Approver approver, String reason);

    /**
     * Sends a reply in JSON to a paused step.
     *
     * @param id the id of the thread
     * @param callId the id of the call whose step paused
     * @param json the reply, valid under the JSON Schema of the question
     * @return the recorded thread
     * @throws NotWaitingException if the thread does not wait for a reply to this call
     * @throws InvalidInputException if the reply is blank or invalid under the schema
     */
    AgentThread reply(String id, String callId, String json);

    /**
     * Sends a typed reply to a paused step.
     *
     * @param id the id of the thread
     * @param callId the id of the call whose step paused
     * @param reply the result of the {@code replyTo} method that the generated loop has for the step
     * @return the recorded thread
     * @throws NotWaitingException if the thread does not wait for a reply to this call
     * @throws InvalidInputException if the reply is blank or belongs to another step
     */
    AgentThread reply(String id, String callId, Reply reply);

    /**
     * Resolves an open call of a thread at rest, such as a step with an unknown outcome, in place of its step. The
     * recorded flow of the step, or else the flow in the loop, determines which answers are permitted. The JSON of a next
     * call and of a final result is read in the form of the loop, as in {@link #approveEdited}.
     *
     * @param id the id of the thread
     * @param callId the id of the call
     * @param approver the person who decides
     * @param answer the resolution
     * @return the recorded thread
     * @throws NotWaitingException if the call is not open, its step may still be running, another release of the agent is
     *     executing the thread, or a person has already let the step run again
     * @throws InvalidInputException if the answer is not permitted for the call, or its JSON is invalid
     */
    AgentThread answer(String id, String callId, Approver approver, Answer answer);

    /**
     * Returns the kinds of answers with which {@link #answer} can resolve a call, for example to offer them to a person.
     * Does not read the store.
     *
     * @param thread the thread
     * @param callId the id of the call
     * @return the kinds; empty if the call is not open
     * @throws UnsupportedOperationException if the implementation does not determine them
     */
    default Set<Answer.Kind> permittedAnswers(AgentThread thread, String callId) {
        throw new UnsupportedOperationException(
                getClass().getName() + " does not determine permitted answers. Use an inbox of ThreadInbox.of.");
    }

    /**
     * Sends a message to the model. It can be sent at any time before the end of the thread; the model receives it with
     * the next request.
     *
     * @param id the id of the thread
     * @param text the text of the message; can be blank only if there are files
     * @param files the files, which the content store of the inbox must contain
     * @return the recorded thread
     * @throws NotWaitingException if the thread has ended
     * @throws InvalidInputException if the text is blank without files, or the content store does not contain a file
     */
    AgentThread message(String id, String text, Content.File... files);

    /**
     * Extends the budget of a thread. A thread that was stopped because its tokens or its cost were used up can then
     * continue; any other end is final. A thread that waits for a message because the budget of its turn is used up, or
     * because requests to the model failed, continues without one.
     *
     * @param id the id of the thread
     * @param approver the person who extends the budget
     * @param more the amounts to add to the limits; at least one
     * @return the recorded thread
     * @throws NotWaitingException if the thread has ended for another reason
     * @throws IllegalArgumentException if {@code more} does not contain an amount
     */
    AgentThread extend(String id, Approver approver, Budget more);

    /**
     * Permanently stops a thread that has not ended, whatever its agent and state. A running step is not interrupted; its
     * outcome is still recorded.
     *
     * @param id the id of the thread
     * @param reason the reason to record, which only people read; may be blank
     * @return the stopped thread
     * @throws NotWaitingException if the thread has already ended
     */
    AgentThread cancel(String id, String reason);

    /**
     * Permanently stops a thread like {@link #cancel(String, String)}, and records who stopped it.
     *
     * @param id the id of the thread
     * @param approver the person who stops the thread
     * @param reason the reason to record
     * @return the stopped thread
     * @throws NotWaitingException if the thread has already ended
     */
    AgentThread cancel(String id, Approver approver, String reason);
}
