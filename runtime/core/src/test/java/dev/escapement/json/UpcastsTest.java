package dev.escapement.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpcastsTest {

    private static final String CURRENT = "cccccccccccccccc";

    private static final Upcasts UPCASTS =
            Upcasts.to(CURRENT).from("AAAAAAAAAA", appending("a")).from("bbbbbbbbbbbbbbbbbbbbbbbb", appending("b"));

    private static UnaryOperator<JsonText> appending(String letter) {
        return old -> new JsonText("[" + old.json() + ",\"" + letter + "\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaaaaa", "aaaaaaaaaa", "aaaaaaaaaabbbbbb"})
    void formIsConvertedByItsMethodAndAllLaterOnes(String recorded) {
        assertEquals("[[1,\"a\"],\"b\"]", UPCASTS.upcast(recorded, "1"));
        assertTrue(UPCASTS.include(recorded));
    }

    @Test
    void laterFormIsConvertedByLaterMethodsOnly() {
        assertEquals("[1,\"b\"]", UPCASTS.upcast("bbbbbbbbbbbbbbbb", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CURRENT, "dddddddddddddddd", ""})
    void otherFormsStayUnchanged(String recorded) {
        assertEquals("1", UPCASTS.upcast(recorded, "1"));
        assertFalse(UPCASTS.include(recorded));
    }

    @Test
    void currentFormIsNotConvertedByAMethodForIt() {
        Upcasts restored = Upcasts.to(CURRENT).from(CURRENT, appending("c")).from("bbbbbbbb", appending("b"));

        assertEquals("1", restored.upcast(CURRENT, "1"));
        assertEquals("[1,\"b\"]", restored.upcast("bbbbbbbbbbbbbbbb", "1"));
    }

    @Test
    void malformedTextStaysUnchanged() {
        assertEquals("{oops", UPCASTS.upcast("aaaaaaaaaaaaaaaa", "{oops"));
        assertEquals("{oops", UPCASTS.upcastUnknown("{oops", text -> false));
    }

    @Test
    void exceptionOfAMethodIsTheCause() {
        IllegalStateException broken = new IllegalStateException("broken");
        Upcasts upcasts = Upcasts.to(CURRENT).from("aaaaaaaa", old -> {
            throw broken;
        });

        UpcastException thrown = assertThrows(UpcastException.class, () -> upcasts.upcast("aaaaaaaaaaaaaaaa", "1"));

        assertEquals("aaaaaaaa", thrown.from());
        assertSame(broken, thrown.getCause());
    }

    @Test
    void methodThatReturnsNullFails() {
        Upcasts upcasts = Upcasts.to(CURRENT).from("aaaaaaaa", old -> null);

        UpcastException thrown = assertThrows(UpcastException.class, () -> upcasts.upcast("aaaaaaaaaaaaaaaa", "1"));

        assertEquals(NullPointerException.class, thrown.getCause().getClass());
    }

    @Test
    void validTextOfUnknownFormStaysUnchanged() {
        assertEquals("1", UPCASTS.upcastUnknown("1", text -> true));
    }

    @Test
    void unknownFormIsConvertedIfOneEarlierFormIsValid() {
        assertEquals("[1,\"b\"]", UPCASTS.upcastUnknown("1", "[1,\"b\"]"::equals));
        assertEquals("[[1,\"a\"],\"b\"]", UPCASTS.upcastUnknown("1", "[[1,\"a\"],\"b\"]"::equals));
    }

    @Test
    void unknownFormStaysUnchangedIfTwoEarlierFormsAreValid() {
        assertEquals("1", UPCASTS.upcastUnknown("1", List.of("[1,\"b\"]", "[[1,\"a\"],\"b\"]")::contains));
    }

    /** Returns conversions of which the first fails. */
    private static Upcasts failing() {
        return Upcasts.to(CURRENT)
                .from("aaaaaaaa", old -> {
                    throw new IllegalStateException("another form");
                })
                .from("bbbbbbbb", appending("b"));
    }

    @Test
    void failingMethodIsNotTheEarlierForm() {
        List<UpcastException> failures = new ArrayList<>();

        assertEquals("[1,\"b\"]", failing().upcastUnknown("1", "[1,\"b\"]"::equals, failures::add));
        assertEquals(List.of(), failures);
    }

    @Test
    void failureIsReportedIfTheTextStaysInvalid() {
        List<UpcastException> failures = new ArrayList<>();

        assertEquals("1", failing().upcastUnknown("1", text -> false, failures::add));
        assertEquals(
                List.of("aaaaaaaa"),
                failures.stream().map(UpcastException::from).toList());
    }

    @Test
    void fingerprintOfASchemaIgnoresOrderAndSpace() {
        String fingerprint = Upcasts.fingerprint("{\"type\":\"object\",\"description\":\"An order\"}");

        assertEquals(fingerprint, Upcasts.fingerprint("{ \"description\": \"An order\", \"type\": \"object\" }"));
        assertEquals(16, fingerprint.length());
        assertFalse(Upcasts.to(Upcasts.fingerprint("{\"type\":\"string\"}"))
                .from(Upcasts.fingerprint("{\"type\":\"string\"}"), appending("c"))
                .include(Upcasts.fingerprint("{\"type\":\"string\"}")));
    }
}
