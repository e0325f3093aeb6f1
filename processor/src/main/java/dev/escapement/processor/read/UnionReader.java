package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.SchemaFault;
import dev.escapement.processor.diagnostic.SchemaRemedy;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.UnknownPolicy;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** A reader of the definitions of sealed interfaces. */
final class UnionReader {

    private final TypeTraversal reading;
    private final DefinitionReader definitions;
    private final PermittedTypes permittedTypes;
    private final SubtypeNames names;
    private final ReadContext context;

    UnionReader(ReadContext context, TypeTraversal reading, DefinitionReader definitions) {
        this.reading = reading;
        this.definitions = definitions;
        this.permittedTypes = new PermittedTypes(context);
        this.names = new SubtypeNames(context, reading.problems());
        this.context = context;
    }

    /**
     * Reads a sealed interface.
     *
     * @param at the use of the interface
     */
    Definition.UnionShape union(TypeShape.Named named, TypeElement element, SourceRef at) {
        Union union = new Union(named, element, at, new ArrayList<>());
        boolean read = branches(union, element);
        if (read && union.branches().isEmpty() && permits(element)) {
            String use = JavaShapes.text(named);
            reading.refuse(SchemaFault.NO_POSSIBLE_TYPE.with(use), at, SchemaRemedy.POSSIBLE_TYPE.with(use));
        }
        return new Definition.UnionShape(
                named.type(), reading.described().type(element), names.discriminator(element), union.branches());
    }

    /**
     * A sealed interface that is being read.
     *
     * @param named its shape
     * @param element its declaration
     * @param at its use
     * @param branches the permitted types found so far
     */
    private record Union(TypeShape.Named named, TypeElement element, SourceRef at, List<Definition.Branch> branches) {

        private boolean has(TypeElement leaf) {
            return branches.stream().anyMatch(branch -> branch.isOf(JavaTypes.of(leaf)));
        }
    }

    /**
     * Returns whether a sealed interface permits a type that can have instances. If it does not, the compiler reports
     * the interface, but javac does so only if no processor reports an error.
     */
    private static boolean permits(TypeElement type) {
        return PermittedOrder.of(type).stream()
                .anyMatch(permitted -> !AnnotationTargets.isUnion(permitted) || permits(permitted));
    }

    /** Reads the permitted types of a sealed interface, and returns whether all of them can be read. */
    private boolean branches(Union union, TypeElement type) {
        boolean read = true;
        names.validate(type);
        for (TypeElement leaf : PermittedOrder.of(type)) {
            read &= reading.at("(" + leaf.getSimpleName() + ")", () -> permitted(union, type, leaf));
        }
        return read;
    }

    private boolean permitted(Union union, TypeElement type, TypeElement leaf) {
        if (AnnotationTargets.isUnion(leaf)) {
            ForeignAnnotations.refuseOnSubinterface(leaf, union.element(), reading.problems());
            return branches(union, leaf);
        }
        SourceRef at = SourceRef.of(leaf);
        if (leaf.getKind() != ElementKind.RECORD && leaf.getKind() != ElementKind.ENUM) {
            return refuse(type, leaf, TypeText.kind(leaf), at, SchemaRemedy.PERMITTED_TYPES.with(type.getSimpleName()));
        }
        PermittedTypes.Derivation derived =
                permittedTypes.derive(leaf, union.element(), union.named().arguments());
        Clause fault = derived.fault();
        if (fault != null) {
            return derived.dependsOnUse()
                    ? refuse(type, leaf, fault, union.at(), SchemaRemedy.TYPE_ARGUMENT_VARIABLE)
                    : refuse(type, leaf, fault, at, SchemaRemedy.PERMITTED_TYPES.with(type.getSimpleName()));
        }
        if (derived.possible() && !union.has(leaf)) { // in a diamond, the second path leads to the same type
            union.branches().add(branch(union, leaf, derived.arguments(), at));
        }
        return true;
    }

    private boolean refuse(TypeElement type, TypeElement leaf, Clause fault, SourceRef at, Clause remedy) {
        reading.refuse(SchemaFault.PERMITTED_TYPE.with(leaf.getSimpleName(), type.getSimpleName(), fault), at, remedy);
        return false;
    }

    private UnknownPolicy policy(TypeElement annotated) {
        return context.ignoresUnknown(annotated) ? UnknownPolicy.IGNORE : UnknownPolicy.REJECT;
    }

    private Definition.Branch branch(Union union, TypeElement leaf, List<TypeShape> arguments, SourceRef at) {
        String value = names.of(leaf);
        if (union.branches().stream().anyMatch(branch -> branch.value().equals(value))) {
            definitions.twice(at, union.element(), value, Declaration.RECORDS, "@JsonTypeName");
        }
        definitions.usable(leaf, at);
        boolean annotated = context.hasOwnCodec(leaf);
        Naming naming = annotated ? context.namingOfCodec(leaf) : union.named().naming();
        TypeShape.Named alone = new TypeShape.Named(JavaTypes.of(leaf), arguments, naming);
        if (leaf.getKind() == ElementKind.RECORD) {
            Definition.RecordShape record = definitions.record(alone, leaf);
            if (!annotated && reading.names().isConverted(alone)) {
                reading.names().addConverted(union.named());
            }
            context.inheritsNaming(leaf).ifPresent(annotation -> reading.names().addInherited(alone, annotation));
            return new Definition.Branch(value, record, false, annotated ? policy(leaf) : UnknownPolicy.OF_FILE);
        }
        TypeShape constant = definitions
                .named((DeclaredType) leaf.asType(), at, naming, argument -> alone)
                .orElse(alone);
        Definition.Property property = new Definition.Property("value", "value", "", constant, at);
        return new Definition.Branch(
                value, new Definition.RecordShape(alone.type(), List.of(), "", List.of(property)), true);
    }
}
