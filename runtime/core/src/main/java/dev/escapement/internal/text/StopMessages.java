package dev.escapement.internal.text;

import java.math.BigDecimal;
import java.time.Duration;

/** The wording of the reasons for which a thread stops or asks a person. People read them; models do not. */
public final class StopMessages {

    private StopMessages() {}

    /** The budget leaves no request to the model. */
    public static String requestsUsedUp(long limit) {
        return usedUp(limit + " requests to the model");
    }

    /** The budget leaves no step. */
    public static String stepsUsedUp(long limit) {
        return usedUp(limit + " steps");
    }

    /** The budget leaves no tokens. */
    public static String tokensUsedUp(long limit) {
        return usedUp(limit + " tokens");
    }

    /** The budget leaves no money. */
    public static String costUsedUp(BigDecimal limit) {
        return usedUp("a cost of " + limit.toPlainString());
    }

    /** The budget leaves no working time. */
    public static String timeUsedUp(Duration limit) {
        return usedUp("a working time of " + limit);
    }

    private static String usedUp(String limit) {
        return "The budget of " + limit + " is used up.";
    }

    /** The model refused to reply and gave no reason. */
    public static String refused() {
        return "The model refused to reply.";
    }

    /** The model refused to reply with a text. */
    public static String refused(String text) {
        return refused() + " It said: " + text;
    }

    /** Consecutive replies failed, the last one for a reason. */
    public static String repliesFailed(int count, String lastReason) {
        return count + " replies of the model failed one after the other. The last: " + lastReason;
    }
}
