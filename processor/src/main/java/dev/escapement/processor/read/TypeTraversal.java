package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.SchemaFault;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.Restriction;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A traversal of all types reachable from one type. It contains the current path, and the definitions found so far. */
final class TypeTraversal {

    private final ReadContext context;
    private final TypeElement from;
    private final ComponentTypes components;
    private final Problems problems;
    private final String fromPackage;
    private final DescriptionFinder described;
    private final Map<TypeShape.Named, Definition> definitions = new LinkedHashMap<>();
    private final Map<TypeShape.Named, JavaType> codecs = new LinkedHashMap<>();
    private final List<Restriction> restrictions = new ArrayList<>();
    private final NamingRecorder names = new NamingRecorder();
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<SourceRef> references = new ArrayDeque<>();
    private final UsedElements used;

    /** Creates a traversal for the code generated from a type. */
    TypeTraversal(ReadContext context, Problems problems, TypeElement from) {
        this.context = context;
        this.from = from;
        this.components = context.components();
        this.problems = problems;
        this.fromPackage = JavaTypes.of(from).packageName();
        this.described = context.described(from);
        // Only the interface of a loop contains other types than the annotated type.
        this.used = new UsedElements(
                context.elements(),
                context.isAuxiliary(),
                from.getKind() == ElementKind.CLASS
                        ? new ModuleExports(context.elements(), from)::hide
                        : type -> false);
        used.add(from);
    }

    /** Returns the description finder. */
    DescriptionFinder described() {
        return described;
    }

    /** Records that generated code refers to an element. */
    void uses(Element element) {
        used.add(element);
    }

    Problems problems() {
        return problems;
    }

    /** Returns the model with all definitions found so far. */
    TypeModel model() {
        return new TypeModel(definitions, codecs, used.warnings(), restrictions, described.written(), names.uses());
    }

    /** Runs a reader with a name appended to the current path. */
    <T> T at(String step, Supplier<T> reading) {
        path.addLast(step);
        try {
            return reading.get();
        } finally {
            path.removeLast();
        }
    }

    /** Runs a reader of a type to which a place refers. */
    void referredFrom(SourceRef at, Runnable reading) {
        references.addLast(at);
        try {
            reading.run();
        } finally {
            references.removeLast();
        }
    }

    /** Returns the given place or, if it is in a class file, the last place in source on the way to it. */
    private SourceRef inSource(SourceRef at) {
        if (components.isCompiled(at.element())) {
            return at;
        }
        Iterator<SourceRef> nearest = references.descendingIterator();
        while (nearest.hasNext()) {
            SourceRef reference = nearest.next();
            if (components.isCompiled(reference.element())) {
                return reference;
            }
        }
        return at;
    }

    /**
     * Returns the type of a component with all annotations on it. Reports a component whose annotations cannot be read,
     * and returns its type without them.
     */
    TypeMirror typeOf(RecordComponentElement component, SourceRef at) {
        return components.of(component).orElseGet(() -> {
            TypeElement record = (TypeElement) JavaTypes.enclosing(component);
            problems.add(ProblemKind.HIDDEN_ANNOTATIONS, inSource(at), record.getQualifiedName());
            return component.asType();
        });
    }

    /** Records that the reading of a type's definition has begun, and returns false if it had already begun. */
    boolean begin(TypeShape.Named named) {
        // Reserves the position in the order. An enum is never visited again before it is read, so this value is never
        // used.
        Definition unread = new Definition.RecordShape(named.type(), named.arguments(), "", List.of());
        return definitions.putIfAbsent(named, unread) == null;
    }

    /**
     * Returns the definition of a type, or null if the type is unknown. The definition is empty while the type is being
     * read.
     */
    @Nullable
    Definition definition(TypeShape.Named named) {
        return definitions.get(named);
    }

    boolean isBegun(TypeShape.Named named) {
        return definitions.containsKey(named);
    }

    void define(TypeShape.Named named, Definition definition) {
        definitions.put(named, definition);
    }

    /** Records the annotations that restrict a value. */
    void restrict(Restriction restriction) {
        restrictions.add(restriction);
    }

    /** Returns the recorder of the types whose JSON names depend on a naming. */
    NamingRecorder names() {
        return names;
    }

    /** Records the generated class that reads and writes a type. */
    void codec(TypeShape.Named named, JavaType codec) {
        codecs.put(named, codec);
    }

    /** Reports a type that cannot be read. The returned shape is never generated, because the problem is an error. */
    TypeShape unreadable(TypeMirror type, SourceRef at, Clause remedy) {
        return refuse(SchemaFault.TYPE.with(TypeText.place(at.element()), TypeText.of(type)), at, remedy);
    }

    /** Reports an unreadable element, and the path to the element. */
    TypeShape refuse(Clause what, SourceRef at, Clause remedy) {
        Clause way = path.size() > 2 ? Hint.PATH.with(List.copyOf(path)) : Hint.NONE;
        problems.add(ProblemKind.NO_SCHEMA, inSource(at), what, way, remedy);
        return TypeShape.Scalar.STRING;
    }

    /** Returns whether the generated code is in a given package. */
    boolean isFrom(String packageName) {
        return packageName.equals(fromPackage);
    }

    /** Reports a class that generated code cannot access. */
    void requireReachable(TypeElement type, SourceRef at) {
        Optional<Clause> obstacle = JavaTypes.obstacle(type, fromPackage);
        if (obstacle.isPresent()) {
            problems.add(
                    ProblemKind.NOT_REACHABLE,
                    inSource(at),
                    type.getQualifiedName(),
                    TypeText.packageName(fromPackage),
                    obstacle.get());
            return;
        }
        context.invisibility(type, from)
                .ifPresent(
                        fault -> problems.add(ProblemKind.NOT_VISIBLE, inSource(at), type.getQualifiedName(), fault));
    }

    /** Reports a type whose generated class is missing. */
    void requireCodec(TypeElement type, SourceRef at) {
        if (context.lacksCodec(type)) {
            problems.add(
                    ProblemKind.MISSING_CODEC,
                    inSource(at),
                    type.getQualifiedName(),
                    context.codecOf(type).qualifiedName());
        }
    }
}
