package dev.escapement.samples.quickstart;

import dev.escapement.Describe;
import dev.escapement.Tool;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.Optional;

/** Refund an order, in full or in part. */
@Tool
public record IssueRefund(
        @Describe("The order number, like A-1042") @Pattern(regexp = "A-\\d+")
        String orderId,

        @Describe("The amount in cents, at most what the order cost") @Positive
        long amountCents,

        @Describe("Why the customer gets the money back") RefundReason reason,

        @Describe("A note for the bookkeepers, if there is something to say")
        Optional<String> note) {}
