package dev.escapement.engine;

import dev.escapement.internal.text.AgentPath;
import dev.escapement.internal.text.BlankText;
import dev.escapement.internal.text.DidYouMean;
import dev.escapement.internal.text.Excerpt;
import dev.escapement.model.StopReason;
import dev.escapement.thread.Rendering;
import dev.escapement.thread.StopCause;
import java.util.List;
import java.util.Optional;

/**
 * The library's messages to the model about its replies. They are reasons for rejections, and replacements for the
 * messages of unexpected exceptions. The loop records them as the reason of an event, and {@link Rendering} adds a
 * prefix. The only other such text is {@link dev.escapement.json.Decoded.Rejected#feedback(String)}, which describes
 * invalid arguments.
 */
public final class ModelMessages {

    /**
     * The answer to a reply that contains text but no call, if the agent's {@code onText} is {@code REJECT}. The text
     * is "{@value #NO_CALL}"
     */
    public static final String NO_CALL = "Reply with a call of one of the tools.";

    /** The answer to a reply that contains neither text nor calls. The text is "{@value #EMPTY_REPLY}" */
    public static final String EMPTY_REPLY = "The reply was empty. " + NO_CALL;

    /**
     * The answer to a call that would finish the thread although another call in the same reply failed. The text is
     * "{@value #OTHERS_FAILED}"
     */
    public static final String OTHERS_FAILED =
            "Not run, because another call of the same reply did not succeed. Read its answer, then decide again.";

    /**
     * The answer to each of several calls in one reply that would all finish the thread. The text is
     * "{@value #TWO_ENDS}"
     */
    public static final String TWO_ENDS =
            "Not run, because the same reply finishes the thread in more than one way. Choose one.";

    /**
     * The answer to a call whose decoded arguments changed after approval was requested. The cause is a new release of
     * the agent. The text is "{@value #OTHER_ARGUMENTS}"
     */
    public static final String OTHER_ARGUMENTS =
            "Not run, because its arguments are no longer what a person was asked to approve. Make the call again.";

    /**
     * The answer to a call whose step waited for a reply that the current release of the agent does not accept. The text
     * is "{@value #OTHER_QUESTION}"
     */
    public static final String OTHER_QUESTION =
            "Not answered, because the question was withdrawn. Make the call again if the answer is still needed.";

    /**
     * The answer to a call whose arguments the agent cannot process, because of a defect in the record of the tool. The
     * text is "{@value #ARGUMENTS_UNUSABLE}"
     */
    public static final String ARGUMENTS_UNUSABLE =
            "Not run, because the tool cannot process these arguments. Use other values or another tool.";

    /**
     * The answer to a call that would finish the thread although a person sent a message that the model has not seen.
     * The text is "{@value #NEW_MESSAGE}"
     */
    public static final String NEW_MESSAGE =
            "Not run, because a person sent another message. Read it, then decide again.";

    /**
     * The answer to a call that does not finish the thread although the remaining budget is reserved for finishing. The
     * budget then has one request or one step left. The text is "{@value #KEPT_FOR_THE_END}"
     */
    public static final String KEPT_FOR_THE_END = "Not run, because the rest of the budget is reserved for finishing.";

    /**
     * The answer to a reply that was truncated at its maximum length, or to each call in it. The text is
     * "{@value #CUT_OFF}"
     */
    public static final String CUT_OFF =
            "This reply was not used, because it was cut off at the maximum length. Reply more briefly.";

    /**
     * The answer to a reply that a content filter truncated, or to each call in it. The text is "{@value #FILTERED}"
     */
    public static final String FILTERED =
            "This reply was not used, because a content filter cut it off. Reply in other words.";

    /** The answer to a reply with an unknown stop reason, or to each call in it. The text is "{@value #INCOMPLETE}" */
    public static final String INCOMPLETE = "This reply was not used, because it is incomplete. Reply again.";

    /** The answer to each call in a reply that ended in a refusal. The text is "{@value #REFUSED}" */
    public static final String REFUSED = "This reply was not used, because it ended in a refusal.";

