package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.thread.Answer;

/** A person's fixed decision about a step with an unknown outcome. */
enum UncertainStepDecision implements UncertainStepPolicy {

    /** Looks up the idempotency key: answers in place of the step if it took effect, and otherwise lets it run. */
    LOOK_IT_UP {
        @Override
        public Answer decide(Command.AwaitDecision wait, Flow flow, World world) {
            return (world.hasChanged(wait.idempotencyKey()) ? CONFIRM : RERUN).decide(wait, flow, world);
        }
    },

    /** Answers in place of the step, as its flow permits. */
    CONFIRM {
        @Override
        public Answer decide(Command.AwaitDecision wait, Flow flow, World world) {
            return switch (flow) {
                case RETURNS -> new Answer.Returned(NOTE);
                case SELECTS, DELEGATES -> new Answer.Failed(NOTE);
                case PAUSES -> new Answer.Question(NOTE);
                case FINISHES -> new Answer.Finished(NOTE);
            };
        }
    },

    /** Answers that the step had no effect. */
    GIVE_UP {
        @Override
        public Answer decide(Command.AwaitDecision wait, Flow flow, World world) {
            return new Answer.Failed(NOTE);
        }
    },

    /** Lets the step run again; the external system performs each key only once. */
    RERUN {
        @Override
        public Answer decide(Command.AwaitDecision wait, Flow flow, World world) {
            return new Answer.RunAgain();
        }
    };

    static final String NOTE = "\"Decided by a person.\"";
}
