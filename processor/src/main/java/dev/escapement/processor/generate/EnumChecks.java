package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.EnumTextMembers;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A generator of checks that an enum's {@code @JsonValue} and {@code @JsonCreator} members agree with its schema. At
 * run time, these members could return values other than those that the annotations of the constants declare.
 */
final class EnumChecks {

    /** The maximum length of the checks in the initializer of a class. */
    private static final int MAX_LENGTH = 30_000;

    private final GeneratedMethods methods;
    private final Map<ClassName, CodeBlock> first = new LinkedHashMap<>();
    private final Map<ClassName, String> names = new HashMap<>();
    private final Set<Definition> checkedBefore = new HashSet<>();

    EnumChecks(GeneratedMethods methods) {
        this.methods = methods;
    }

    /**
     * Omits the checks of the enums that the generated class of another type checks. That class is initialized first,
     * unless the type is mutual, whose fingerprint is in a class of its own.
     */
    void omit(TypeModel types, TypeShape.Named other) {
        if (!types.isMutual(other)) {
            for (TypeShape shape : types.handledBy(other)) {
                if (shape instanceof TypeShape.Named named) {
                    checkedBefore.add(types.definition(named));
                }
            }
        }
    }

    /**
     * Returns the statements that run the checks when the generated class is initialized, by enum. If they could exceed
     * the maximum size of a method, each enum has a method of its own, which is added to the class.
     */
    Map<ClassName, CodeBlock> addTo(TypeSpec.Builder type) {
        if (CodeBlock.join(first.values(), "").toString().length() <= MAX_LENGTH) {
            return first;
        }
        Map<ClassName, CodeBlock> calls = new LinkedHashMap<>();
        first.forEach((constants, checks) -> {
            String method = "checkAll" + names.get(constants);
            calls.put(
                    constants, CodeBlock.builder().addStatement("$L()", method).build());
            type.addMethod(MethodSpec.methodBuilder(method)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addCode(checks)
                    .build());
        });
        return calls;
    }

    /** Requests that all constants of an enum be checked when the generated class is initialized. */
    void checkFirst(Definition.EnumShape constants, String name) {
        if (constants.text().isAny() && !checkedBefore.contains(constants)) {
            first.computeIfAbsent(RuntimeClasses.of(constants.type()), type -> {
                names.put(type, name);
                String method = method(constants, name);
                CodeBlock.Builder checks = CodeBlock.builder();
                for (Definition.Constant constant : constants.constants()) {
                    checks.addStatement(
                            "$L($T.$L, $L)", method, type, constant.javaName(), StringLiteral.of(constant.jsonName()));
                }
                return checks.build();
            });
        }
    }

    /** Requests the method that checks a constant, and returns the name of the method. */
    String method(Definition.EnumShape constants, String name) {
        String method = "check" + name;
        return methods.need(method, () -> {
            ClassName type = RuntimeClasses.of(constants.type());
            EnumTextMembers text = constants.text();
            CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("try");
            if (!text.written().isEmpty()) {
                code.addStatement(
                        "$T.requireWritten(constant, text, constant.$L)", RuntimeClasses.ENUM_TEXT, text.written());
            }
            if (!text.read().isEmpty()) {
                code.addStatement(
                        "$T.requireRead(constant, text, $T.$L(text))", RuntimeClasses.ENUM_TEXT, type, text.read());
            }
            code.nextControlFlow("catch ($T failure)", Exception.class)
                    .addStatement("throw $T.failed(constant, text, failure)", RuntimeClasses.ENUM_TEXT)
                    .endControlFlow();
            HiddenTypes hidden = methods.hidden();
            return MethodSpec.methodBuilder(method)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(hidden.declared(type), hidden.parameter(type, "constant"))
                    .addParameter(String.class, "text")
                    .addCode(hidden.variable(type, "constant"))
                    .addCode(code.build())
                    .build();
        });
    }
}
