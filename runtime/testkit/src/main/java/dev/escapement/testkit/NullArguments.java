package dev.escapement.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Checks of methods that do not accept null. */
final class NullArguments {

    private NullArguments() {}

    /** Returns null, as a caller without null checks may pass it. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    static <T> T absent() {
        return null;
    }

    static void assertNamed(String parameter, Executable operation) {
        NullPointerException refusal = assertThrows(
                NullPointerException.class, operation, () -> "null must be refused for the parameter " + parameter);
        assertEquals(parameter, refusal.getMessage(), "the exception must have the name of the parameter as message");
    }
}
