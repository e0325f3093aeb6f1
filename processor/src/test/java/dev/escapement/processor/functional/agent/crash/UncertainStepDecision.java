package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.Command;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;

/** A person's decision about a step that may or may not have run. */
enum UncertainStepDecision {

    /** Looks up the idempotency key: confirms the step if it ran, and otherwise lets it run. */
    LOOK_IT_UP {
        @Override
        AgentThread tell(Runner runner, String thread, Command.AwaitDecision wait, World world) {
            return (world.hasChanged(wait.idempotencyKey()) ? CONFIRM : RERUN).tell(runner, thread, wait, world);
        }
    },

    /** Confirms that the step ran. */
    CONFIRM {
        @Override
        AgentThread tell(Runner runner, String thread, Command.AwaitDecision wait, World world) {
            return runner.confirm(thread, wait.call().id(), ScriptedPeople.ANN, NOTE);
        }
    },

    /** Lets the step run again; the external system performs each key only once. */
    RERUN {
        @Override
        AgentThread tell(Runner runner, String thread, Command.AwaitDecision wait, World world) {
            return runner.answer(thread, wait.call().id(), ScriptedPeople.ANN, new Answer.RunAgain());
        }
    };

    static final String NOTE = "I have looked: it was done.";

    abstract AgentThread tell(Runner runner, String thread, Command.AwaitDecision wait, World world);
}
