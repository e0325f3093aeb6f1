package dev.escapement.samples.supportdesk;

import dev.escapement.Tool;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/**
 * Pass a refund on to the clerk, who pays it or reports why not.
 *
 * @param orderId The order number, like B-2001
 * @param amountCents The amount in cents, at most the price of the order
 * @param reason The reason, in the customer's words
 */
@Tool
record PassOnRefund(
        @Pattern(regexp = "B-\\d+") String orderId,
        @Positive long amountCents,
        String reason) {}
