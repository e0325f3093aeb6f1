package dev.escapement.processor.diagnostic;

/** The message templates for steps that delegate, joins, and cycles of agents. */
final class DelegateMessages {

    static final String DELEGATE_TARGET =
            "The step {0}() returns {1}, {2}. The type argument determines the agent of the child thread and the type of"
                    + " its result. Use a class annotated with @Agent as the type argument.";

    static final String JOIN_FORM =
            "The join {0}() {1}. The generated loop calls each join directly with the call and the result of the child"
                    + " thread, and continues with the returned value. {2}";

    static final String JOIN_WITHOUT_DELEGATE =
            "The join {0}() takes the tool {1}, but {2}. A join continues a step that starts a child thread. Return"
                    + " Delegate<…> from a step that takes {1}, or remove the join.";

    static final String TWO_JOINS =
            "The joins {0}() and {1}() both continue the step of the tool {2}. Exactly one method can receive the result of the"
                    + " child thread. Remove one of the joins.";

    static final String JOIN_RESULT =
            "The join {0}() takes {1}, but the agent {2} finishes with {3| or }. The result of the child thread is"
                    + " decoded as the type of the second parameter. {4}";

    static final String DELEGATION_CYCLE =
            "The agent {0} can delegate to itself: {1| -> }. Without a limit that you choose, such agents start child"
                    + " threads of child threads until the default depth of 3 is reached. Set @Agent(maxDepth = …) on each"
                    + " agent of the cycle, or remove one of the delegates.";

    static final String DELEGATE_IN_TRANSACTION =
            "The step {0}() has the effect TRANSACTIONAL but delegates to the agent {1}. The child thread starts after"
                    + " the step has ended, so that its effects are not part of the transaction. Use another effect, or"
                    + " move the transaction to a step of its own.";

    private DelegateMessages() {}
}
