package dev.escapement.processor.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The policy of an agent: the attributes of {@code @Agent}. A limit of 0 means unlimited.
 *
 * @param maxSteps how often a step may be started
 * @param maxModelCalls how often the model may be asked
 * @param maxTokens how many tokens may be used
 * @param maxCost how much money may be spent; empty for any amount
 * @param maxTime how long the thread may work; empty for any time
 * @param maxConsecutiveFailures how many replies may fail one after the other
 * @param onFailures what happens then
 * @param onText what happens when the model calls no tool
 */
public record PolicyModel(
        Setting<Long> maxSteps,
        Setting<Long> maxModelCalls,
        Setting<Long> maxTokens,
        Setting<Optional<BigDecimal>> maxCost,
        Setting<Optional<Duration>> maxTime,
        Setting<Long> maxConsecutiveFailures,
        Setting<OnFailures> onFailures,
        Setting<OnText> onText) {

    /** The reaction to too many consecutive failures; the constants of {@code dev.escapement.OnFailures}. */
    public enum OnFailures {
        STOP,
        ASK_PERSON
    }

    /** The reaction to a reply without a call; the constants of {@code dev.escapement.OnText}. */
    public enum OnText {
        WAIT,
        FINISH,
        REJECT
    }
}
