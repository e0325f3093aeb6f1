package dev.escapement.run;

import dev.escapement.thread.Answer;

/** The messages of the exceptions and log entries in this package. */
final class RunMessages {

    static final String REMOVED = "The content of the thread was removed.";

    static final String PARENT_LEFT = "The thread that started this one does not wait for it any more.";

    /** The sentence for a call that the thread does not contain. */
    static final String UNKNOWN_CALL = "The call is unknown.";

    /** The sentence for a call that has already received its reply. */
    static final String REPLIED = "The call already has its reply.";

    /** The sentence for a call that was answered, but not by a person. */
    static final String ANSWERED = "The call already has its answer.";

    /** The sentence for a thread whose next command can be executed. */
    static final String RUNNABLE = "The thread does not wait for a person: resume it, unless it is being executed.";

    /** The sentence for a thread that waits for a message from a person. */
    static final String AWAITS_MESSAGE = "The thread waits for a message.";

    /** The sentence for a thread that ended with a result. */
    static final String FINISHED = "The thread has ended: it is finished.";

    /** The description of the expected first line of a thread's file. */
    static final String HEADER = "the header of a thread's file";

    /** The description of any expected line after the first line of a thread's file. */
    static final String EVENT = "an event";

    /** The description of the expected second line of a thread's file. */
    static final String FIRST_EVENT = "the event started, with which a thread begins";

    /** The description of the expected encoding of any line in a thread's file. */
    static final String TEXT = "text in UTF-8";

    /** The description of an event found in place of the first event. */
    static final String OTHER_EVENT = "another event";

    /** The description of a first line that is neither a complete nor a truncated header. */
    static final String OTHER_CONTENT = "other content";

    /** The description of a line that is not valid UTF-8. */
    static final String NOT_UTF_8 = "bytes that are not UTF-8";

    /** The description of the expected checksum of a line. */
    static final String CHAINED = "the checksum of this line and the lines before it";

    /** The description of a line whose checksum is wrong. */
    static final String NOT_CHAINED =
            "another checksum: the line, or a line before it, was changed, removed, added or moved";

    /** The reason that the store does not use a directory or special file in place of a thread's file. */
    static final String NOT_REGULAR = "not a regular file";

    /** The message for a gate that returned null. */
    static final String NULL_VERDICT = "the gate returned null";

    /** The message for a prompt method that returned null. */
    static final String NULL_PROMPT = "the prompt method returned null";

    /** The message for a context method that returned null. */
    static final String NULL_MESSAGES = "the context method returned null";

    /** The message for a task that the executor did not accept. */
    static final String TASK_REJECTED = "The executor rejected a step; the caller's Java thread runs it";

    /** The message for a blank message from a person. */
    static final String BLANK_MESSAGE = "The message is blank. Send text or a file, which the model requires.";

    /** The message for a refusal or failure with a blank reason. */
    static final String BLANK_REASON = "The reason is blank. Send text, which the model requires.";

    /** The message for a blank question in place of a step that pauses. */
    static final String BLANK_QUESTION = "The question is blank. Send the text that a person is to answer.";

    /** The message for a blank input of a thread. */
    static final String BLANK_INPUT =
            "The input of the thread is blank. Start it with text or a file, which the model requires.";

    /** The message for an extension of the budget without amounts. */
    static final String EMPTY_EXTENSION =
            "the extension does not contain an amount; use Budget.UNLIMITED.withSteps(10)" + " for ten more steps";

    /** The message for an attempt to build a runner without a model. */
    static final String NO_MODEL = "The runner does not have a model. Set a model with Runner.of(loop).model(model).";

    /** The message for an empty thread id. */
    static final String EMPTY_ID = "a thread requires an id that is not empty";

    private RunMessages() {}

    static String concurrentRun(String threadId, int position, int size) {
        return "Thread " + threadId + " has " + size + " events, not " + position
                + ": another run executes it. Load it again before continuing.";
    }

