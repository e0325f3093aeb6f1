package dev.escapement.run;

/** The wording of the exceptions and log entries of this package. */
final class RunMessages {

    /** A sentence about an unknown call. */
    static final String UNKNOWN_CALL = "The call is unknown.";

    /** A sentence about a call that already has its reply. */
    static final String REPLIED = "The call already has its reply.";

    /** A sentence about a thread that does not require a decision. */
    static final String RUNNABLE = "The thread continues automatically.";

    /** A sentence about a thread at rest after a text of its model. */
    static final String AWAITS_MESSAGE = "The thread waits for a message.";

    /** A sentence about a thread that ended with a result. */
    static final String FINISHED = "The thread has ended: it is finished.";

    /** The phrase for an expected value: the first line in the file of a thread. */
    static final String HEADER = "the header of a thread's file";

    /** The phrase for an expected value: any line but the first in the file of a thread. */
    static final String EVENT = "an event";

    /** The phrase for an expected value: the second line in the file of a thread. */
    static final String FIRST_EVENT = "the event started, with which a thread begins";

    /** The phrase for an expected value: any line in the file of a thread. */
    static final String TEXT = "text in UTF-8";

    /** The description of content in place of the first event. */
    static final String OTHER_EVENT = "another event";

    /** The description of content in place of a header that a crash truncated. */
    static final String OTHER_CONTENT = "something else, without a line feed";

    /** The description of content in place of text. */
    static final String NOT_UTF_8 = "bytes that are not UTF-8";

    /** The message for a gate that returned null. */
    static final String NULL_VERDICT = "the gate returned null";

    /** The message for a failure to release a lease. */
    static final String RELEASE_FAILED = "Cannot release a lease";

    /** The message for a runner that is built without a model. */
    static final String NO_MODEL = "a runner requires a model: Runner.of(loop).model(...)";

    private RunMessages() {}

    static String concurrentRun(String threadId, int position, int size) {
        return "Thread " + threadId + " has " + size + " events, not " + position
                + ": another run executes it. Load it again before continuing.";
    }

    static String threadExists(String threadId) {
        return "Thread " + threadId + " exists already: resume it, or start with another id.";
    }

    static String wrongAgent(String threadId, String owner, String agent) {
        return "Thread " + threadId + " belongs to the agent " + owner + ", and this runner drives " + agent
                + ". Use the runner of " + owner + ", or a store for each agent.";
    }

    static String unknownThread(String threadId) {
        return "The store does not contain thread " + threadId + ". Was it started with another store?";
    }

    /**
     * Returns the message for a decision that the thread does not expect, with sentences about the call and the thread.
     */
    static String notWaitingForDecision(String threadId, String callId, String sentences) {
        return "Thread " + threadId + " does not wait for a decision about call " + callId + ". " + sentences;
    }

    static String notWaitingForMessage(String threadId, String sentence) {
        return "Thread " + threadId + " does not wait for a message. " + sentence;
    }

    static String notStoppable(String threadId, String sentence) {
        return "Thread " + threadId + " cannot be stopped. " + sentence;
    }

    static String driven(String threadId) {
        return "Thread " + threadId + " is being executed, so the step may still be running."
                + " Decide after the execution ends.";
    }

    static String approved(String by) {
        return "The call was approved by " + by + ".";
    }

    static String refused(String by) {
        return "The call was refused by " + by + ".";
    }

    static String confirmed(String by) {
        return "The call was confirmed by " + by + ".";
    }

    static String rerunAllowed(String by) {
        return "The call was allowed to run again by " + by + ".";
    }

    static String awaitsApproval(String callId, String tool) {
        return "The thread waits for approval of call " + named(callId, tool) + ".";
    }

    static String awaitsReply(String callId, String tool) {
        return "The thread waits for a reply to call " + named(callId, tool) + ".";
    }

    static String awaitsDecision(String callId, String tool) {
        return "The step of call " + named(callId, tool)
                + " has started, and its outcome is not recorded: it is running, or was interrupted.";
    }

    private static String named(String callId, String tool) {
        return callId + " (" + tool + ")";
    }

    static String stopped(String reason) {
        return "The thread has ended: " + reason;
    }

    /** Returns the first line of the feedback about a rejected reply. */
    static String replyRejected(String tool) {
        return "The reply to " + tool + " was rejected.";
    }

    static String replyToOtherStep(String tool, String asking) {
        return "This is a reply to " + tool + ", and the question came from " + asking
                + ". Use the method of the generated loop that is named after that step.";
    }

    static String resultRequired(String tool) {
        return "What follows " + tool + " depends on the result of its step, which a note cannot replace."
                + " Allow the step to run again, with the same idempotency key, or stop the thread.";
    }

    static String corruptThread(Object file, int line, String expected, String found) {
        return file + ", line " + line + ": expected " + expected + ", found " + found
                + ". Nothing was changed. Stop all processes that use the thread, then restore an undamaged copy of the"
                + " file or correct the line by hand. To abandon the thread, move the file away.";
    }

    static String thread(String threadId) {
        return "the thread " + threadId;
    }

    static String version(int version) {
        return "version " + version;
    }

    static String otherVersion(int version) {
        return version(version) + " (was it written by another release of the library?)";
    }

    /** Returns the description of a line with violations, which are separated by semicolons. */
    static String faultyLine(String violations) {
        return "a line with faults (" + violations + ")";
    }

    /** Returns the violations of a line, with a note that more are omitted. */
    static String andMore(String violations) {
        return violations + "; and more";
    }

    static String openFailed(Object directory) {
        return "Cannot keep threads in " + directory;
    }

    static String listingFailed(Object directory) {
        return "Cannot list the threads in " + directory;
    }

    static String loadFailed(String threadId, Object directory) {
        return "Cannot read the file of thread " + threadId + " in " + directory;
    }

    static String appendFailed(String threadId, Object directory) {
        return "Cannot write to the file of thread " + threadId + " in " + directory;
    }

    static String leaseFailed(String threadId, Object directory) {
        return "Cannot lease thread " + threadId + " in " + directory;
    }

    static String driveSkipped(String interceptor, String threadId) {
        return driveBroken(interceptor, threadId) + " was not driven.";
    }

    static String restNotReturned(String interceptor, String threadId) {
        return driveBroken(interceptor, threadId) + " was driven.";
    }

    private static String driveBroken(String interceptor, String threadId) {
        return interceptor + ".drive must call next.get() and return its result; the thread " + threadId;
    }

    static String stepFailed(String tool, String reference) {
        return failed(tool, reference);
    }

    static String gateFailed(String tool, String reference) {
        return failed(gate(tool), reference);
    }

    static String contextFailed(String source, String reference) {
        return failed(source, reference);
    }

    private static String failed(String part, String reference) {
        return part + " failed, reference " + reference;
    }

    static String stepInterrupted(String tool) {
        return interrupted(tool);
    }

    static String gateInterrupted(String tool) {
        return interrupted(gate(tool));
    }

    static String contextInterrupted(String source) {
        return interrupted(source);
    }

    private static String interrupted(String part) {
        return "interrupted while running " + part;
    }

    private static String gate(String tool) {
        return "the gate of " + tool;
    }

    static String listenerFailed(String threadId) {
        return "The listener failed on an event of thread " + threadId;
    }

    static String deltaListenerFailed(String threadId) {
        return "The listener failed on a delta of thread " + threadId;
    }

    static String unpriced(String threadId) {
        return "Thread " + threadId + " has a cost budget, but its model does not have prices, so the budget has no"
                + " effect. Set a price table for the model.";
    }
}
