package dev.escapement.processor.diagnostic;

/** The phrases that denote source elements in messages. */
public enum Declaration implements Wording {
    NAMED("the type {0}"),
    TOOL("the tool {0}"),
    AGENT("the agent {0}"),
    CLASS("the class {0}"),
    TOOLKIT("the toolkit {0}"),
    /** The arguments are the name of a type and the phrase for a method. */
    USED_TYPE("the type {0}, which {1} uses,"),
    AGENT_METHOD("the method {0}()"),
    STEP("the step {0}()"),
    GATE("the gate {0}()"),
    STEP_RESULT("the result of the step {0}()"),
    JOIN("the join {0}()"),
    JOIN_RESULT("the result of the join {0}()"),
    PREFETCH("the prefetch method {0}()"),
    PREFETCH_RESULT("the result of the prefetch method {0}()"),
    TRIGGER("the trigger {0}()"),
    /** The arguments are a component's name and its record's name. */
    COMPONENT("the component {1}.{0}"),
    /** The short form of {@link #COMPONENT}, for use in lists. The arguments are the same. */
    SHORT_COMPONENT("{1}.{0}"),
    CONSTANT("the constant {1}.{0}"),
    FIELD("the field {1}.{0}"),
    CONSTRUCTOR("a constructor of {0}"),
    METHOD("the method {1}.{0}()"),
    TYPE_PARAMETER("the type parameter {0} of {1}"),
    PARAMETER("the parameter \"{0}\" of {1}()"),
    CONSTRUCTOR_PARAMETER("the parameter \"{0}\" of a constructor of {1}"),
    /** The arguments are an annotation and the name of one of its elements. */
    ANNOTATION_ELEMENT("{0}({1} = …)"),
    PACKAGE("the package {0}"),
    UNNAMED_PACKAGE("the unnamed package"),
    CONSTANTS("constants"),
    RECORDS("records"),
    THREAD_RESULT("the thread result"),
    REPLY("the reply");

    private final String template;

    Declaration(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
