package ${package};

import dev.escapement.Describe;
import dev.escapement.Tool;

/** Answer the customer and close the case. */
@Tool
record CloseCase(@Describe("The answer to the customer") String answer) {}
