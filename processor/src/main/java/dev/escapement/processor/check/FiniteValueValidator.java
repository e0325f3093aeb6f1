package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A validator that requires each type to have a finite value. A type must not require a value of itself, directly or
 * indirectly.
 */
final class FiniteValueValidator implements Validator<TypeModel> {

    /**
     * A component that makes the enclosing type infinite because the component's own type is infinite.
     *
     * @param type the type that has the component
     * @param property the component
     * @param next the infinite type that the component requires
     */
    private record Link(TypeShape.Named type, Definition.Property property, TypeShape.Named next) {

        private Clause component() {
            return Declaration.SHORT_COMPONENT.with(
                    property.component(), type.type().simpleName());
        }
    }

    @Override
    public void validate(TypeModel types, Problems problems) {
        FiniteTypes finite = new FiniteTypes(types);
        Set<TypeShape.Named> visited = new HashSet<>();
        for (TypeShape.Named type : types.definitions().keySet()) {
            List<Link> path = new ArrayList<>();
            Link next = link(type, types, finite);
            while (next != null && visited.add(next.type())) {
                path.add(next);
                next = link(next.next(), types, finite);
            }
            if (next != null) {
                int begin = path.stream().map(Link::type).toList().indexOf(next.type());
                if (begin >= 0) {
                    report(cycle(path.subList(begin, path.size())), problems);
                }
            }
        }
    }

    /** Returns the first component that makes a type infinite, or null for a finite type. */
    private static @Nullable Link link(TypeShape.Named type, TypeModel types, FiniteTypes finite) {
        if (finite.contains(type)) {
            return null;
        }
        return types.definition(type)
                .records()
                .flatMap(record -> record.properties().stream())
                .flatMap(property -> Stream.ofNullable(finite.endless(property))
                        .map(next -> new Link(type, property, Objects.requireNonNull(next))))
                .findFirst()
                .orElse(null);
    }

    /**
     * Rotates a cycle so that it begins with its alphabetically first type, regardless of the type that was visited
     * first.
     */
    private static List<Link> cycle(List<Link> links) {
        List<Link> cycle = new ArrayList<>(links);
        Link first = Collections.min(
                cycle, Comparator.comparing(link -> link.type().type().qualifiedName()));
        Collections.rotate(cycle, -cycle.indexOf(first));
        return cycle;
    }

    private static void report(List<Link> cycle, Problems problems) {
        Link first = cycle.get(0);
        problems.add(
                ProblemKind.ENDLESS,
                first.property().source(),
                first.type().type().simpleName(),
                cycle.stream().map(Link::component).toList());
    }
}
