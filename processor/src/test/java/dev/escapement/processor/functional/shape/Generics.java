package dev.escapement.processor.functional.shape;

import dev.escapement.Codec;
import dev.escapement.Describe;
import dev.escapement.Tool;
import dev.escapement.json.JsonText;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records with type parameters. */
@SuppressWarnings("ESC040")
public interface Generics {

    /** A page of items. */
    record Page<T>(@Describe("The items of the page") List<T> items, int total, OptionalInt next) {}

    /** A pair of values. */
    record Pair<A, B>(A first, B second) {}

    /** A single value. */
    record Box<T>(T value) {}

    /** A type parameter whose bound refers to itself. */
    record Range<T extends Comparable<? super T>>(T low, Optional<T> high) {}

    /** Type parameters with several bounds. */
    record Tagged<T extends Named & java.io.Serializable, N extends Number>(T named, List<N> weights, Set<N> tags) {}

    /** A type variable in every kind of container. */
    record Holder<T>(
            List<T> list,
            Set<T> set,
            Collection<T> collection,
            Map<String, T> map,
            T[] array,
            Optional<T> perhaps,
            List<List<T>> deep) {}

    /** A type variable that the record declares as nullable. */
    record Maybe<T>(@Nullable T value, List<@Nullable T> gaps) {}

    /** A map whose key is a type variable. */
    record Keyed<K, V>(Map<K, V> map) {}

    /** Generic records with records as arguments. */
    @Tool
    @SuppressWarnings("ESC040")
    record Pages(
            Page<NestedShapes.Point> points, Page<String> words, Page<Integer> counts, Page<Enums.Colour> colours) {}

    /** Generic records with generic records as arguments. */
    @Tool
    @SuppressWarnings("ESC040")
    record Pairs(
            Pair<String, List<NestedShapes.Point>> simple,
            Pair<Pair<Integer, Enums.Colour>, Page<Page<String>>> deep,
            List<Pair<String, Integer>> list,
            Optional<Pair<Integer, String>> swapped,
            Map<String, Pair<Box<String>, Box<Box<String>>>> boxes) {}

    /** Generic records with bounded parameters. */
    @Tool
    @SuppressWarnings("ESC040")
    record Bounded(Range<Integer> counts, Range<LocalDate> dates, Range<String> words, Tagged<Dot, Long> tagged) {}

    /** A record that satisfies two bounds. */
    record Dot(String ink) implements Named, java.io.Serializable {}

    /** An interface that serves as a bound. */
    interface Named {}

    /** Generic records with each kind of type as an argument. */
    @Tool
    @SuppressWarnings("ESC040")
    record Boxes(
            Box<String> text,
            Box<Integer> number,
            Box<Character> letter,
            Box<int[]> array,
            Box<byte[]> bytes,
            Box<String[][]> grid,
            Box<List<String>> list,
            Box<Set<Enums.Colour>> set,
            Box<Map<UUID, Integer>> map,
            Box<Unions.Shape> shape,
            Box<JsonText> raw,
            Box<LocalDate> date,
            Box<Unions.Contact> contact) {}

    /** Generic records in every kind of container. */
    @Tool
    @SuppressWarnings("ESC040")
    record Holders(
            Holder<String> texts,
            Holder<Integer> counts,
            Holder<NestedShapes.Point> points,
            Holder<Enums.Colour> colours) {}

    /** Generic records in further containers. */
    @Tool
    @SuppressWarnings("ESC040")
    record MoreHolders(
            Holder<Page<int[]>> arrays,
            Holder<Pair<String, Integer>> pairs,
            Holder<LocalDate> dates,
            Holder<List<String>> lists) {}

    /** Nullable values, declared by the generic record or by its user. */
    @Tool
    @SuppressWarnings("ESC040")
    record Nulls(
            Maybe<String> record,
            Maybe<Integer> number,
            Box<@Nullable String> user,
            Pair<@Nullable Integer, List<NestedShapes.@Nullable Point>> pair,
            Page<@Nullable String> page,
            @Nullable Page<String> all) {}

    /** Generic records with keys of maps. */
    @Tool
    @SuppressWarnings("ESC040")
    record Keys(
            Keyed<Enums.Colour, String> colours, Keyed<UUID, List<Integer>> ids, Keyed<Integer, Enums.Size> counts) {}

    /** A generic record that contains itself with the same arguments. */
    record Tree<T>(T value, List<Tree<T>> children) {}

    /** A generic record that contains itself with swapped arguments. */
    record Swapping<A, B>(A first, B second, Optional<Swapping<B, A>> next) {}

    /** A generic record that contains itself through another one. */
    record Linked<K, V>(Pair<K, V> entry, @Nullable Linked<K, V> next, Map<String, Box<Linked<K, V>>> others) {}

    /** Recursive generic records. */
    @Tool
    @SuppressWarnings("ESC040")
    record Trees(Tree<String> words, Tree<Integer> counts, Optional<Tree<Tree<Boolean>>> trees) {}

    /** Recursive generic records. */
    @Tool
    @SuppressWarnings("ESC040")
    record Swaps(Swapping<String, Integer> one, Swapping<Integer, String> other, Linked<String, Enums.Colour> list) {}

    /** A record with a codec that contains generic records. */
    @Codec
    record Catalogue(
            Page<NestedShapes.Point> points,
            Tree<String> sections,
            Pair<Enums.Shared, Unions.@Nullable Contact> rest) {}

    /** Generic records of types with codecs, and types with codecs that contain generic records. */
    @Tool
    @SuppressWarnings("ESC040")
    record Codecs(
            Page<Catalogue> catalogues,
            Pair<Enums.Shared, Unions.Contact> pair,
            Map<Enums.Shared, Catalogue[]> map,
            Set<Enums.Shared> set,
            Optional<Catalogue> perhaps,
            @Nullable Catalogue none) {}
}