    /** The answer to a reply with more calls than a thread accepts. The text is "{@value #TOO_MANY_CALLS}" */
    public static final String TOO_MANY_CALLS =
            "This reply was not used, because it contained too many calls. Make at most " + EventFactory.MAX_CALLS
                    + " calls in one reply.";

    /** The maximum length, in characters, of a message that lists tools. */
    private static final int MAX_LENGTH = 2_000;

    private static final int MAX_NAME_LENGTH = 64;

    private ModelMessages() {}

    /**
     * Returns the answer to a call that exceeds the step budget. The thread then stops, so the text is recorded but not
     * sent to the model.
     *
     * @param limit the number of steps that the budget allows
     * @return the text, which contains the limit
     */
    public static String stepsUsedUp(long limit) {
        return "Not run, because the budget of " + limit + " steps is used up.";
    }

    /**
     * Returns the answer to a call to a tool that does not exist or is not offered.
     *
     * @param written the name that the model wrote
     * @param names the names of the tools that the model may call
     * @return the text, which contains all names, and a suggestion if one of them is similar; at most 2,000 characters
     */
    public static String unknownTool(String written, List<String> names) {
        String meant = DidYouMean.among(written, names)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
        String text = "Unknown tool " + Excerpt.line(written, MAX_NAME_LENGTH) + "." + meant + " The tools are: "
                + String.join(", ", names) + ".";
        return Excerpt.line(text, MAX_LENGTH);
    }

    /**
     * Returns the answer to a call whose step threw an undeclared exception.
     *
     * @param reference the reference under which the exception is logged
     * @return the text, which contains the reference
     */
    public static String stepFailed(String reference) {
        return "The tool failed for a reason unrelated to the arguments." + inTheLog(reference);
    }

    /**
     * Returns the answer to a call whose step ended with an unknown outcome.
     *
     * @param reference the reference under which the exception is logged
     * @return the text, which contains the reference
     */
    public static String mayHaveTakenEffect(String reference) {
        return "The tool failed, but it may have taken effect. Find out before you repeat the call."
                + inTheLog(reference);
    }

    /**
     * Returns the first line of the feedback on a rejected reply of a person. People read it; models do not.
     *
     * @param tool the tool of the step that paused
     * @return the line
     */
    public static String replyRejected(String tool) {
        return "The reply to " + tool + " was rejected.";
    }

    /**
     * Returns the end of the question that requests another approval of a call, because a release of the agent changed
     * its arguments. People read it; models do not.
     *
     * @param tool the name of the tool as it was recorded
     * @param arguments the arguments in the current form
     * @return the text, which contains the arguments
     */
    public static String argumentsConverted(String tool, String arguments) {
        return "A new version of the agent changed the arguments of " + tool + ". Approve these arguments: "
                + Excerpt.line(arguments, MAX_LENGTH);
    }

    /**
     * Returns the answer to a call whose step returned a value that cannot be encoded as JSON.
     *
     * @param reference the reference under which the exception is logged
     * @return the text, which contains the reference
     */
    public static String resultNotShown(String reference) {
        return "The tool ran, but its result cannot be shown." + inTheLog(reference);
    }

    /**
     * Returns the answer to a call whose step must pause the thread but returned null, so that no question was asked.
     *
     * @param reference the reference under which the exception is logged
     * @return the text, which contains the reference
     */
    public static String questionNotAsked(String reference) {
        return "The question was not asked, because the tool failed for a reason unrelated to the arguments."
                + inTheLog(reference);
    }

    /**
     * Returns the answer to a call whose step must start a thread but returned null or an unusable value.
     *
     * @param reference the reference under which the exception is logged
     * @return the text, which contains the reference
     */
    public static String childNotStarted(String reference) {
        return "The task was not started, because the tool failed for a reason unrelated to the arguments."
                + inTheLog(reference);
    }

    /**
     * Returns the answer to a call that would start a thread deeper below the first thread than its agents permit.
     *
     * @return the text
     */
    public static String childTooDeep() {
        return "Not started, because too many agents have delegated this task. Use another tool.";
    }

