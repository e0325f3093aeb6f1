package dev.escapement.server.body;

import dev.escapement.Codec;
import java.math.BigDecimal;

/**
 * The used part of a budget.
 *
 * @param steps the number of steps of the current turn
 * @param modelCalls the number of replies of the model in the current turn
 * @param seconds the working time of the current turn
 * @param inputTokens the number of input tokens of all replies of the thread
 * @param outputTokens the number of output tokens of all replies of the thread
 * @param tokens the number of tokens that count against the budget, including those of child threads
 * @param cost the cost that counts against the budget, in the currency of the price table
 */
@Codec
public record UsageBody(
        long steps,
        long modelCalls,
        BigDecimal seconds,
        long inputTokens,
        long outputTokens,
        long tokens,
        BigDecimal cost) {}
