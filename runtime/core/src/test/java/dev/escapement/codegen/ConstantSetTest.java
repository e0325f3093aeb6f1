package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.JsonEncoder;
import dev.escapement.json.StaleCodeError;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

class ConstantSetTest {

    private static final ConstantSet WEEKEND = ConstantSet.of("SATURDAY", "SUNDAY");

    private static final JsonEncoder<DayOfWeek> ENCODER = (out, value) -> out.writeString(WEEKEND.nameOf(value));

    @Test
    void knownConstantIsWritten() {
        assertEquals("\"SUNDAY\"", JsonWriter.encode(ENCODER, DayOfWeek.SUNDAY));
    }

    @Test
    void constantOutsideTheSchemaIsStaleCode() {
        StaleCodeError error = assertThrows(StaleCodeError.class, () -> JsonWriter.encode(ENCODER, DayOfWeek.FRIDAY));

        assertTrue(error.stale().contains("ConstantSetTest"), error.stale());
        assertTrue(error.changed().contains("java.time.DayOfWeek also has the constant FRIDAY"), error.changed());
    }
}
