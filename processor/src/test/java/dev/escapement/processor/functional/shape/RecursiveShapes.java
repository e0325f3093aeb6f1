package dev.escapement.processor.functional.shape;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types that contain themselves. */
@SuppressWarnings("ESC040")
public interface RecursiveShapes {

    /** Through a list. */
    @Tool
    @SuppressWarnings("ESC040")
    record Folder(String name, List<Folder> folders) {}

    /** Through an optional. */
    @Tool
    @SuppressWarnings("ESC040")
    record Chain(int link, Optional<Chain> next) {}

    /** Through a map. */
    @Tool
    @SuppressWarnings("ESC040")
    record Trie(boolean end, Map<String, Trie> branches) {}

    /** Through a null. */
    @Tool
    @SuppressWarnings("ESC040")
    record Linked(int value, @Nullable Linked next) {}

    /** One of two that contain each other. */
    record Hen(String name, List<Egg> eggs) {}

    /** The other of two that contain each other. */
    record Egg(int weight, @Nullable Hen hatched) {}

    /** Contains what contains itself. */
    @Tool
    @SuppressWarnings("ESC040")
    record Farm(
            @Describe("The oldest one") Hen first,
            Optional<Egg> best,
            @Nullable Hen lost,
            @Describe("Where the tools are") @Nullable Folder shed,
            Map<String, Egg> nests) {}

    /** An expression, through a sealed interface. */
    sealed interface Expression {
        /** A number. */
        record Constant(double value) implements Expression {}

        /** A sum. */
        record Sum(Expression left, Expression right) implements Expression {}

        /** A call. */
        record Apply(String function, List<Expression> arguments, Optional<Apply> outer) implements Expression {}

        /** Nothing. */
        record Unit() implements Expression {}
    }

    /** Contains expressions. */
    @Tool
    @SuppressWarnings("ESC040")
    record Formula(
            Expression root, @Nullable Expression spare, List<Expression> history, Optional<Expression.Sum> sum) {}
}
