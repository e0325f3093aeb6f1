package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A type has a value that ends: no type must hold another one of itself, directly or through others. What is left out,
 * null or empty ends it, and one branch of a sealed interface that ends is enough.
 */
final class FiniteValueValidator {

    /** A component that makes a type endless, because each type that it must hold is endless too. */
    private record Step(TypeShape.Named type, Definition.Property property, TypeShape.Named next) {

        private String words() {
            return property.component() + " of " + type.type().simpleName();
        }
    }

    private final TypeModel types;
    private final Set<TypeShape.Named> finite = new HashSet<>();

    FiniteValueValidator(TypeModel types) {
        this.types = types;
        int before = -1;
        while (before < finite.size()) { // each round finds those that need nothing but what was found before
            before = finite.size();
            types.definitions().forEach((named, definition) -> {
                if (Records.in(definition).anyMatch(this::isFinite) || definition instanceof Definition.EnumShape) {
                    finite.add(named);
                }
            });
        }
    }

    void check(Problems problems) {
        Set<TypeShape.Named> told = new HashSet<>(finite);
        for (TypeShape.Named type : types.definitions().keySet()) {
            List<Step> way = new ArrayList<>();
            Step next = told.contains(type) ? null : step(type);
            while (next != null && told.add(next.type())) {
                way.add(next);
                next = step(next.next());
            }
            if (next != null) {
                TypeShape.Named back = next.type();
                way.stream()
                        .map(Step::type)
                        .filter(back::equals)
                        .findFirst()
                        .ifPresent(first -> report(circle(way, first), problems));
            }
        }
    }

    /** The steps from a type on, which lead back to it; begins where the order of the types plays no part. */
    private static List<Step> circle(List<Step> way, TypeShape.Named back) {
        int begin = way.stream().map(Step::type).toList().indexOf(back);
        List<Step> circle = new ArrayList<>(way.subList(begin, way.size()));
        Step least = Collections.min(
                circle, Comparator.comparing(step -> step.type().type().qualifiedName()));
        Collections.rotate(circle, -circle.indexOf(least));
        return circle;
    }

    private static void report(List<Step> circle, Problems problems) {
        Step first = circle.get(0);
        problems.add(
                ProblemKind.ENDLESS,
                first.property().source(),
                first.type().type().simpleName(),
                circle.stream().map(Step::words).collect(Collectors.joining(", ")));
    }

    private boolean isFinite(Definition.RecordShape record) {
        return record.properties().stream().allMatch(property -> endless(property) == null);
    }

    /** What makes a type endless. */
    private @Nullable Step step(TypeShape.Named type) {
        return Records.in(types.definition(type))
                .flatMap(record -> record.properties().stream())
                .flatMap(property -> Stream.ofNullable(endless(property))
                        .map(next -> new Step(type, property, Objects.requireNonNull(next))))
                .findFirst()
                .orElse(null);
    }

    private TypeShape.@Nullable Named endless(Definition.Property property) {
        return property.required() ? endless(property.type()) : null;
    }

    /** The type without a finite value that each value of a shape holds; null if there is none. */
    private TypeShape.@Nullable Named endless(TypeShape shape) {
        boolean mayBeEmpty = shape.constraints().stream()
                .noneMatch(rule -> rule instanceof Constraint.Count count && count.min() > 0);
        if (shape.bare() instanceof TypeShape.ListOf list) {
            return mayBeEmpty ? null : endless(list.element());
        } else if (shape.bare() instanceof TypeShape.MapOf map) {
            return mayBeEmpty ? null : endless(map.value());
        }
        return shape.bare() instanceof TypeShape.Named named && !finite.contains(named) ? named : null;
    }
}
