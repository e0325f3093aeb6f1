package dev.escapement.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.SourceWarnings;

/**
 * The types that the signatures of private methods hide. The annotation that suppresses javac's warnings about
 * auxiliary classes has an effect only on the bodies of methods, therefore the signatures use {@code Object}.
 */
final class HiddenTypes {

    private final SourceWarnings warnings;

    HiddenTypes(SourceWarnings warnings) {
        this.warnings = warnings;
    }

    /** Returns whether the name of a type contains an auxiliary class. */
    boolean contain(TypeName type) {
        if (warnings.auxiliary().isEmpty()) { // nearly always
            return false;
        } else if (type instanceof ClassName name) {
            return warnings.isAuxiliary(new JavaType(name.packageName(), name.simpleNames()));
        } else if (type instanceof ArrayTypeName array) {
            return contain(array.componentType());
        }
        return type instanceof ParameterizedTypeName generic
                && (contain(generic.rawType())
                        || generic.typeArguments().stream().anyMatch(this::contain));
    }

    /** Returns the type for the signature of a method that returns or takes a value of the given type. */
    TypeName declared(TypeName type) {
        return contain(type) ? ClassName.get(Object.class) : type;
    }

    /** Returns the name of a parameter, which a hidden type changes. */
    String parameter(TypeName type, String name) {
        return contain(type) ? "object" : name;
    }

    /** Returns the statement that declares the variable for a parameter with a hidden type, or an empty block. */
    CodeBlock variable(TypeName type, String name) {
        return contain(type) ? CodeBlock.of("$1T $2L = ($1T) object;\n", type, name) : CodeBlock.of("");
    }

    /** Returns an expression of the given type for the call of a method that returns a value of that type. */
    CodeBlock returned(TypeName type, CodeBlock call) {
        return contain(type) ? CodeBlock.of("($T) $L", type, call) : call;
    }
}
