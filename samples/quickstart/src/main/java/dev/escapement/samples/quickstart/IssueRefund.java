package dev.escapement.samples.quickstart;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Optional;

/** Refund an order, in full or in part. */
@Tool
public record IssueRefund(
        @Describe("The order number, like A-1042") String orderId,

        @Describe("The amount in cents, at most what the order cost")
        long amountCents,

        @Describe("Why the customer gets the money back") RefundReason reason,

        @Describe("A note for the bookkeepers, if there is something to say")
        Optional<String> note) {}
