package dev.escapement.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.codegen.JsonReader;
import org.junit.jupiter.api.Test;

/** Tests that the processor and the decoders agree on the maximum nesting depth. */
class TypeSizeValidatorTest {

    @Test
    void maxDepthIsThatOfDecoders() {
        assertEquals(JsonReader.MAX_DEPTH, TypeSizeValidator.MAX_DEPTH);
    }
}