    static String leaseLost(String threadId) {
        return "The lease of thread " + threadId + " was superseded: another process continues the thread.";
    }

    static String erased(String threadId) {
        return "The content of thread " + threadId + " was erased. It cannot be read or continued.";
    }

    static String threadExists(String threadId) {
        return "Thread " + threadId + " exists already: resume it, call startOrGet, or start with another id.";
    }

    static String wrongAgent(String threadId, String owner, String agent) {
        return "Thread " + threadId + " belongs to the agent " + owner + ", not to " + agent
                + ". Use a runner or an inbox with the loop of " + owner
                + ", or a store for each agent. If the class was"
                + " renamed, declare the previous name: @Agent(name = \"" + owner + "\").";
    }

    static String unknownThread(String threadId) {
        return "The store does not contain thread " + threadId + ". Was it started with another store?";
    }

    /** Returns the message for an unexpected decision on a call. The sentences describe the call and the thread. */
    static String notWaitingForDecision(String threadId, String callId, String sentences) {
        return "Thread " + threadId + " does not wait for a decision about call " + callId + ". " + sentences;
    }

    static String notWaitingForMessage(String threadId, String sentence) {
        return "Thread " + threadId + " does not wait for a message. " + sentence;
    }

    static String notStoppable(String threadId, String sentence) {
        return "Thread " + threadId + " cannot be stopped. " + sentence;
    }

    static String notExtensible(String threadId, String sentence) {
        return "The budget of thread " + threadId + " cannot be extended. " + sentence;
    }

    static String driven(String threadId) {
        return "Thread " + threadId + " is being executed, so the step may still be running."
                + " Decide after the execution ends.";
    }

    static String expired(String at) {
        return "The question about the call expired at " + at + ".";
    }

    static String approved(String by) {
        return "The call was approved by " + by + ".";
    }

    static String refused(String by) {
        return "The call was refused by " + by + ".";
    }

    static String answered(String by) {
        return "The call was answered by " + by + ".";
    }

    static String runsAgain(String by) {
        return by + " has already permitted the step to run again.";
    }

    static String awaitsApproval(String callId, String tool) {
        return "The thread waits for approval of call " + named(callId, tool) + ".";
    }

    static String awaitsReply(String callId, String tool) {
        return "The thread waits for a reply to call " + named(callId, tool) + ".";
    }

