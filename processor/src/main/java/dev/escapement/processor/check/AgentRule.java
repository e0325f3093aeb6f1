package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.AgentModel;

/** Something that must be true of every agent. */
@FunctionalInterface
interface AgentRule {

    /** Adds what is wrong. */
    void check(AgentModel agent, Problems problems);
}
