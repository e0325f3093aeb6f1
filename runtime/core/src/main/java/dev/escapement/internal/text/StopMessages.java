package dev.escapement.internal.text;

import java.math.BigDecimal;
import java.time.Duration;

/** The wording of the reasons for which a thread stops or asks a person. People read them; models do not. */
public final class StopMessages {

    private StopMessages() {}

    /** Returns the reason that the budget of requests to the model is used up. */
    public static String requestsUsedUp(long limit) {
        return usedUp(limit + " requests to the model");
    }

    /** Returns the reason that the budget of steps is used up. */
    public static String stepsUsedUp(long limit) {
        return usedUp(limit + " steps");
    }

    /** Returns the reason that the budget of tokens is used up. */
    public static String tokensUsedUp(long limit) {
        return usedUp(limit + " tokens");
    }

    /** Returns the reason that the budget of cost is used up. */
    public static String costUsedUp(BigDecimal limit) {
        return usedUp("a cost of " + limit.toPlainString());
    }

    /** Returns the reason that the budget of working time is used up. */
    public static String timeUsedUp(Duration limit) {
        return usedUp("a working time of " + limit);
    }

    private static String usedUp(String limit) {
        return "The budget of " + limit + " is used up.";
    }

    /** Returns the reason for a refusal of the model that does not have a text. */
    public static String refused() {
        return "The model refused to reply.";
    }

    /** Returns the reason for a refusal of the model that has a text. */
    public static String refused(String text) {
        return refused() + " Its text: " + text;
    }

    /** Returns the reason that consecutive replies failed, with the reason of the last failure. */
    public static String repliesFailed(int count, String lastReason) {
        return count + " consecutive replies of the model failed. The last reason: " + lastReason;
    }
}