    static String awaitsChild(String callId, String tool, String threadId) {
        return "The thread waits for the thread " + threadId + ", which call " + named(callId, tool) + " started.";
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

    static String replyToOtherStep(String tool, String asking) {
        return "This is a reply to " + tool + ", and the question came from " + asking
                + ". Use the method of the generated loop that is named after that step.";
    }

    static String blankReply(String tool) {
        return "The reply to " + tool + " is blank. Send text, which the model requires.";
    }

    static String emptyResult(String tool) {
        return "The result of " + tool + " is empty, but its step is not void. Send the result as JSON.";
    }

    static String answerNotPermitted(Answer.Kind answer, String tool) {
        return switch (answer) {
            case RUN_AGAIN ->
                "The step of " + tool + " cannot run again: it has not started, its outcome is known, or the"
                        + " agent no longer has it. Answer the call with a result or a failure.";
            case RETURNED, NEXT, QUESTION, FINISHED ->
                "The step of " + tool + " does not end in this way. Use the answer"
                        + " that matches the return type of its method, or Answer.Failed.";
            case FAILED -> throw new IllegalArgumentException("a failure is always permitted");
        };
    }

    static String invalidResult(String tool) {
        return "The result of " + tool + " was rejected.";
    }

    static String invalidAnswer(String tool) {
        return "The answer to " + tool + " is not valid JSON. Quote text like \"this\".";
    }

    static String corruptThread(Object file, int line, String expected, String found) {
        return file + ", line " + line + ": expected " + expected + ", found " + found
                + ". Nothing was changed. Stop all processes that use the thread, keep a copy of the damaged file, and"
                + " restore the file from a backup.";
    }

    static String newerThread(String threadId, Object file, int line, String found) {
        return "Thread " + threadId + " was written by a later release of the library: " + file + ", line " + line
                + ", has " + found + ". Nothing was changed or lost. Run the later release to continue the thread.";
    }

    static String newerVersion(int version, int known) {
        return "the format " + version(version) + "; this release reads " + version(known);
    }

    static String unknownEvent(String kind) {
        return "an event of the unknown kind " + kind;
    }

    static String unknownConstant(String constant) {
        return "an event with the unknown constant " + constant;
    }

    /** Returns the message for a symbolic link that an operation does not follow. */
    static String linkFound(String operation, Object link) {
        return operation + ": " + link + " is a symbolic link, which the store does not follow. The target was not read"
                + " or written. Replace the link by the file itself. To keep threads elsewhere, use a link to the whole"
                + " directory.";
    }

    /** Returns the message for an operation on a file or directory without write permission. */
    static String notWritable(String operation, Object path) {
        return operation + ": " + path + " is not writable. Nothing was stored; stored threads can be read. Give this"
                + " process write permission, or use a store in a writable directory.";
    }

    /** Returns the message for an operation that failed for another reason. */
    static String fileFailed(String operation, String cause) {
        return operation + ": " + cause + ". Fix the cause, then repeat the operation.";
    }

    static String thread(String threadId) {
        return "the thread " + threadId;
    }

    static String version(int version) {
        return "version " + version;
    }

    /** Returns the description of an invalid line. The violations are separated by semicolons. */
    static String faultyLine(String violations) {
        return "a line with faults (" + violations + ")";
    }

    /** Returns the given violations, followed by a note that more violations are omitted. */
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

    static String releaseFailed(String threadId, Object directory) {
        return "Cannot release the lease of thread " + threadId + " in " + directory;
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

    /** Returns the log entry for a step that a person must resolve. */
    static String decisionPending(String threadId, String callId, String tool, String key) {
        return "Thread " + threadId + " waits for a person: the outcome of call " + named(callId, tool)
                + " is unknown, idempotency key " + key + ". Look the key up in the other system, then call answer.";
    }

    static String gateFailed(String tool, String reference) {
        return failed(gate(tool), reference);
    }

    static String contextFailed(String source, String reference) {
        return failed(source, reference);
    }

    static String failed(String part, String reference) {
        return part + " failed, reference " + reference;
    }

    static String driveFailed(String threadId, String cause) {
        return "The execution of thread " + threadId
                + " failed. All recorded events are stored. Resume the thread after removing the cause: " + cause;
    }

    static String requestRecorded(String threadId, String cause) {
        return "A request to the model failed, which thread " + threadId + " records. Remove the cause: " + cause;
    }

    /** Returns the message for the last of several failed requests, after which {@code resume} has no effect. */
    static String requestsFailed(String threadId, int count, String cause) {
        return "The execution of thread " + threadId + " failed. After " + count + " failed requests, the thread waits"
                + " for a message. Remove the cause, then send a message, or extend the budget to repeat the request"
                + " without one: " + cause;
    }

    static String driveInterrupted(String threadId) {
        return "The execution of thread " + threadId + " was interrupted. All recorded events are stored. Resume the"
                + " thread to continue.";
    }

    private static String gate(String tool) {
        return "the gate of " + tool;
    }

    static String replyDefect(String tool, String reference) {
        return failed("the reply to " + tool, reference);
    }

    static String resultDefect(String tool, String reference) {
        return failed("the result of " + tool, reference);
    }

    static String listenerFailed(String threadId) {
        return "The listener failed on an event of thread " + threadId;
    }

    static String deltaListenerFailed(String threadId) {
        return "The listener failed on a delta of thread " + threadId;
    }
}
