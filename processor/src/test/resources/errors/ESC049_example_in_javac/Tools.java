package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;

// In the file Tools.java:
// GENERATED shop.AskSpec

/** Ask the customer. */
// NOTE ESC049 Ask, Ask
@Tool record Ask(@Describe("A question") String question) {}
