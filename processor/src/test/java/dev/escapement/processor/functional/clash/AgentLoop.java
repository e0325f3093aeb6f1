package dev.escapement.processor.functional.clash;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;

/** An agent with the name of the interface of loops, whose steps use types with the names of types of the loop. */
@Agent
class AgentLoop {

    @Prompt
    String agent() {
        return "Walk.";
    }

    @dev.escapement.Step
    Outcome run(Step call) throws Effect {
        if (call.width() < 0) {
            throw new Effect("backwards");
        }
        return new Outcome(call.width() * 2L);
    }

    @dev.escapement.Step
    Finish<List> next(Clashing call) {
        return Finish.with(new List(call.list().size()));
    }
}
