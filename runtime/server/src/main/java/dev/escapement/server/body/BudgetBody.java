package dev.escapement.server.body;

import dev.escapement.Codec;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The limits of a thread. An absent limit is unlimited.
 *
 * @param steps the number of steps of a turn
 * @param modelCalls the number of replies of the model in a turn
 * @param tokens the number of tokens of the thread
 * @param cost the cost of the thread
 * @param seconds the working time of a turn
 */
@Codec
public record BudgetBody(
        OptionalLong steps,
        OptionalLong modelCalls,
        OptionalLong tokens,
        Optional<BigDecimal> cost,
        Optional<BigDecimal> seconds) {}
