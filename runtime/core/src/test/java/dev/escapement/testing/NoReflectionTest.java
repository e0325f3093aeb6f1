package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that the runtime does not use reflection, so that ahead-of-time compilers see every call. */
class NoReflectionTest {

    @Test
    void theRuntimeUsesNoReflection() throws Exception {
        assertEquals(List.of(), BytecodeRules.reflection(Compiled.core()));
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
