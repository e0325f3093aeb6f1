package dev.escapement.processor.diagnostic;

/** The message templates about toolkits, and about gates of several steps. */
final class ToolkitMessages {

    static final String TARGET =
            "The type {0} is annotated with @Toolkit but {1}. The generated loops of agents call the methods of an"
                    + " instance of the toolkit. Declare {0} as a class that is not abstract, generic, private or an"
                    + " agent. If {0} is nested, also declare it static.";

    static final String METHOD =
            "The method {0}() of the toolkit {2} is annotated with @{1}. A toolkit has steps, joins, gates and prefetch"
                    + " methods; the prompt, the triggers and the rendering belong to each agent. Move the method to an"
                    + " agent.";

    static final String NOT_LISTED = "The class {1} in @Agent(toolkits = …) of the agent {0} {2}.";

    static final String ACCESS =
            "The agent {0} cannot use the toolkit {1}: {2} {3}. The generated loop in {4} calls the methods of a"
                    + " toolkit directly, without reflection. Declare the class, the method and the types that it uses"
                    + " public, in a package that is exported to the agent, or move the agent to the package of the"
                    + " toolkit.";

    static final String INVALID =
            "The agent {0} cannot use the toolkit {1}, because its class file has this problem: {2} Correct {1}, compile"
                    + " it with the annotation processor, and then compile the agent.";

    static final String CLASH =
            "The toolkit {1} of the agent {0} conflicts with {2}: {3}. Tools, their names and the names of context must"
                    + " be unique within an agent. Change one of the two, or remove a toolkit from @Agent(toolkits = …).";

    static final String REPLACED_STEP =
            "The step {0}() accepts the tool {1}, which the step {2}() of the toolkit {3} already accepts. An agent cannot"
                    + " replace a step of a toolkit, because this could change its effect or remove its gates and"
                    + " approvals. Declare another @Tool record for {0}(), and write @Agent(withheld = {1}.class) if the"
                    + " model must not select {2}(). To restrict {2}(), add a @Gate method to the agent instead.";

    static final String WITHHELD =
            "The class {1} in @Agent(withheld = …) of the agent {0} {2}. Only the steps of toolkits can be withheld. Use"
                    + " the tool of such a step, or remove {1} from the list.";

    static final String EFFECT_GATE_FORM = "The gate {0}() {1}.";

    static final String EFFECT_GATE_WITHOUT_STEP =
            "The gate {0}() guards steps with the effect {1| or }, but {2} has no such step. A gate without a step is"
                    + " never called. Use the effects of existing steps, or remove the gate.";

    private ToolkitMessages() {}
}
