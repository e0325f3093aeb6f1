package dev.escapement.internal.text;

import java.math.BigDecimal;
import java.time.Duration;

/** The messages that explain why a thread stops or asks a person how to continue. People read them; models do not. */
public final class StopMessages {

    private StopMessages() {}

    /** Returns the message for an exhausted model request budget. */
    public static String requestsUsedUp(long limit) {
        return usedUp(limit + " requests to the model");
    }

    /** Returns the message for an exhausted step budget. */
    public static String stepsUsedUp(long limit) {
        return usedUp(limit + " steps");
    }

    /** Returns the message for an exhausted token budget. */
    public static String tokensUsedUp(long limit) {
        return usedUp(limit + " tokens");
    }

    /** Returns the message for an exhausted cost budget. */
    public static String costUsedUp(BigDecimal limit) {
        return usedUp("a cost of " + limit.toPlainString());
    }

    /** Returns the message for an exhausted working time budget. */
    public static String timeUsedUp(Duration limit) {
        return usedUp("a working time of " + limit);
    }

    private static String usedUp(String limit) {
        return "The budget of " + limit + " is used up.";
    }

    /** Returns the question to a person after a limit of the turn was reached. */
    public static String turnSpent(String usedUp) {
        return usedUp + " Send a message to begin the next turn, or extend the budget.";
    }

    /** Returns the message for a model refusal without text. */
    public static String refused() {
        return "The model refused to reply.";
    }

    /** Returns the message for a model refusal with text. */
    public static String refused(String text) {
        return refused() + " Its text: " + text;
    }

    /** Returns the message for too many consecutive failed replies, with the reason for the last failure. */
    public static String repliesFailed(int count, String lastReason) {
        return count + " consecutive replies of the model failed. The last reason: " + lastReason;
    }
}
