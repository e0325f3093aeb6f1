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

    /** All eight primitive types. */
    @Tool
    @SuppressWarnings("ESC040")
    record Primitives(
            boolean flag, byte tiny, short small, char letter, int count, long total, float rough, double exact) {}

    /** Boxed types that are not nullable. */
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

    /** Nullable boxed types. */
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

    /** Optional boxed types. */
    @Tool
    @SuppressWarnings("ESC040")
    record OptionalBoxes(
            Optional<Byte> tiny,
            Optional<Short> small,
            Optional<Character> letter,
            Optional<Float> rough,
            Optional<BigInteger> big) {}

    /** Primitive optionals. */
    @Tool
    @SuppressWarnings("ESC040")
    record PrimitiveOptionals(OptionalInt count, OptionalLong total, OptionalDouble exact) {}

    /** Primitive optionals among other components. */
    @Tool
    @SuppressWarnings("ESC040")
    record MixedOptionals(
            OptionalInt a, Optional<Integer> b, @Nullable Integer c, int d, OptionalLong get, OptionalDouble in) {}

    /** Numbers of any size. */
    @Tool
    @SuppressWarnings("ESC040")
    record Big(BigInteger whole, BigDecimal price, List<BigInteger> wholes, Map<String, BigInteger> named) {}

    /** Numbers in lists. */
    @Tool
    @SuppressWarnings("ESC040")
    record Lists(
            List<Byte> tiny,
            List<Short> small,
            List<Character> letters,
            List<Float> rough,
            List<@Nullable Byte> gaps) {}

    /** Numbers in maps. */
    @Tool
    @SuppressWarnings("ESC040")
    record Maps(
            Map<String, Byte> tiny,
            Map<String, Short> small,
            Map<String, Character> letters,
            Map<String, Float> rough) {}

    /** A character. */
    @Tool
    @SuppressWarnings("ESC040")
    record Letters(
            char one,
            Character boxed,
            List<Character> list,
            Optional<Character> perhaps,
            @Nullable Character none) {}

    /** A single number, so that it is mutated often. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneByte(byte value) {}

    /** A single number. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneShort(short value) {}

    /** A single number. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneFloat(float value) {}

    /** A single number. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneBigInteger(BigInteger value) {}

    /** A character. */
    @Tool
    @SuppressWarnings("ESC040")
    record OneChar(char value) {}
}
