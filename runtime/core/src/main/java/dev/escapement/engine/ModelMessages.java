package dev.escapement.engine;

import dev.escapement.internal.text.DidYouMean;
import dev.escapement.internal.text.Excerpt;
import dev.escapement.model.StopReason;
import dev.escapement.thread.Rendering;
import java.util.List;
import java.util.Optional;

/**
 * All that the library itself has to say to a model about its replies: why a text or a call was rejected, and what is
 * said of a method of the agent that gave no reason of its own. The loop records these sentences as the reason of an
 * event, and {@link Rendering} shows them behind one of its own words. Only the faults of arguments are worded elsewhere,
 * by {@link dev.escapement.json.Decoded.Rejected#feedback(String)}.
 */
public final class ModelMessages {

    /**
     * Read after a text without a call, if the agent's {@code onText} is {@code REJECT}: "{@value #NO_CALL}"
     */
    public static final String NO_CALL = "Reply with a call of one of the tools.";

    /** Read after a reply with neither text nor calls: "{@value #EMPTY_REPLY}" */
    public static final String EMPTY_REPLY = "The reply was empty. " + NO_CALL;

    /**
     * Read as the answer to a call that would have finished the thread, if another call of the same reply failed:
     * "{@value #OTHERS_FAILED}"
     */
    public static final String OTHERS_FAILED =
            "Not run, because another call of the same reply did not succeed. Read its answer, then decide again.";

    /** Read as the answer to each of several calls of one reply that would finish the thread: "{@value #TWO_ENDS}" */
    public static final String TWO_ENDS =
            "Not run, because the same reply finishes the thread in more than one way. Choose one.";

    /**
     * Read as the answer to a call whose arguments another release of the agent understands in another way than the one
     * that asked a person: "{@value #OTHER_ARGUMENTS}"
     */
    public static final String OTHER_ARGUMENTS =
            "Not run, because its arguments are no longer what a person was asked to approve. Make the call again.";

    /**
     * Read as the answer to a call that does not finish the thread, if the budget leaves one request or one step:
     * "{@value #KEPT_FOR_THE_END}"
     */
    public static final String KEPT_FOR_THE_END = "Not run, because what is left of the budget is kept for finishing.";

    /** Read after a reply that was cut off, as the answer to each of its calls if it made any: "{@value #CUT_OFF}" */
    public static final String CUT_OFF =
            "Nothing of this reply was used, because it was cut off at the limit of its length. Reply more briefly.";

    /** Read after a reply that a content filter cut off, in the same way: "{@value #FILTERED}" */
    public static final String FILTERED =
            "Nothing of this reply was used, because a content filter cut it off. Reply in other words.";

    /** Read after a reply that ended for a reason that its client does not know, in the same way: "{@value #INCOMPLETE}" */
    public static final String INCOMPLETE = "Nothing of this reply was used, because it is not complete. Reply again.";

    /** Read as the answer to each call of a reply that ended in a refusal, if it made any: "{@value #REFUSED}" */
    public static final String REFUSED = "Nothing of this reply was used, because it ended in a refusal.";

    /** No answer is much longer than this, however many tools there are. */
    private static final int MAX_LENGTH = 2_000;

    private static final int MAX_NAME_LENGTH = 64;

    private ModelMessages() {}

    /**
     * Recorded as the answer to a call for which no step is left. The thread stops then, so that no model reads it unless
     * the thread is shown to one elsewhere.
     *
     * @param limit how many steps the budget allows
     * @return "Not run, because the budget of 7 steps is used up.", for example
     */
    public static String stepsUsedUp(long limit) {
        return "Not run, because the budget of " + limit + " steps is used up.";
    }

    /**
     * Read as the answer to a call of a tool that the agent does not have, or does not offer.
     *
     * @param written the name that the model wrote
     * @param names the names of the tools that it could have meant
     * @return "There is no tool named refnud. Did you mean refund? The tools are: refund, close.", for example; without
     *     the question if no name is close
     */
    public static String unknownTool(String written, List<String> names) {
        String meant = DidYouMean.among(written, names)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
        String text = "There is no tool named " + Excerpt.line(written, MAX_NAME_LENGTH) + "." + meant
                + " The tools are: " + String.join(", ", names) + ".";
        return Excerpt.line(text, MAX_LENGTH);
    }

    /**
     * Read as the answer to a call whose step threw an exception that it does not declare.
     *
     * @param reference with which the exception is found in the log
     * @return "The tool failed for a reason that the arguments cannot mend. Reference: t1/1/c1", for example
     */
    public static String stepFailed(String reference) {
        return "The tool failed for a reason that the arguments cannot mend." + inTheLog(reference);
    }

    /**
     * Read as the answer to a call whose step returned something that cannot be written as JSON.
     *
     * @param reference with which the exception is found in the log
     * @return "The tool did its work, but its result cannot be shown. Reference: t1/1/c1", for example
     */
    public static String resultNotShown(String reference) {
        return "The tool did its work, but its result cannot be shown." + inTheLog(reference);
    }

    /**
     * Read as the answer to a call of which a gate threw an exception, behind {@link Rendering#DENIED}.
     *
     * @param reference with which the exception is found in the log
     * @return "It could not be found out whether the tool may be called now. Reference: t1/c1", for example
     */
    public static String gateFailed(String reference) {
        return "It could not be found out whether the tool may be called now." + inTheLog(reference);
    }

    /**
     * Read in place of context, if the method that fetches it threw an exception that it does not declare.
     *
     * @param reference with which the exception is found in the log
     * @return "It could not be fetched. Reference: t1/tags", for example
     */
    public static String contextFailed(String reference) {
        return "It could not be fetched." + inTheLog(reference);
    }

    /** Why nothing of a reply is used, if nothing is: one of the constants. */
    static Optional<String> unused(StopReason stop) {
        return switch (stop) {
            case COMPLETE -> Optional.empty();
            case LENGTH -> Optional.of(CUT_OFF);
            case CONTENT_FILTER -> Optional.of(FILTERED);
            case REFUSAL -> Optional.of(REFUSED);
            case UNKNOWN -> Optional.of(INCOMPLETE);
        };
    }

    private static String inTheLog(String reference) {
        return " Reference: " + reference;
    }

    /**
     * Read as the answer to a call, or in place of context, if the method threw an exception that it declares.
     *
     * @param thrown the exception
     * @return its own message; the simple name of its class if it has none
     */
    public static String declared(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}
