package dev.escapement.samples.supportdesk;

import dev.escapement.Tool;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/**
 * Pay a refund. An amount above 50 EUR requires the approval of a person.
 *
 * @param orderId The order number, like B-2001
 * @param amountCents The amount in cents
 */
@Tool
record PayRefund(
        @Pattern(regexp = "B-\\d+") String orderId,
        @Positive long amountCents) {}
