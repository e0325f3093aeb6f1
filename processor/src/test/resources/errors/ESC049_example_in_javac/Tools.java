package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;

// In the file Tools.java:
// GENERATED shop.AskSpec

// NOTE ESC049 Ask, Ask
/** Ask the customer. */
@Tool record Ask(@Describe("A question") String question) {}
