package dev.escapement.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A generator of the code that collects the elements of a JSON array. */
final class ContainerCode {

    private ContainerCode() {}

    /** Returns whether a shape is an array of primitives, which the runtime reads and writes without boxing. */
    static boolean isPrimitive(TypeShape.ListOf list) {
        return list.container() == TypeShape.Container.ARRAY
                && JavaTypeNames.of(list.element()).isPrimitive();
    }

    /**
     * Returns whether the method that reads a shape needs an unchecked cast, because Java cannot create generic arrays.
     */
    static boolean isUnchecked(TypeShape shape) {
        return JavaTypeNames.of(shape) instanceof ArrayTypeName array && leaf(array) instanceof ParameterizedTypeName;
    }

    private static TypeName leaf(ArrayTypeName array) {
        return array.componentType() instanceof ArrayTypeName inner ? leaf(inner) : array.componentType();
    }

    /** Returns the name of the static method that creates an optional from a value. */
    static String optionalFactory(TypeShape.OptionalOf optional) {
        return JavaTypeNames.of(optional.value()).isPrimitive() ? "of" : "ofNullable";
    }

    /**
     * Returns the body of the method that reads an array.
     *
     * @param encoder the encoder of set elements that differ in Java but may be equal in JSON Schema; otherwise
     *     empty
     */
    static CodeBlock readBody(TypeShape.ListOf list, ValueDecoderCode element, CodeBlock encoder) {
        boolean set = list.container() == TypeShape.Container.SET;
        TypeName type = ParameterizedTypeName.get(
                ClassName.get(set ? Set.class : List.class), JavaTypeNames.boxed(list.element()));
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("if (!in.beginArray())")
                .addStatement("return null")
                .endControlFlow()
                .addStatement(
                        "$T $L = new $T<>()", type, set ? "set" : "list", set ? LinkedHashSet.class : ArrayList.class)
                .beginControlFlow("while (in.nextElement())")
                .add(element.before());
        if (!set) {
            code.addStatement("list.add($L)", element.value());
        } else if (encoder.isEmpty()) {
            code.addStatement("in.addOnce(set, $L)", element.value());
        } else {
            code.addStatement("in.addOnce(set, $L, $L)", element.value(), encoder);
        }
        return code.endControlFlow()
                .addStatement("return in.endArray() ? $L : null", result(list))
                .build();
    }

    private static CodeBlock result(TypeShape.ListOf list) {
        return switch (list.container()) {
            case LIST, COLLECTION, ITERABLE -> CodeBlock.of("$T.unmodifiableList(list)", Collections.class);
            case SET -> CodeBlock.of("$T.unmodifiableSet(set)", Collections.class);
            case ARRAY, BOXED_ARRAY -> array((ArrayTypeName) JavaTypeNames.of(list));
        };
    }

    private static CodeBlock array(ArrayTypeName type) {
        StringBuilder dimensions = new StringBuilder("[0]");
        for (TypeName inner = type.componentType();
                inner instanceof ArrayTypeName nested;
                inner = nested.componentType()) {
            dimensions.append("[]");
        }
        if (!(leaf(type) instanceof ParameterizedTypeName generic)) {
            return CodeBlock.of("list.toArray(new $T$L)", leaf(type), dimensions);
        }
        String wildcards =
                String.join(", ", Collections.nCopies(generic.typeArguments().size(), "?"));
        return CodeBlock.of("($T) list.toArray(new $T<$L>$L)", type, generic.rawType(), wildcards, dimensions);
    }
}
