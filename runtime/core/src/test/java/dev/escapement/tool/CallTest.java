package dev.escapement.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallTest {

    private static final Instant AT = Instant.EPOCH;

    private final CountingSpec spec = new CountingSpec();
    private final Call call = new Call("c1", "count", "\"a\"");

    @Test
    void checkedArgumentsAreNotDecodedAgain() {
        call.check(spec, AT);
        call.check(spec, AT);
        spec.arguments(call);

        assertEquals(1, spec.reads);
    }

    /** A gate that changes an array must not change the value that the step receives. */
    @Test
    void eachReaderReceivesItsOwnValue() {
        call.check(spec, AT);

        assertNotSame(spec.arguments(call), spec.arguments(call));
    }

    @Test
    void checkIsRepeatedForAnotherTime() {
        call.check(spec, AT);
        call.check(spec, AT.plusSeconds(1));

        assertEquals(2, spec.reads);
    }

    @Test
    void checkIsRepeatedForAnotherTool() {
        CountingSpec other = new CountingSpec();
        call.check(spec, AT);
        call.check(other, AT);
        spec.arguments(call);

        assertEquals(1, other.reads);
        assertEquals(2, spec.reads);
    }

    @Test
    void invalidArgumentsHaveFeedbackAndNoValue() {
        Call invalid = new Call("c1", "count", "17");

        assertTrue(invalid.check(spec, AT).isPresent());
        assertThrows(IllegalArgumentException.class, () -> spec.arguments(invalid));
    }

    @Test
    void checkDoesNotChangeEquality() {
        Call same = new Call("c1", "count", "\"a\"");
        call.check(spec, AT);

        assertEquals(same, call);
        assertEquals(same.hashCode(), call.hashCode());
    }

    /** A tool whose arguments are a string, decoded into an array. */
    private static final class CountingSpec implements ToolSpec<String[]> {

        private int reads;

        @Override
        public String name() {
            return "count";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public String schema(Dialect dialect) {
            return "{}";
        }

        @Override
        public String fingerprint() {
            return "";
        }

        @Override
        public String @Nullable [] read(JsonReader in) {
            reads++;
            String text = in.readString();
            return text == null ? null : new String[] {text};
        }

        @Override
        public void write(JsonWriter out, String[] value) {
            out.writeString(value[0]);
        }
    }
}
