package dev.escapement.processor.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The policy of an agent, as declared by the elements of {@code @Agent}. A limit of 0 means unlimited.
 *
 * @param maxSteps the maximum number of started steps
 * @param maxModelCalls the maximum number of model calls
 * @param maxTokens the maximum number of tokens
 * @param maxCost the maximum cost; empty for no limit
 * @param maxTime the maximum working time; empty for no limit
 * @param maxConsecutiveFailures the maximum number of consecutive failures
 * @param onFailures the reaction to more failures
 * @param onText the reaction to a reply without a tool call
 * @param maxDepth the maximum number of agents on a path below a thread of the agent; 0 for the default
 */
public record PolicyModel(
        Setting<Long> maxSteps,
        Setting<Long> maxModelCalls,
        Setting<Long> maxTokens,
        Setting<Optional<BigDecimal>> maxCost,
        Setting<Optional<Duration>> maxTime,
        Setting<Long> maxConsecutiveFailures,
        Setting<OnFailures> onFailures,
        Setting<OnText> onText,
        Setting<Integer> maxDepth) {

    /** The reaction to too many consecutive failures. The constants are those of {@code dev.escapement.OnFailures}. */
    public enum OnFailures {
        STOP,
        ASK_PERSON
    }

    /** The reaction to a model reply without a tool call. The constants are those of {@code dev.escapement.OnText}. */
    public enum OnText {
        WAIT,
        FINISH,
        REJECT
    }
}
