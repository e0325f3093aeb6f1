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

    /** Some of many. */
    record Page<T>(@Describe("What is on it") List<T> items, int total, OptionalInt next) {}

    /** Two. */
    record Pair<A, B>(A first, B second) {}

    /** One. */
    record Box<T>(T value) {}

    /** Bounds that say something of each other. */
    record Range<T extends Comparable<? super T>>(T low, Optional<T> high) {}

    /** Several bounds. */
    record Tagged<T extends Named & java.io.Serializable, N extends Number>(T named, List<N> weights, Set<N> tags) {}

    /** In all that can hold it. */
    record Holder<T>(
            List<T> list,
            Set<T> set,
            Collection<T> collection,
            Map<String, T> map,
            T[] array,
            Optional<T> perhaps,
            List<List<T>> deep) {}

    /** May be null, as the record says. */
    record Maybe<T>(@Nullable T value, List<@Nullable T> gaps) {}

    /** The key is a parameter. */
    record Keyed<K, V>(Map<K, V> map) {}

    /** Of records. */
    @Tool
    @SuppressWarnings("ESC040")
    record Pages(
            Page<NestedShapes.Point> points, Page<String> words, Page<Integer> counts, Page<Enums.Colour> colours) {}

    /** Of generic records. */
    @Tool
    @SuppressWarnings("ESC040")
    record Pairs(
            Pair<String, List<NestedShapes.Point>> simple,
            Pair<Pair<Integer, Enums.Colour>, Page<Page<String>>> deep,
            List<Pair<String, Integer>> list,
            Optional<Pair<Integer, String>> swapped,
            Map<String, Pair<Box<String>, Box<Box<String>>>> boxes) {}

    /** Within bounds. */
    @Tool
    @SuppressWarnings("ESC040")
    record Bounded(Range<Integer> counts, Range<LocalDate> dates, Range<String> words, Tagged<Dot, Long> tagged) {}

    /** Satisfies two bounds. */
    record Dot(String ink) implements Named, java.io.Serializable {}

    /** A bound. */
    interface Named {}

    /** Of each kind of type. */
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

    /** In all that can hold it. */
    @Tool
    @SuppressWarnings("ESC040")
    record Holders(
            Holder<String> texts,
            Holder<Integer> counts,
            Holder<NestedShapes.Point> points,
            Holder<Enums.Colour> colours) {}

    /** In all that can hold it, once more. */
    @Tool
    @SuppressWarnings("ESC040")
    record MoreHolders(
            Holder<Page<int[]>> arrays,
            Holder<Pair<String, Integer>> pairs,
            Holder<LocalDate> dates,
            Holder<List<String>> lists) {}

    /** Null, as the record or its user says. */
    @Tool
    @SuppressWarnings("ESC040")
    record Nulls(
            Maybe<String> record,
            Maybe<Integer> number,
            Box<@Nullable String> user,
            Pair<@Nullable Integer, List<NestedShapes.@Nullable Point>> pair,
            Page<@Nullable String> page,
            @Nullable Page<String> all) {}

    /** With keys. */
    @Tool
    @SuppressWarnings("ESC040")
    record Keys(
            Keyed<Enums.Colour, String> colours, Keyed<UUID, List<Integer>> ids, Keyed<Integer, Enums.Size> counts) {}

    /** Contains itself with its own arguments. */
    record Tree<T>(T value, List<Tree<T>> children) {}

    /** Contains itself with its arguments swapped. */
    record Swapping<A, B>(A first, B second, Optional<Swapping<B, A>> next) {}

    /** Contains itself, through another. */
    record Linked<K, V>(Pair<K, V> entry, @Nullable Linked<K, V> next, Map<String, Box<Linked<K, V>>> others) {}

    /** Recursive. */
    @Tool
    @SuppressWarnings("ESC040")
    record Trees(Tree<String> words, Tree<Integer> counts, Optional<Tree<Tree<Boolean>>> trees) {}

    /** Recursive. */
    @Tool
    @SuppressWarnings("ESC040")
    record Swaps(Swapping<String, Integer> one, Swapping<Integer, String> other, Linked<String, Enums.Colour> list) {}

    /** A codec of its own that contains generic records. */
    @Codec
    record Catalogue(
            Page<NestedShapes.Point> points,
            Tree<String> sections,
            Pair<Enums.Shared, Unions.@Nullable Contact> rest) {}

    /** Generic records of types with codecs of their own, and the other way round. */
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
