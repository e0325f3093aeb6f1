package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.SubtypeFault;
import dev.escapement.processor.diagnostic.SubtypeRemedy;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/**
 * A reader of the names that identify permitted types in JSON. A name is declared by the permitted type itself or by
 * any of its sealed interfaces. Without one, it is the simple name in snake_case.
 */
final class SubtypeNames {

    private final Types types;
    private final Problems problems;

    SubtypeNames(ReadContext context, Problems problems) {
        this.types = context.types();
        this.problems = problems;
    }

    /** Returns the name of the discriminator of a sealed interface, which may be declared by its superinterfaces. */
    String discriminator(TypeElement union) {
        return withSealedInterfaces(union)
                .flatMap(type -> JacksonNames.discriminator(type).stream())
                .findFirst()
                .orElse("type");
    }

    /** Returns the name of a permitted record or enum. Reports contradictory names, and names missing in a list. */
    String of(TypeElement leaf) {
        List<TypeElement> listing = withSealedInterfaces(leaf)
                .filter(type -> Annotations.has(type, RuntimeNames.JSON_SUB_TYPES))
                .toList();
        Optional<String> own = JacksonNames.typeName(leaf);
        Set<String> names = new TreeSet<>();
        own.ifPresent(names::add);
        listing.stream()
                .flatMap(union -> JacksonNames.listed(union, leaf).stream())
                .flatMap(listed -> Annotations.string(listed, "name").stream())
                .forEach(names::add);
        String derived = Naming.snakeCase(leaf.getSimpleName().toString());
        if (names.size() > 1) {
            problems.add(
                    ProblemKind.SUBTYPE_NAMES,
                    SourceRef.of(leaf),
                    SubtypeFault.TWO_NAMES.with(leaf.getSimpleName(), List.copyOf(names)),
                    SubtypeRemedy.ONE_NAME);
        } else if (names.isEmpty()
                && !listing.isEmpty()
                && listing.stream()
                        .allMatch(union -> JacksonNames.listed(union, leaf).isEmpty())) {
            TypeElement union = listing.get(0);
            Annotations.find(union, RuntimeNames.JSON_SUB_TYPES)
                    .ifPresent(list -> problems.add(
                            ProblemKind.SUBTYPE_NAMES,
                            SourceRef.of(union).at(list),
                            SubtypeFault.UNLISTED.with(union.getSimpleName(), leaf.getSimpleName()),
                            SubtypeRemedy.LIST.with(leaf.getSimpleName(), derived)));
        }
        return names.stream().findFirst().orElse(derived);
    }

    /** Reports the classes in the list of a sealed interface that are not among its permitted types. */
    void validate(TypeElement union) {
        Annotations.find(union, RuntimeNames.JSON_SUB_TYPES)
                .ifPresent(list -> Annotations.nested(list, "value")
                        .forEach(listed -> Annotations.value(listed, "value")
                                .map(value -> value.getValue())
                                .filter(DeclaredType.class::isInstance)
                                .map(DeclaredType.class::cast)
                                .filter(type -> !types.isSubtype(types.erasure(type), types.erasure(union.asType())))
                                .ifPresent(type -> problems.add(
                                        ProblemKind.SUBTYPE_NAMES,
                                        SourceRef.of(union).at(list),
                                        SubtypeFault.NOT_PERMITTED.with(union.getSimpleName(), TypeText.of(type)),
                                        SubtypeRemedy.REMOVE.with(TypeText.of(type))))));
    }

    /** Returns a type, if it is a sealed interface, and all sealed interfaces among its supertypes. */
    private Stream<TypeElement> withSealedInterfaces(TypeElement type) {
        Stream<TypeElement> self = AnnotationTargets.isUnion(type) ? Stream.of(type) : Stream.of();
        return Stream.concat(
                        self,
                        type.getInterfaces().stream()
                                .filter(DeclaredType.class::isInstance)
                                .map(parent -> (TypeElement) ((DeclaredType) parent).asElement())
                                .flatMap(this::withSealedInterfaces))
                .distinct();
    }
}
