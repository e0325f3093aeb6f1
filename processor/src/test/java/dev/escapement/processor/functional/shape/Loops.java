package dev.escapement.processor.functional.shape;

import dev.escapement.Codec;
import dev.escapement.Tool;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types that contain each other. */
@SuppressWarnings("ESC040")
public interface Loops {

    /** A record that contains itself through an array. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByArray(int size, ByArray[] parts) {}

    /** A record that contains itself through a set. */
    @Tool
    @SuppressWarnings("ESC040")
    record BySet(String name, Set<BySet> parts) {}

    /** A record that contains itself through collections and iterables. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByViews(Collection<ByViews> some, Iterable<ByViews> others) {}

    /** A record that contains itself through maps. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByKeys(Map<UUID, ByKeys> ids, Map<Enums.Colour, List<ByKeys>> colours) {}

    /** A record that contains itself through nested arrays and other containers. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByAll(
            ByAll[][] grid,
            Optional<List<ByAll>> list,
            @Nullable Map<String, ByAll> map,
            Set<@Nullable ByAll> set,
            Optional<Generics.Pair<ByAll, String>> pair) {}

    /** The first of three mutually recursive records. */
    record Company(String name, Department[] departments) {}

    /** The second of three mutually recursive records. */
    record Department(Set<Person> people, @Nullable Company owner) {}

    /** The third of three mutually recursive records. */
    record Person(String name, Optional<Person> boss, Map<Enums.Colour, Department> badges) {}

    /** A record with three mutually recursive records. */
    @Tool
    @SuppressWarnings("ESC040")
    record Economy(Company company, Optional<Department> best, List<@Nullable Person> people) {}

    /** A sealed interface that contains itself through records and containers. */
    sealed interface Term {
        /** A conjunction of terms. */
        record All(Set<Term> terms) implements Term {}

        /** Named terms. */
        record Named(Map<String, Term> terms, Term[] more) implements Term {}

        /** A negation. */
        record Not(Optional<Term> term, @Nullable Statement statement) implements Term {}

        /** A constant. */
        enum Truth implements Term {
            /** True. */
            TRUE,
            /** False. */
            FALSE
        }
    }

    /** Contains terms, and is contained in one. */
    record Statement(Term term, List<Statement> rest) {}

    /** A record with terms. */
    @Tool
    @SuppressWarnings("ESC040")
    record Logic(Term term, Statement statement, @Nullable Term none) {}

    /** A recursive record with a codec. */
    @Codec
    record Menu(String title, List<Menu> entries, Optional<Dish> dish) {}

    /** A record with a codec that contains the other one. */
    @Codec
    record Dish(int price, Menu @Nullable [] sides) {}

    /** Codecs that call each other. */
    @Tool
    @SuppressWarnings("ESC040")
    record Restaurant(Menu menu, Dish[] dishes, Map<String, Menu> others) {}

    /** Types whose names clash with the schema names of others. */
    interface Left {
        /** A recursive record. */
        record Node3(Optional<Node3> next) {}

        /** A recursive record. */
        record Node(Optional<Node> next) {}

        /** A recursive record. */
        record Node2(int number, Optional<Node2> next) {}
    }

    /** Types with the same names. */
    interface Right {
        /** A recursive record. */
        record Node(boolean right, Optional<Node> next) {}

        /** A recursive record. */
        record Node2(String name, Optional<Node2> next) {}
    }

    /** Recursive types with the same simple name. */
    @Tool
    @SuppressWarnings("ESC040")
    record Namesakes(
            Left.Node3 third,
            Left.Node first,
            Right.Node second,
            Left.Node2 other,
            Right.Node2 another,
            Generics.Tree<String> words,
            Generics.Tree<Integer> counts) {}
}
