package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.thread.Answer;

/** A person's policy for steps with an unknown outcome. */
@FunctionalInterface
interface UncertainStepPolicy {

    /** Returns the resolution of a call whose step has a given flow. */
    Answer decide(Command.AwaitDecision wait, Flow flow, World world);
}
