package dev.escapement.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * A toolkit of an agent.
 *
 * @param type its class
 * @param source the reference of the agent to the toolkit
 * @param library its own model, if it comes from a class file, so that this compilation does not validate it otherwise
 * @param methods the methods that the loop calls, in declaration order, except those with a generic parameter
 */
public record ToolkitModel(JavaType type, SourceRef source, Optional<AgentModel> library, List<Method> methods) {
    public ToolkitModel {
        methods = List.copyOf(methods);
    }

    /**
     * The signature of a method, to which a loop is linked.
     *
     * @param name its name
     * @param parameters the types of its parameters
     */
    public record Method(String name, List<JavaType> parameters) {
        public Method {
            parameters = List.copyOf(parameters);
        }
    }
}
