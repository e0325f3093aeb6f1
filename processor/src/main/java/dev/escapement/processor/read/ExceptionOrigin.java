package dev.escapement.processor.read;

import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** The origin of a declared exception, which determines the meaning of the declaration. */
enum ExceptionOrigin {

    /** The exception is too general to be part of a contract. */
    GENERAL,

    /** The exception does not reveal whether the operation took effect. */
    UNKNOWN_OUTCOME,

    /** The exception belongs to the Java platform or to Jakarta EE. */
    LIBRARY,

    /** Any other exception. */
    OTHER;

    private static final Set<String> TOO_GENERAL =
            Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error");

    /** The runtime has the same list. An UncheckedIOException always has an IOException as its cause. */
    private static final Set<String> OUTCOME_UNKNOWN = Set.of(
            "java.io.IOException",
            "java.io.UncheckedIOException",
            "java.sql.SQLException",
            "java.util.concurrent.TimeoutException",
            "java.lang.InterruptedException",
            "java.lang.Error",
            "dev.escapement.UnknownOutcomeException");

    private static final List<String> LIBRARIES = List.of("java.", "javax.", "jakarta.");

    static ExceptionOrigin of(TypeMirror thrown) {
        String name = JavaTypes.qualifiedName(thrown);
        if (TOO_GENERAL.contains(name)) {
            return GENERAL;
        } else if (leavesOutcomeUnknown(thrown)) {
            return UNKNOWN_OUTCOME;
        }
        return isFromLibrary(thrown) ? LIBRARY : OTHER;
    }

    private static boolean leavesOutcomeUnknown(TypeMirror thrown) {
        return JavaTypes.superclasses(thrown)
                .anyMatch(
                        type -> OUTCOME_UNKNOWN.contains(type.getQualifiedName().toString()));
    }

    /** Returns whether a library declares the exception itself, not only one of its superclasses. */
    static boolean isFromLibrary(TypeMirror thrown) {
        return LIBRARIES.stream().anyMatch(JavaTypes.qualifiedName(thrown)::startsWith);
    }
}