    /**
     * Returns the answer to a call that would start a thread although the tokens or the money of the budget are used up.
     *
     * @return the text
     */
    public static String childWithoutBudget() {
        return "Not started, because the budget is used up.";
    }

    /**
     * Returns the answer to a call whose child thread was stopped. The text does not contain the recorded reason, which is
     * not meant for another agent.
     *
     * @param agent the name of the child's agent
     * @param cause the kind of reason
     * @return the text, which contains the simple name of the agent
     */
    public static String childStopped(String agent, StopCause cause) {
        return switch (cause) {
            case BUDGET -> "The agent " + AgentPath.simpleName(agent) + " used up its budget before it had a result.";
            case FAILURES ->
                "The agent " + AgentPath.simpleName(agent) + " stopped after repeated failures, without a result.";
            case REFUSAL -> "The agent " + AgentPath.simpleName(agent) + " refused the task.";
            case CANCELLED -> "The agent " + AgentPath.simpleName(agent) + " was cancelled before it had a result.";
        };
    }

    /**
     * Returns the answer to a call whose child thread was erased.
     *
     * @param agent the name of the child's agent
     * @return the text, which contains the simple name of the agent
     */
    public static String childErased(String agent) {
        return "The agent " + AgentPath.simpleName(agent) + " has no result, because its thread was erased.";
    }

    /**
     * Returns the answer to a call whose child thread has finished, but whose join does not apply to it in this release of
     * the agent.
     *
     * @param agent the name of the child's agent
     * @param result the result of the child as JSON text
     * @return the text, which contains the simple name of the agent and the result
     */
    public static String childUnread(String agent, String result) {
        return finished(agent) + " The tool could not process its result, and a further step was not selected."
                + " Continue with this result: " + result;
    }

    /**
     * Returns the answer to a call whose child thread has finished, but whose join threw an undeclared exception.
     *
     * @param agent the name of the child's agent
     * @param reference the reference under which the exception is logged
     * @return the text, which contains the simple name of the agent and the reference
     */
    public static String joinFailed(String agent, String reference) {
        return finished(agent) + " Its result cannot be shown." + inTheLog(reference);
    }

    private static String finished(String agent) {
        return "The agent " + AgentPath.simpleName(agent)
                + " finished, and its actions took effect. Do not delegate the task again.";
    }

    /**
     * Returns the answer to a call whose gate threw an exception. The answer does not include the prefix
     * {@link Rendering#DENIED}.
     *
     * @param reference the reference under which the exception is logged
     * @return the text, which contains the reference
     */
    public static String gateFailed(String reference) {
        return "The check whether the tool may be called failed." + inTheLog(reference);
    }

    /**
     * Returns the text that replaces context if the method that fetches it threw an undeclared exception.
     *
     * @param reference the reference under which the exception is logged
     * @return the text, which contains the reference
     */
    public static String contextFailed(String reference) {
        return "It could not be fetched." + inTheLog(reference);
    }

    /** Returns the reason why a reply is not used, or empty if the reply is complete. */
    static Optional<String> unused(StopReason stop) {
        return switch (stop) {
            case COMPLETE -> Optional.empty();
            case LENGTH -> Optional.of(CUT_OFF);
            case CONTENT_FILTER -> Optional.of(FILTERED);
            case REFUSAL -> Optional.of(REFUSED);
            case UNKNOWN -> Optional.of(INCOMPLETE);
            case TOO_MANY_CALLS -> Optional.of(TOO_MANY_CALLS);
        };
    }

    /** Returns whether the model receives only a part of an exception's message. */
    static boolean isShortened(Throwable thrown) {
        String message = thrown.getMessage();
        return message != null && message.length() > MAX_LENGTH;
    }

    private static String inTheLog(String reference) {
        return " Reference: " + reference;
    }

    /**
     * Returns the text that the model receives if a step or context method threw a declared exception.
     *
     * @param thrown the exception
     * @return the message of the exception, of which at most 2,000 characters are kept; the simple name of its class if
     *     the message is blank
     */
    public static String declared(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || BlankText.is(message)
                ? thrown.getClass().getSimpleName()
                : Excerpt.lines(message, MAX_LENGTH);
    }
}
