package dev.escapement.json;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by generated code that was compiled against another form of a type than the one that is loaded, for example
 * because only one of two types was compiled again. Such code could offer a schema that its decoder rejects. Compiling
 * both types again, together, fixes the error.
 *
 * <p>Generated code checks the form of types with {@link dev.escapement.Codec} or {@link dev.escapement.Tool} when its
 * class is initialized, so the error occurs before a schema is sent to a model. For other types, the Java virtual
 * machine reports a member that has changed at its first use, and generated code reports a constant or permitted type
 * that its schema lacks. Changes that the virtual machine does not link remain undetected: a component added to a type
 * that is only written, swapped components of one type, and changed annotations. Put {@link dev.escapement.Codec} on
 * types that are compiled separately.
 */
public final class StaleCodeError extends IncompatibleClassChangeError {

    private static final long serialVersionUID = 1L;

    private final String stale;
    private final String changed;

    /**
     * Creates an error.
     *
     * @param stale the name of the type whose generated code must be compiled again
     * @param changed the name of the type that has another form, or the description of a changed member
     * @param cause the error of the virtual machine, if any
     */
    public StaleCodeError(String stale, String changed, @Nullable Throwable cause) {
        super("The code generated for " + stale + " was compiled against another form of " + changed
                + ". Its schema, its decoder and its encoder no longer agree with that type. Compile " + stale
                + " and that type again, together.");
        this.stale = stale;
        this.changed = changed;
        initCause(cause);
    }

    /**
     * Returns the name of the type whose generated code must be compiled again.
     *
     * @return the name of a type or of its generated class
     */
    public String stale() {
        return stale;
    }

    /**
     * Returns the type that has another form.
     *
     * @return the name of the type, or the virtual machine's description of a changed member
     */
    public String changed() {
        return changed;
    }
}
