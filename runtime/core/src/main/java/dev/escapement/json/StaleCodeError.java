package dev.escapement.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final String GENERATED = "The code generated for ";
    private static final String COMPILED = " was compiled against another form of ";
    private static final String DISAGREES = ". Its schema, its decoder and its encoder no longer agree with that type.";

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
        super(GENERATED + stale + COMPILED + changed + DISAGREES + " Compile " + stale
                + " and that type again, together.");
        this.stale = stale;
        this.changed = changed;
        initCause(cause);
    }

    /**
     * Returns the error of stale code that a failure reports. The first use of a class whose initialization fails throws the
     * error itself. Each later use throws a {@link NoClassDefFoundError}, whose cause has the text of the error.
     *
     * @param failure an exception or error that was caught
     * @return the error, with the failure as its cause unless it is the failure itself; null for any other failure
     */
    public static @Nullable StaleCodeError of(Throwable failure) {
        if (failure instanceof StaleCodeError stale) {
            return stale;
        }
        if (!(failure instanceof NoClassDefFoundError)
                || !(failure.getCause() instanceof ExceptionInInitializerError first)
                || first.getMessage() == null) {
            return null;
        }
        Matcher text = Pattern.compile(Pattern.quote(StaleCodeError.class.getName()) + ": " + GENERATED + "(.+?)"
                        + COMPILED + "(.+?)" + DISAGREES)
                .matcher(first.getMessage());
        return text.find() ? new StaleCodeError(text.group(1), text.group(2), failure) : null;
    }

    /**
     * Throws the error of stale code that a failure reports. Nothing may be recorded after it, because another build removes
     * it. Has no effect for any other failure.
     *
     * @param failure an exception or error that was caught
     * @throws StaleCodeError the error that {@link #of} returns
     */
    public static void throwIfStale(Throwable failure) {
        StaleCodeError stale = of(failure);
        if (stale != null) {
            throw stale;
        }
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
