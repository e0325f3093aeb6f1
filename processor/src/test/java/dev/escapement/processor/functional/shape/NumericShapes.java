package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Primitives, their boxes, and numbers of any size. */
@SuppressWarnings("ESC040")
public interface NumericShapes {

    /** All eight. */
    @Tool
    @SuppressWarnings("ESC040")
    record Primitives(
            boolean flag, byte tiny, short small, char letter, int count, long total, float rough, double exact) {}

    /** Their boxes, none of which may be null. */
    @Tool
    @SuppressWarnings("ESC040")
    record Boxes(
            Boolean flag,
            Byte tiny,
            Short small,
            Character letter,
            Integer count,
            Long total,
            Float rough,
            Double exact) {}

    /** Their boxes, all of which may be null. */
    @Tool
    @SuppressWarnings("ESC040")
    record NullableBoxes(
            @Nullable Boolean flag,
            @Nullable Byte tiny,
            @Nullable Short small,
            @Nullable Character letter,
            @Nullable Integer count,
            @Nullable Long total,
            @Nullable Float rough,
            @Nullable Double exact,
            @Nullable BigInteger big) {}

    /** Their boxes, left out or there. */
    @Tool
    @SuppressWarnings("ESC040")
    record OptionalBoxes(
            Optional<Byte> tiny,
            Optional<Short> small,
            Optional<Character> letter,
            Optional<Float> rough,
            Optional<BigInteger> big) {}

    /** Optionals without a box. */
    @Tool
    @SuppressWarnings("ESC040")
    record PrimitiveOptionals(OptionalInt count, OptionalLong total, OptionalDouble exact) {}

    /** Optionals without a box among others. */
    @Tool
    @SuppressWarnings("ESC040")
    record MixedOptionals(
            OptionalInt a, Optional<Integer> b, @Nullable Integer c, int d, OptionalLong get, OptionalDouble in) {}

    /** Numbers of any size. */
    @Tool
    @SuppressWarnings("ESC040")
    record Big(BigInteger whole, BigDecimal price, List<BigInteger> wholes, Map<String, BigInteger> named) {}

    /** In lists. */
    @Tool
    @SuppressWarnings("ESC040")
    record Lists(
            List<Byte> tiny,
            List<Short> small,
            List<Character> letters,
            List<Float> rough,
            List<@Nullable Byte> gaps) {}

    /** In maps. */
    @Tool
    @SuppressWarnings("ESC040")
    record Maps(
            Map<String, Byte> tiny,
            Map<String, Short> small,
            Map<String, Character> letters,
            Map<String, Float> rough) {}

    /** One character. */
    @Tool
    @SuppressWarnings("ESC040")
    record Letters(
            char one,
            Character boxed,
            List<Character> list,
            Optional<Character> perhaps,
            @Nullable Character none) {}

    /** One number each, so that each is damaged often. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneByte(byte value) {}

    /** One number. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneShort(short value) {}

    /** One number. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneFloat(float value) {}

    /** One number. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneBigInteger(BigInteger value) {}

    /** One character. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneChar(char value) {}
}
