package dev.escapement.langchain4j.readme;

import dev.escapement.Describe;
import dev.escapement.Tool;

/** Refund an order. */
@Tool
record IssueRefund(@Describe("The amount in cents") long amountCents) {}
