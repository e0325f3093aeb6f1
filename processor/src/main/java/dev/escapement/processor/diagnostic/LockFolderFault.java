package dev.escapement.processor.diagnostic;

/** The reasons why a folder of lock files is not usable, each with its remedy. */
public enum LockFolderFault implements Wording {
    /** The argument is the option that creates the folder. */
    MISSING(
            "does not exist. Create it, correct the path, or compile once with -A{0} to create the folder and its files"),
    EMPTY("has an empty path. Add the path after the equals sign, or remove the option"),
    FILE("is a file. Use the path of a folder"),
    INVALID("is not a valid path. Correct the path"),
    /** The argument is the exception. */
    UNREADABLE("contains a file that cannot be read ({0}). Check the path and its permissions"),
    /** The argument is the exception. */
    UNWRITABLE("cannot be written ({0}). Check the path and its permissions");

    private final String template;

    LockFolderFault(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
