package dev.escapement.processor.diagnostic;

/** The message templates for lock files. */
final class LockMessages {

    private static final String RENAME =
            "rename the agent with @Agent(name = \"…\") and keep the earlier class until its threads have ended.";

    static final String STEP_REMOVED =
            "The agent {0} no longer has a step for the tool \"{1}\", which {2} contains{3}. Stored threads with open calls of"
                    + " the tool cannot continue. Restore the step, write @Tool(formerly = \"{1}\") on the tool that replaces"
                    + " it, or " + RENAME;

    static final String FLOW_CHANGED =
            "The step {0}() changed its flow from \"{1}\" to \"{2}\", compared with {3}. Stored threads with open calls of"
                    + " the step expect the earlier flow. Restore the return type, add another step, or " + RENAME;

    static final String ARGUMENTS_CHANGED =
            "Recorded arguments of the tool \"{0}\" can be invalid: {1|; }. The earlier form is in {4}, and stored threads"
                    + " with open calls cannot continue if their arguments are rejected. Restore the component, add a method"
                    + " with @Upcast(from = \"{2}\") to {3}, or " + RENAME;

    static final String REPLY_CHANGED =
            "Replies to stored questions of the step {0}() can be invalid: {1|; }. The earlier form is in {3}, and people"
                    + " reply to questions in the form that was recorded. Restore the type of the reply, add a method with"
                    + " @Upcast(from = \"{2}\") to it, or " + RENAME;

    static final String RESULT_CHANGED =
            "Recorded results of the step {0}() can be invalid: {1|; }. The earlier form is in {3}, and the results of"
                    + " finished threads are read later. Restore the type of the result, add a method with"
                    + " @Upcast(from = \"{2}\") to it, or " + RENAME;

    static final String DELEGATE_CHANGED =
            "The step {0}() delegates to the agent {2} instead of {1}, compared with {3}. Stored threads wait for results of"
                    + " the earlier agent. Restore the return type, add another step, or " + RENAME;

    static final String BAD_FILE = "Line {1} of the lock file {0} is not usable: the file {2}.";

    static final String FOLDER = "The folder \"{1}\" in the compiler option -A{0} {2}.";

    static final String NO_FILE =
            "The agent {0} does not have the lock file {1}, so that changes of the agent are not checked. Compile with -A{2}"
                    + " to write the file, or suppress this note with @SuppressWarnings(\"ESC118\").";

    static final String OUTDATED =
            "The lock file {1} differs from the agent {0}. The changes do not affect stored threads, but later changes are"
                    + " compared with the file. Compile with -A{2} to update the file, or suppress this note with"
                    + " @SuppressWarnings(\"ESC119\").";

    private LockMessages() {}
}
