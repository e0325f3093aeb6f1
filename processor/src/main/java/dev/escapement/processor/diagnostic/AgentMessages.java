package dev.escapement.processor.diagnostic;

/** The message templates for the structure of agents. */
final class AgentMessages {

    static final String TWO_CONTEXTS =
            "The agent {0} has more than one @Context method. Only one method can render the thread for the"
                    + " model. Remove @Context from all but one of these methods.";

    static final String MIXED_SELECTION =
            "{0^} returns {1}, {2}. The return type must determine whether another step follows. To select"
                    + " the next step, permit only @Tool records. To return a result, do not permit any @Tool"
                    + " records.{3}";

    static final String BAD_POLICY = "@Agent({0} = {1}) does not set a valid limit. Use {2}.";

    static final String OPEN_RESULT =
            "The step {0}() returns {1}, which does not specify the type of {2}. The JSON Schema of the value is"
                    + " derived from this type. Specify the type argument, for example {3}<String>.";

    static final String APPROVAL_WITHOUT_STEP =
            "The method {0}() is annotated with @Approval but is not a step. Only a step can require approval."
                    + " Annotate the method with @Step, or move @Approval to a step.";

    static final String GATE_WITHOUT_STEP =
            "The gate {0}() guards {1}, but {2}. A gate without a step is never called. Use the tool of an existing"
                    + " step as the gate's parameter, add a @Step method that takes this tool, or remove the gate.";

    static final String UNREACHABLE_STEP =
            "The step {0}() can never run. The model cannot select this step, and no reachable step returns {1}."
                    + " Return {1} from a reachable step, or remove offered = false from @Step.";

    static final String SELECTION_WITHOUT_STEP =
            "{0^} can select {1| or }, for which the agent has no step. Without such a step, the thread"
                    + " cannot continue. Add a @Step method that takes the tool, or return another type from {0}.";

    static final String NEVER_FINISHES =
            "The agent {0} can never finish. No step returns Finish, and text from the model does not end the"
                    + " thread. Return Finish<…> from a step, or set @Agent(onText = OnText.FINISH) if the text of"
                    + " the model is the result.";

    static final String CYCLE_WITHOUT_MODEL =
            "The step {0}() is part of a cycle without an exit: {1|() -> }(). In this cycle, the model is not called"
                    + " again unless a step throws an exception. Return a result from one of these steps, or a sealed"
                    + " interface that also permits the tool of a step outside the cycle.";

    static final String NOTHING_OFFERED =
            "The agent {0} offers no steps to the model. At least one step must be offered, because otherwise no step"
                    + " can run. Remove offered = false from at least one @Step.";

    static final String NO_ROOM_FOR_THE_END =
            "The agent {0} has {1} = 1, but no step that the model can select returns Finish. The last step or model"
                    + " call is reserved for a step that finishes the thread. Set {1} to 2 or more, or offer a step"
                    + " that returns Finish<…>.";

    static final String AGENT_NAME =
            "The name of the agent {0} {1}. The name identifies the agent in stored threads, in logs and on the command"
                    + " line. Write @Agent(name = \"…\") with visible characters, or remove the name to use the"
                    + " qualified name of the class.";

    static final String BAD_STEP_LIMIT = "@Step({1} = {2}) on the step {0}() does not set a valid limit. Use {3}.";

    static final String ATTEMPTS_OF_DESTRUCTIVE =
            "The step {0}() has the effect DESTRUCTIVE and sets attempts = {1}. A destructive step never runs again"
                    + " automatically; if its outcome is unknown, a person decides. Remove attempts from @Step.";

    private AgentMessages() {}
}
