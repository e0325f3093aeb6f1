package dev.escapement.processor.functional;

import dev.escapement.processor.functional.clash.ClashingSubject;
import dev.escapement.processor.functional.shape.Arrays;
import dev.escapement.processor.functional.shape.Collections;
import dev.escapement.processor.functional.shape.Described;
import dev.escapement.processor.functional.shape.Enums;
import dev.escapement.processor.functional.shape.Generics;
import dev.escapement.processor.functional.shape.Large;
import dev.escapement.processor.functional.shape.LimitedByJavax;
import dev.escapement.processor.functional.shape.LimitedNumbers;
import dev.escapement.processor.functional.shape.LimitedParts;
import dev.escapement.processor.functional.shape.LimitedTexts;
import dev.escapement.processor.functional.shape.LimitedTimes;
import dev.escapement.processor.functional.shape.Loops;
import dev.escapement.processor.functional.shape.Maps;
import dev.escapement.processor.functional.shape.Mixed;
import dev.escapement.processor.functional.shape.Names;
import dev.escapement.processor.functional.shape.Nested;
import dev.escapement.processor.functional.shape.Nulls;
import dev.escapement.processor.functional.shape.Numbers;
import dev.escapement.processor.functional.shape.Raw;
import dev.escapement.processor.functional.shape.Recursive;
import dev.escapement.processor.functional.shape.Refusing;
import dev.escapement.processor.functional.shape.Scalars;
import dev.escapement.processor.functional.shape.Texts;
import dev.escapement.processor.functional.shape.Unions;
import dev.escapement.tool.ToolSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All tools under test: the records in these interfaces that a spec was generated for. */
final class Subjects {

    private static final List<Class<?>> SHAPES = List.of(
            Arrays.class,
            Collections.class,
            Described.class,
            Enums.class,
            Generics.class,
            Large.class,
            LimitedByJavax.class,
            LimitedNumbers.class,
            LimitedParts.class,
            LimitedTexts.class,
            LimitedTimes.class,
            Loops.class,
            Maps.class,
            Mixed.class,
            Names.class,
            Nested.class,
            Nulls.class,
            Numbers.class,
            Raw.class,
            Recursive.class,
            Refusing.class,
            Scalars.class,
            Texts.class,
            Unions.class);

    private Subjects() {}

    static List<Subject<?>> all() {
        return Stream.concat(SHAPES.stream().flatMap(Subjects::in), Stream.of(ClashingSubject.subject()))
                .toList();
    }

    private static Stream<Subject<?>> in(Class<?> shapes) {
        return Stream.of(shapes.getDeclaredClasses())
                .sorted(Comparator.comparing(Class::getName)) // reflection promises no order
                .flatMap(type -> subject(type).stream());
    }

    @SuppressWarnings("unchecked")
    private static <T> Optional<Subject<T>> subject(Class<T> type) {
        try {
            Object spec = Class.forName(type.getName().replace('$', '_') + "Spec")
                    .getField("INSTANCE")
                    .get(null);
            return Optional.of(new Subject<>(type, (ToolSpec<T>) spec));
        } catch (ClassNotFoundException noTool) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
