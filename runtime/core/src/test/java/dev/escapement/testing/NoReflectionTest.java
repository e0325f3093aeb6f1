package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that the runtime does not use reflection, so that ahead-of-time compilers see every call. */
class NoReflectionTest {

    /** Starts virtual threads with a method handle, because the runtime is compiled for JDK 17. */
    private static final String STARTS_VIRTUAL_THREADS = "dev.escapement.run.DriveThreads.";

    @Test
    void theRuntimeUsesNoReflection() throws Exception {
        assertEquals(
                List.of(),
                BytecodeRules.reflection(Compiled.core()).stream()
                        .filter(finding -> !finding.startsWith(STARTS_VIRTUAL_THREADS))
                        .toList());
    }

    /** Ahead-of-time compilers resolve a lookup with constant arguments. */
    @Test
    void virtualThreadsAreStartedByAConstantLookup() throws Exception {
        assertEquals(
                Set.of(
                        "java.lang.invoke.MethodHandle",
                        "java.lang.invoke.MethodHandles",
                        "java.lang.invoke.MethodHandles$Lookup",
                        "java.lang.invoke.MethodType"),
                BytecodeRules.uses(Compiled.core()).stream()
                        .filter(use -> (use.user() + ".").startsWith(STARTS_VIRTUAL_THREADS) && !use.bootstrap())
                        .map(Use::type)
                        .filter(type -> type.startsWith("java.lang.invoke.") || type.startsWith("java.lang.reflect."))
                        .collect(Collectors.toSet()));
    }

    @Test
    void theWholeRuntimeWasRead() throws Exception {
        List<String> read = BytecodeRules.uses(Compiled.core()).stream()
                .map(Use::user)
                .distinct()
                .toList();

        assertTrue(
                read.containsAll(List.of(
                        "dev.escapement.codegen.JsonReader",
                        "dev.escapement.engine.Reducer",
                        "dev.escapement.run.AgentInvoker")),
                () -> "read: " + read);
    }
}
