package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Describe;
import dev.escapement.Tool;

/** Refund an order. */
@Tool
record Refund(@Describe("Reason for the refund") @JsonProperty(defaultValue = "late") String reason) {}
