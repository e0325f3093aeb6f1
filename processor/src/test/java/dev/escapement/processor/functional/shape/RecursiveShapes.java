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

    /** A record that contains itself through a list. */
    @Tool
    @SuppressWarnings("ESC040")
    record Folder(String name, List<Folder> folders) {}

    /** A record that contains itself through an optional. */
    @Tool
    @SuppressWarnings("ESC040")
    record Chain(int link, Optional<Chain> next) {}

    /** A record that contains itself through a map. */
    @Tool
    @SuppressWarnings("ESC040")
    record Trie(boolean end, Map<String, Trie> branches) {}

    /** A record that contains itself through a nullable component. */
    @Tool
    @SuppressWarnings("ESC040")
    record Linked(int value, @Nullable Linked next) {}

    /** The first of two mutually recursive records. */
    record Hen(String name, List<Egg> eggs) {}

    /** The second of two mutually recursive records. */
    record Egg(int weight, @Nullable Hen hatched) {}

    /** A record with recursive records. */
    @Tool
    @SuppressWarnings("ESC040")
    record Farm(
            @Describe("The oldest one") Hen first,
            Optional<Egg> best,
            @Nullable Hen lost,
            @Describe("Where the tools are") @Nullable Folder shed,
            Map<String, Egg> nests) {}

    /** A recursive sealed interface. */
    sealed interface Expression {
        /** A number. */
        record Constant(double value) implements Expression {}

        /** A sum. */
        record Sum(Expression left, Expression right) implements Expression {}

        /** A call. */
        record Apply(String function, List<Expression> arguments, Optional<Apply> outer) implements Expression {}

        /** An empty expression. */
        record Unit() implements Expression {}
    }

    /** A record with expressions. */
    @Tool
    @SuppressWarnings("ESC040")
    record Formula(
            Expression root, @Nullable Expression spare, List<Expression> history, Optional<Expression.Sum> sum) {}
}
