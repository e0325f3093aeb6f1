package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.Command;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;

/** What a person says about a step of which nobody knows whether it ran. */
enum UncertainStepDecision {

    /** Looks it up under the key: confirms what happened, and lets run what did not. */
    LOOK_IT_UP {
        @Override
        AgentThread tell(Runner runner, String thread, Command.AwaitDecision wait, World world) {
            return (world.hasChanged(wait.idempotencyKey()) ? CONFIRM : RERUN).tell(runner, thread, wait, world);
        }
    },

    /** Says that it ran. */
    CONFIRM {
        @Override
        AgentThread tell(Runner runner, String thread, Command.AwaitDecision wait, World world) {
            return runner.confirm(thread, wait.call().id(), ScriptedPeople.ANN, NOTE);
        }
    },

    /** Lets it run again: whoever is asked to do something under a key does it only once. */
    RERUN {
        @Override
        AgentThread tell(Runner runner, String thread, Command.AwaitDecision wait, World world) {
            return runner.rerun(thread, wait.call().id(), ScriptedPeople.ANN);
        }
    };

    static final String NOTE = "I have looked: it was done.";

    abstract AgentThread tell(Runner runner, String thread, Command.AwaitDecision wait, World world);
}
