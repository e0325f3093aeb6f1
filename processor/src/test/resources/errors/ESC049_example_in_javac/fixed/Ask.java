package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;

/** Ask the customer. */
@Tool record Ask(@Describe("A question") String question) {}
