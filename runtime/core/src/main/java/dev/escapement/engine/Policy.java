package dev.escapement.engine;

import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.thread.Budget;
import java.util.Objects;

/**
 * What an agent says about its threads as a whole, in {@link dev.escapement.Agent}.
 *
 * @param budget what a thread may use up
 * @param maxConsecutiveFailures how many replies may fail one after the other; 0 for any number
 * @param onFailures what happens then
 * @param onText what happens when the model calls no tool
 */
public record Policy(Budget budget, int maxConsecutiveFailures, OnFailures onFailures, OnText onText) {

    /** What an agent has that says nothing. */
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
