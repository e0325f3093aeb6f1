package dev.escapement.processor.diagram;

import java.util.List;

/**
 * The content of a node in a graph.
 *
 * @param label the lines of the label
 * @param tool the tool of the step to which the node belongs; empty if it belongs to none
 * @param effect the effect of the step; empty for other nodes
 * @param question the kind of question that the person answers; empty for other nodes
 */
record FlowNode(Kind kind, List<String> label, String tool, String effect, String question) {

    /** The kind of a node. */
    enum Kind {
        /** The start of a thread. */
        START,
        /** A method that converts an event to the input of a thread. */
        TRIGGER,
        /** A source of context. */
        CONTEXT,
        /** A request to the model. */
        MODEL,
        /** The gates of a step. */
        GATE,
        /** A step. */
        STEP,
        /** A person for whom the thread waits. */
        PERSON,
        /** A thread of another agent. */
        DELEGATE,
        /** The end of a thread. */
        FINISH
    }

    private static final List<String> PERSON = List.of("person");

    FlowNode {
        label = List.copyOf(label);
    }

    /** Returns a node that does not belong to a step. */
    static FlowNode of(Kind kind, String label) {
        return new FlowNode(kind, List.of(label), "", "", "");
    }

    /** Returns a node for the gates of a step, or for the child thread that it starts. */
    static FlowNode of(Kind kind, String label, String tool) {
        return new FlowNode(kind, List.of(label), tool, "", "");
    }

    /** Returns a node for a step. */
    static FlowNode step(List<String> label, String tool, String effect) {
        return new FlowNode(Kind.STEP, label, tool, effect, "");
    }

    /**
     * Returns a node for a person.
     *
     * @param tool the tool of the step about which the person decides; empty for a message
     * @param question the kind of question, as the inbox names it
     */
    static FlowNode person(String tool, String question) {
        return new FlowNode(Kind.PERSON, PERSON, tool, "", question);
    }
}
