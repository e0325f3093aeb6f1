package dev.escapement.internal.lock;

import java.util.List;

/** The reasons why a text is not a usable lock file. Each template is a predicate of the file, with its remedy. */
public enum LockFault {
    NOT_A_LOCK("is not a lock file of Escapement. Delete it, or set the option to another folder"),
    /** The arguments are the format of the file and the newest known format. */
    NEWER_FORMAT("has the format {0}, but this release reads formats up to {1}. Update Escapement"),
    MERGE_CONFLICT("contains the marks of a merge conflict. Resolve the conflict"),
    /** The argument is the line. */
    UNEXPECTED_LINE("has the unexpected line \"{0}\". Restore the file from version control, or delete it"),
    INCOMPLETE("ends too early. Restore the file from version control"),
    BAD_SCHEMA("has a schema that is not a JSON object. Restore the file from version control"),
    /** The arguments are the written and the computed fingerprint. */
    FINGERPRINT("has the fingerprint {0} for a schema with the fingerprint {1}, so it was edited."
            + " Restore the file from version control"),
    REFORMATTED("differs from the generated form, so it was edited. Restore the file from version control"),
    /** The argument is the name of the other agent. */
    OTHER_AGENT("is the lock file of the agent {0}. Restore the file from version control");

    private final String template;

    LockFault(String template) {
        this.template = template;
    }

    /**
     * Returns the description of the fault, with <code>{0}</code> as the placeholder for the first argument.
     *
     * @return the words
     */
    public String template() {
        return template;
    }

    /**
     * Returns the description of the fault with its arguments inserted.
     *
     * @param arguments the arguments
     * @return the words
     */
    String describe(List<String> arguments) {
        return Templates.fill(template, arguments);
    }
}
