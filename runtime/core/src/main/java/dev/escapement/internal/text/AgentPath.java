package dev.escapement.internal.text;

import java.util.List;
import java.util.stream.Collectors;

/** The names of agents in texts for people. */
public final class AgentPath {

    /** The text between two names. */
    public static final String SEPARATOR = " > ";

    private AgentPath() {}

    /** Returns the part of an agent's name after the last dot. */
    public static String simpleName(String agent) {
        return agent.substring(agent.lastIndexOf('.') + 1);
    }

    /** Returns the simple names of the agents on a path from the root. */
    public static String text(List<String> path) {
        return path.stream().map(AgentPath::simpleName).collect(Collectors.joining(SEPARATOR));
    }
}
