package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.time.LocalDate;

/** Deliver an order. */
@Tool
record Deliver(@Describe("Delivery date") LocalDate day) {}
