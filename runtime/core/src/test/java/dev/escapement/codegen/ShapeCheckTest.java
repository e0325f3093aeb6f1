package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.JsonCodec;
import dev.escapement.json.StaleCodeError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeCheckTest {

    private static final LinkageError MISSING = new NoSuchMethodError("'java.lang.String shop.Line.sku()'");

    @Test
    void equalFormsAreAccepted() {
        new ShapeCheck("shop.Order").beginType("shop.Line", "1f").requireShape("1f");
    }

    @Test
    void otherFormIsAnErrorThatNamesBothTypes() {
        ShapeCheck check = new ShapeCheck("shop.Order").beginType("shop.Line", "1f");

        StaleCodeError error = assertThrows(StaleCodeError.class, () -> check.requireShape("2f"));

        assertEquals("shop.Order", error.stale());
        assertEquals("shop.Line", error.changed());
        assertNull(error.getCause());
    }

    @Test
    void missingFingerprintIsTheSameError() {
        LinkageError error =
                new ShapeCheck("shop.Order").beginType("shop.Line", "1f").errorFor(MISSING);

        assertEquals(
                "shop.Line",
                assertThrows(StaleCodeError.class, () -> {
                            throw error;
                        })
                        .changed());
        assertSame(MISSING, error.getCause());
    }

    @Test
    void missingConstantIsTheSameError() {
        ShapeCheck check = new ShapeCheck("shop.Order");
        check.beginEnum("shop.Order.Side");
        LinkageError missing = missingIn("shop.OrderSpec");

        StaleCodeError error = assertInstanceOf(StaleCodeError.class, check.errorFor(missing));

        assertEquals("shop.Order.Side", error.changed());
        assertSame(missing, error.getCause());
    }

    @Test
    void missingUpcastMethodIsTheSameError() {
        ShapeCheck check =
                new ShapeCheck("shop.Desk").beginUpcasts("shop.Answer").requireUpcast(old -> old);

        StaleCodeError error = assertInstanceOf(StaleCodeError.class, check.errorFor(MISSING));

        assertEquals("shop.Answer", error.changed());
    }

    @Test
    void failureInTheCodeOfAnEnumIsKept() {
        ShapeCheck check = new ShapeCheck("shop.Order");
        check.beginEnum("shop.Order.Side");
        LinkageError defect = missingIn("shop.Order$Side");

        assertSame(defect, check.errorFor(defect));
    }

    @Test
    void otherFailuresAreKept() {
        LinkageError defect = new ExceptionInInitializerError("defect");

        assertSame(defect, new ShapeCheck("shop.Order").errorFor(defect));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void missingMemberIsAnErrorThatNamesBothTypes(boolean reads) {
        LinkageError missing = missingIn(ShapeCheckTest.class.getName());
        JsonCodec<String> codec = failing(missing);

        StaleCodeError error = assertThrows(StaleCodeError.class, () -> {
            if (reads) {
                codec.decode("{}");
            } else {
                codec.encode("");
            }
        });

        assertTrue(error.getMessage().contains("shop.Line.sku"), error.getMessage());
        assertEquals(ShapeCheckTest.class.getName(), error.stale());
        assertSame(missing, error.getCause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.Order", "shop.JobSpec", "shop.OrderCodec"})
    void missingMemberInAConstructorIsNotStaleGeneratedCode(String type) {
        LinkageError missing = missingIn(type);

        assertSame(
                missing,
                assertThrows(NoSuchMethodError.class, () -> failing(missing).decode("{}")));
    }

    @Test
    void failureAfterANestedCodecIsThatOfTheOuterCodec() {
        LinkageError missing = missingIn(ShapeCheckTest.class.getName());
        JsonCodec<String> codec = JsonCodec.of(
                in -> {
                    in.read(TextCodecs.UUID);
                    throw missing;
                },
                (out, value) -> {
                    throw missing;
                });

        assertEquals(
                ShapeCheckTest.class.getName(),
                assertThrows(
                                StaleCodeError.class,
                                () -> codec.list().decode("[\"00000000-0000-0000-0000-000000000000\"]"))
                        .stale());
    }

    private static LinkageError missingIn(String type) {
        LinkageError missing = new NoSuchMethodError(MISSING.getMessage());
        missing.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "method", null, 1)});
        return missing;
    }

    private static JsonCodec<String> failing(LinkageError failure) {
        return JsonCodec.of(
                in -> {
                    throw failure;
                },
                (out, value) -> {
                    throw failure;
                });
    }

    /** A class whose code is stale. The virtual machine reports only its first use with the error. */
    private static final class StaleClass {

        static final JsonCodec<String> CODEC = codec();

        private static JsonCodec<String> codec() {
            throw new StaleCodeError("shop.Order", "shop.Line", null);
        }
    }

    @Test
    void eachUseOfAStaleClassIsTheSameError() {
        JsonCodec<String> user = JsonCodec.of(in -> in.read(StaleClass.CODEC), (out, value) -> {});

        for (int use = 1; use <= 3; use++) {
            StaleCodeError error = assertThrows(StaleCodeError.class, () -> user.decode("\"A-1\""));

            assertEquals("shop.Order", error.stale());
            assertEquals("shop.Line", error.changed());
        }
    }

    @Test
    void classWhoseInitializationFailedOtherwiseIsNotStale() {
        Error failed = new NoClassDefFoundError("Could not initialize class shop.Prices");
        failed.initCause(new ExceptionInInitializerError("Exception java.lang.IllegalStateException: no prices"));

        assertNull(StaleCodeError.of(failed));
        assertNull(StaleCodeError.of(new NoClassDefFoundError("shop/Prices")));
    }

    @Test
    void unknownTypeOfASealedInterfaceIsAnError() {
        assertEquals(
                "shop.Event expected, null found",
                ShapeCheck.unexpectedValue("shop.Order", "shop.Event", null).getMessage());

        StaleCodeError error = assertThrows(
                StaleCodeError.class, () -> ShapeCheck.unexpectedValue("shop.Order", "shop.Event", "text"));

        assertEquals("shop.Order", error.stale());
        assertEquals("shop.Event", error.changed());
        assertEquals(
                "shop.Event also permits java.lang.String", error.getCause().getMessage());
    }
}
