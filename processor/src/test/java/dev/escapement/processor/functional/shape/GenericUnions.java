package dev.escapement.processor.functional.shape;

import dev.escapement.Codec;
import dev.escapement.Tool;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sealed interfaces with type parameters. */
@SuppressWarnings("ESC040")
public interface GenericUnions {

    /** A result whose permitted records have the same parameter. */
    sealed interface Result<T> {
        /** A value. */
        record Ok<T>(T value) implements Result<T> {}

        /** A failure, which does not use its parameter. */
        record Err<T>(String message) implements Result<T> {}
    }

    /** A sealed interface that fixes a parameter of its supertype. */
    sealed interface Batch<T> extends Result2<List<T>> {}

    /** A sealed interface that permits another one. */
    sealed interface Result2<T> permits Batch, Plain2 {}

    /** A record whose parameter is an element. */
    record Many<T>(List<T> values, Optional<T> best) implements Batch<T> {}

    /** A record with the parameter of the root. */
    record Plain2<T>(@Nullable T plain) implements Result2<T> {}

    /** A sealed interface whose permitted records swap, repeat and fix its parameters. */
    sealed interface Either<A, B> {
        /** The parameters in another order. */
        record Swapped<X, Y>(X first, Y second) implements Either<Y, X> {}

        /** One parameter for both; impossible for two different types. */
        record Same<X>(Set<X> both) implements Either<X, X> {}

        /** A fixed parameter; impossible for other types. */
        record Texts<B>(String text, B rest) implements Either<String, B> {}

        /** No parameters. */
        record Numbers(int one, long two) implements Either<Integer, Long> {}

        /** An enum. */
        enum Words implements Either<String, String> {
            /** A constant. */
            HELLO
        }
    }

    /** A sealed interface whose permitted records limit its parameter. */
    sealed interface Measured<T> {
        /** Numbers only. */
        record Amount<N extends Number & Comparable<N>>(N amount) implements Measured<N> {}

        /** Types that are comparable to themselves. */
        record Ordered<C extends Comparable<? super C>>(List<C> sorted) implements Measured<C> {}

        /** Arrays only. */
        record Row<E>(E[] cells) implements Measured<E[]> {}

        /** Maps only. */
        record Table<K, V>(Map<K, V> rows) implements Measured<Map<K, V>> {}

        /** Any type. */
        record Bare<T>(T bare) implements Measured<T> {}
    }

    /** A recursive sealed interface. */
    sealed interface Expression<T> {
        /** Two parts. */
        record Sum<T>(List<Expression<T>> parts) implements Expression<T> {}

        /** A part that another kind of expression decides. */
        record Wrapped<T>(Result<Expression<T>> inner) implements Expression<T> {}

        /** A leaf. */
        record Literal<T>(T literal) implements Expression<T> {}
    }

    /** A sealed interface whose parameter is bounded by itself. */
    sealed interface Chain<S extends Chain<S>> {
        /** A link of one kind. */
        record Link(Optional<Link> next, String name) implements Chain<Link> {}

        /** A link of another kind. */
        record Ring(List<Ring> rings) implements Chain<Ring> {}
    }

    /** A generic record with a sealed interface of its parameter. */
    record Envelope<T>(Result<T> payload, Either<T, String> other) {}

    /** One sealed interface with several arguments. */
    @Tool
    @SuppressWarnings("ESC040")
    record Results(
            Result<String> text,
            Result<Integer> number,
            Result<List<UUID>> list,
            Result<@Nullable String> nullable,
            Result<@NotBlank String> filled,
            List<Result<int[]>> arrays,
            Result<Result<Boolean>> nested) {}

    /** Arguments that follow from nested sealed interfaces. */
    @Tool
    @SuppressWarnings("ESC040")
    record Nested(Result2<List<Integer>> lists, Result2<String> plain, Batch<String> batch) {}

    /** Swapped, repeated and fixed arguments. */
    @Tool
    @SuppressWarnings("ESC040")
    record Eithers(
            Either<String, Integer> one,
            Either<Integer, String> other,
            Either<String, String> same,
            Either<Integer, Long> numbers) {}

    /** Arguments within and outside of bounds. */
    @Tool
    @SuppressWarnings("ESC040")
    record Measures(
            Measured<Integer> number,
            Measured<String> text,
            Measured<String[]> row,
            Measured<int[]> primitives,
            Measured<Map<String, Integer>> table) {}

    /** Recursive types. */
    @Tool
    @SuppressWarnings("ESC040")
    record Recursive(Expression<Integer> sum, Chain<Chain.Link> links, Chain<Chain.Ring> rings) {}

    /** Sealed interfaces within generic records. */
    @Tool
    @SuppressWarnings("ESC040")
    record Envelopes(Envelope<String> texts, Envelope<Enums.Colour> colours) {}

    /** A codec of generic sealed interfaces. */
    @Codec
    record Archive(Map<String, Result<String>> results, Optional<Expression<String>> expression) {}

    /** A tool that contains the codec, and sealed interfaces in containers. */
    @Tool
    @SuppressWarnings("ESC040")
    record Archives(
            Archive archive,
            Set<Result<Long>> set,
            Result<String>[] array,
            @Nullable Result<Archive> none) {}
}
