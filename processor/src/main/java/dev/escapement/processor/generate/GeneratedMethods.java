package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.SourceWarnings;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The private methods of a generated file, one for each type that the file reads or writes. They are written in the
 * order of their first use.
 */
final class GeneratedMethods {

    private final JavaType user;
    private final TypeModel types;
    private final TypeShape.@Nullable Named root;
    private final HiddenTypes hidden;
    private final MethodNames names;
    private final boolean ignoresUnknown;
    private final GeneratedConstants constants = new GeneratedConstants();
    private final EnumChecks enumChecks;
    private final Map<TypeShape.Named, ClassName> nestedCodecs = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Deque<Supplier<MethodSpec>> toWrite = new ArrayDeque<>();

    /**
     * Creates an empty set of methods for one generated file.
     *
     * @param user the type for which the file is generated
     * @param root the type for which the file is the codec, if any
     * @param warnings the warnings that the file causes
     * @param ignoresUnknown whether the decoders ignore unknown properties
     */
    GeneratedMethods(
            JavaType user,
            TypeModel types,
            TypeShape.@Nullable Named root,
            SourceWarnings warnings,
            boolean ignoresUnknown) {
        this.user = user;
        this.types = types;
        this.root = root;
        this.names = new MethodNames(types);
        this.hidden = new HiddenTypes(warnings);
        this.enumChecks = new EnumChecks(hidden);
        this.ignoresUnknown = ignoresUnknown;
    }

    /** Returns whether the decoders of the file ignore unknown properties. */
    boolean ignoresUnknown() {
        return ignoresUnknown;
    }

    TypeModel types() {
        return types;
    }

    /** Returns the exception for the variable with a value of an unknown or no subtype of a sealed interface. */
    CodeBlock unexpected(JavaType declared, String variable) {
        return CodeBlock.of(
                "$T.unexpectedValue($S,$W$S,$W$L)",
                RuntimeClasses.SHAPE_CHECK,
                user.qualifiedName(),
                declared.qualifiedName(),
                variable);
    }

    /** Returns the types that signatures must not contain. */
    HiddenTypes hidden() {
        return hidden;
    }

    MethodNames names() {
        return names;
    }

    /** Returns the constants used by the methods that have been requested so far. */
    GeneratedConstants constants() {
        return constants;
    }

    /** Returns the enum checks used by the methods that have been requested so far. */
    EnumChecks enumChecks() {
        return enumChecks;
    }

    /**
     * Returns the expression for a type's codec instance, empty if private methods of the file read and write the type.
     */
    Optional<CodeBlock> instance(TypeShape.Named named) {
        if (named.equals(root)) {
            return Optional.of(CodeBlock.of("INSTANCE"));
        }
        ClassName nested = nestedCodecs.get(named);
        if (nested != null) {
            return Optional.of(CodeBlock.of("$T.INSTANCE", nested));
        }
        JavaType codec = types.codecs().get(named);
        return codec == null ? Optional.empty() : Optional.of(CodeBlock.of("$T.INSTANCE", RuntimeClasses.of(codec)));
    }

    /** Declares that a nested class of the file is the codec of a type. */
    void nest(TypeShape.Named named, ClassName codec) {
        nestedCodecs.put(named, codec);
    }

    /** Requests a method, and returns the name of the method. */
    String need(String name, Supplier<MethodSpec> method) {
        if (asked.add(name)) {
            toWrite.add(method);
        }
        return name;
    }

    /** Returns all requested methods, including those requested by other methods. */
    List<MethodSpec> write() {
        List<MethodSpec> written = new ArrayList<>();
        for (Supplier<MethodSpec> next = toWrite.poll(); next != null; next = toWrite.poll()) {
            written.add(next.get());
        }
        return written;
    }
}
