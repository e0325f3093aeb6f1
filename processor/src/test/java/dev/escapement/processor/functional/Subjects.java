package dev.escapement.processor.functional;

import dev.escapement.processor.functional.clash.ClashingSubject;
import dev.escapement.processor.functional.shape.Arrays;
import dev.escapement.processor.functional.shape.Collections;
import dev.escapement.processor.functional.shape.DescribedShapes;
import dev.escapement.processor.functional.shape.Enums;
import dev.escapement.processor.functional.shape.GenericUnions;
import dev.escapement.processor.functional.shape.Generics;
import dev.escapement.processor.functional.shape.GrowingShapes;
import dev.escapement.processor.functional.shape.JavaxLimits;
import dev.escapement.processor.functional.shape.LargeShapes;
import dev.escapement.processor.functional.shape.LimitedNumbers;
import dev.escapement.processor.functional.shape.LimitedParts;
import dev.escapement.processor.functional.shape.LimitedTexts;
import dev.escapement.processor.functional.shape.LimitedTimes;
import dev.escapement.processor.functional.shape.Loops;
import dev.escapement.processor.functional.shape.Maps;
import dev.escapement.processor.functional.shape.MixedUnions;
import dev.escapement.processor.functional.shape.Names;
import dev.escapement.processor.functional.shape.NestedShapes;
import dev.escapement.processor.functional.shape.Nulls;
import dev.escapement.processor.functional.shape.NumericShapes;
import dev.escapement.processor.functional.shape.RawJson;
import dev.escapement.processor.functional.shape.RecursiveShapes;
import dev.escapement.processor.functional.shape.RefusingShapes;
import dev.escapement.processor.functional.shape.Scalars;
import dev.escapement.processor.functional.shape.Texts;
import dev.escapement.processor.functional.shape.Unions;
import dev.escapement.tool.ToolSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All tools under test: the records in these interfaces for which a spec was generated. */
final class Subjects {

    private static final List<Class<?>> SHAPES = List.of(
            Arrays.class,
            Collections.class,
            DescribedShapes.class,
            Enums.class,
            GenericUnions.class,
            Generics.class,
            GrowingShapes.class,
            LargeShapes.class,
            JavaxLimits.class,
            LimitedNumbers.class,
            LimitedParts.class,
            LimitedTexts.class,
            LimitedTimes.class,
            Loops.class,
            Maps.class,
            MixedUnions.class,
            Names.class,
            NestedShapes.class,
            Nulls.class,
            NumericShapes.class,
            RawJson.class,
            RecursiveShapes.class,
            RefusingShapes.class,
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
                .sorted(Comparator.comparing(Class::getName)) // reflection does not guarantee an order
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
