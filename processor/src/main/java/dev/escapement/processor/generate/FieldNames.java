package dev.escapement.processor.generate;

import com.palantir.javapoet.NameAllocator;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.ToolkitModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names of the fields for the instances whose methods a loop calls. */
final class FieldNames {

    static final String AGENT = "agent";

    /** The names of parameters and variables in methods that call an agent or a toolkit. */
    private static final Set<String> VARIABLES = Set.of(
            AGENT,
            "arguments",
            "call",
            "context",
            "failure",
            "lastRequest",
            "result",
            "resultJson",
            "source",
            "thread");

    private static final String SUFFIX = "Toolkit";

    private FieldNames() {}

    /** Returns the names for an agent and its toolkits, which are distinct from each other and from all variables. */
    static Map<JavaType, String> of(AgentModel agent) {
        Map<JavaType, String> names = new LinkedHashMap<>();
        names.put(agent.type(), AGENT);
        Set<String> taken = new HashSet<>(VARIABLES);
        for (ToolkitModel toolkit : agent.toolkits()) {
            String wanted = Naming.lowerCamelCase(Naming.constant(toolkit.type().simpleName()));
            String base = VARIABLES.contains(wanted) || isKeyword(wanted) ? wanted + SUFFIX : wanted;
            String name = base;
            for (int i = 2; !taken.add(name); i++) {
                name = base + i;
            }
            names.put(toolkit.type(), name);
        }
        return names;
    }

    /** Returns whether a name is reserved in Java. JavaPoet changes such a name. */
    private static boolean isKeyword(String name) {
        return !new NameAllocator().newName(name).equals(name);
    }
}
