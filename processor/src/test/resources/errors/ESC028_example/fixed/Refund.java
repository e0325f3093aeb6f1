package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Optional;

/** Refund an order. */
@Tool
record Refund(@Describe("Reason for the refund") Optional<String> reason) {}
