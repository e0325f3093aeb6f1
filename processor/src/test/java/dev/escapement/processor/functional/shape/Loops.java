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

    /** Through an array. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByArray(int size, ByArray[] parts) {}

    /** Through a set. */
    @Tool
    @SuppressWarnings("ESC040")
    record BySet(String name, Set<BySet> parts) {}

    /** Through what can be gone through. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByViews(Collection<ByViews> some, Iterable<ByViews> others) {}

    /** Through maps with keys. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByKeys(Map<UUID, ByKeys> ids, Map<Enums.Colour, List<ByKeys>> colours) {}

    /** Through arrays of arrays, and all at once. */
    @Tool
    @SuppressWarnings("ESC040")
    record ByAll(
            ByAll[][] grid,
            Optional<List<ByAll>> list,
            @Nullable Map<String, ByAll> map,
            Set<@Nullable ByAll> set,
            Optional<Generics.Pair<ByAll, String>> pair) {}

    /** First of three. */
    record Company(String name, Department[] departments) {}

    /** Second of three. */
    record Department(Set<Person> people, @Nullable Company owner) {}

    /** Third of three. */
    record Person(String name, Optional<Person> boss, Map<Enums.Colour, Department> badges) {}

    /** Three that contain each other. */
    @Tool
    @SuppressWarnings("ESC040")
    record Economy(Company company, Optional<Department> best, List<@Nullable Person> people) {}

    /** A sealed interface that contains itself through records and containers. */
    sealed interface Term {
        /** All of them. */
        record All(Set<Term> terms) implements Term {}

        /** By name. */
        record Named(Map<String, Term> terms, Term[] more) implements Term {}

        /** Not. */
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

    /** Terms. */
    @Tool
    @SuppressWarnings("ESC040")
    record Logic(Term term, Statement statement, @Nullable Term none) {}

    /** A codec of its own that contains itself. */
    @Codec
    record Menu(String title, List<Menu> entries, Optional<Dish> dish) {}

    /** A codec of its own that contains the other one. */
    @Codec
    record Dish(int price, Menu @Nullable [] sides) {}

    /** Codecs that call each other. */
    @Tool
    @SuppressWarnings("ESC040")
    record Restaurant(Menu menu, Dish[] dishes, Map<String, Menu> others) {}

    /** Named like what another is called in a schema. */
    interface Left {
        /** Contains itself. */
        record Node3(Optional<Node3> next) {}

        /** Contains itself. */
        record Node(Optional<Node> next) {}

        /** Contains itself. */
        record Node2(int number, Optional<Node2> next) {}
    }

    /** Named like the others. */
    interface Right {
        /** Contains itself. */
        record Node(boolean right, Optional<Node> next) {}

        /** Contains itself. */
        record Node2(String name, Optional<Node2> next) {}
    }

    /** Types of one name that contain themselves. */
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
