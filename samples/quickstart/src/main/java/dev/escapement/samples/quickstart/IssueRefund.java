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

        @Describe("The amount in cents, at most the total of the order") @Positive
        long amountCents,

        @Describe("The reason for the refund") RefundReason reason,

        @Describe("A note for the accounting department") Optional<String> note) {}
