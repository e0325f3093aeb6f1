package dev.escapement.processor.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** A search for the cycles of agents that delegate to each other. */
final class DelegationCycles {

    private DelegationCycles() {}

    /**
     * Returns the shortest cycle from an agent back to itself, which is both the first and the last element; empty if
     * the agent is not part of a cycle.
     */
    static List<TypeElement> through(TypeElement agent) {
        Map<TypeElement, TypeElement> cameFrom = new LinkedHashMap<>();
        Deque<TypeElement> open = new ArrayDeque<>(List.of(agent));
        while (!open.isEmpty() && !cameFrom.containsKey(agent)) {
            TypeElement parent = open.remove();
            for (TypeElement child : ChildAgents.children(parent)) {
                if (cameFrom.putIfAbsent(child, parent) == null) {
                    open.add(child);
                }
            }
        }
        return cameFrom.containsKey(agent) ? way(agent, cameFrom) : List.of();
    }

    private static List<TypeElement> way(TypeElement agent, Map<TypeElement, TypeElement> cameFrom) {
        List<TypeElement> way = new ArrayList<>(List.of(agent));
        TypeElement parent = cameFrom.get(agent);
        while (parent != null && !parent.equals(agent)) {
            way.add(parent);
            parent = cameFrom.get(parent);
        }
        way.add(agent);
        Collections.reverse(way);
        return way;
    }
}
