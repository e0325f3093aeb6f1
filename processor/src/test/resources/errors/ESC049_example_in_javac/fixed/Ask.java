package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;

// In the file Ask.java:

/** Ask the customer. */
@Tool record Ask(@Describe("A question") String question) {}
