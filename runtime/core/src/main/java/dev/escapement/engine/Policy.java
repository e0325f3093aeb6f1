package dev.escapement.engine;

import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.thread.Budget;
import java.util.Objects;

/**
 * An agent's settings that apply to entire threads, as specified in {@link dev.escapement.Agent}.
 *
 * @param budget the default budget of a thread
 * @param maxConsecutiveFailures the number of consecutive failed replies after which {@code onFailures} applies; 0 for
 *     unlimited
 * @param onFailures the reaction to too many consecutive failures
 * @param onText the reaction to a reply without calls
 */
public record Policy(Budget budget, int maxConsecutiveFailures, OnFailures onFailures, OnText onText) {

    /**
     * The settings of an agent that does not specify any. They are 100 steps and 100 model calls, 3 consecutive
     * failures, {@link OnFailures#STOP}, {@link OnText#WAIT}.
     */
    public static final Policy DEFAULT =
            new Policy(Budget.UNLIMITED.withSteps(100).withModelCalls(100), 3, OnFailures.STOP, OnText.WAIT);

    public Policy {
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(onFailures, "onFailures");
        Objects.requireNonNull(onText, "onText");
        if (maxConsecutiveFailures < 0) {
            throw new IllegalArgumentException("maxConsecutiveFailures must be 0 or more");
        }
    }
}
