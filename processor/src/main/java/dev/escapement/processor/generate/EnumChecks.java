package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.EnumTextMembers;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    private final HiddenTypes hidden;
    private final Map<ClassName, CodeBlock> checks = new LinkedHashMap<>();
    private final Map<ClassName, String> names = new HashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final Set<Definition> checkedBefore = new HashSet<>();

    EnumChecks(HiddenTypes hidden) {
        this.hidden = hidden;
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
     * the maximum size of a method, each enum has a method of its own.
     */
    Map<ClassName, CodeBlock> statements() {
        if (CodeBlock.join(checks.values(), "").toString().length() <= MAX_LENGTH) {
            return Collections.unmodifiableMap(checks);
        }
        Map<ClassName, CodeBlock> calls = new LinkedHashMap<>();
        checks.forEach((constants, ofEnum) -> {
            String method = "checkAll" + names.get(constants);
            calls.put(
                    constants, CodeBlock.builder().addStatement("$L()", method).build());
            methods.add(MethodSpec.methodBuilder(method)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addCode(ofEnum)
                    .build());
        });
        return calls;
    }

    /** Returns the methods that the statements call. */
    List<MethodSpec> methods() {
        return List.copyOf(methods);
    }

    /** Requests that all constants of an enum be checked when the generated class is initialized. */
    void checkFirst(Definition.EnumShape constants, String name) {
        if (constants.text().isAny() && !checkedBefore.contains(constants)) {
            checks.computeIfAbsent(RuntimeClasses.of(constants.type()), type -> {
                names.put(type, name);
                MethodSpec method = method(constants, name);
                methods.add(method);
                CodeBlock.Builder statements = CodeBlock.builder();
                for (Definition.Constant constant : constants.constants()) {
                    statements.addStatement(
                            "$N($T.$L, $L)", method, type, constant.javaName(), StringLiteral.of(constant.jsonName()));
                }
                return statements.build();
            });
        }
    }

    private MethodSpec method(Definition.EnumShape constants, String name) {
        ClassName type = RuntimeClasses.of(constants.type());
        EnumTextMembers text = constants.text();
        CodeBlock.Builder code = CodeBlock.builder();
        if (text.callsMethods()) { // a field does not throw
            code.beginControlFlow("try");
        }
        if (!text.written().isEmpty()) {
            code.addStatement(
                    "$T.requireWritten(constant, text, constant.$L)", RuntimeClasses.ENUM_TEXT, text.written());
        }
        if (!text.read().isEmpty()) {
            code.addStatement(
                    "$T.requireRead(constant, text, $T.$L(text))", RuntimeClasses.ENUM_TEXT, type, text.read());
        }
        if (text.callsMethods()) {
            code.nextControlFlow("catch ($T failure)", Exception.class)
                    .addStatement("throw $T.errorFor(constant, text, failure)", RuntimeClasses.ENUM_TEXT)
                    .endControlFlow();
        }
        return MethodSpec.methodBuilder("check" + name)
                .addJavadoc("Checks that the text of a constant is the one in the schema.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(hidden.declared(type), hidden.parameter(type, "constant"))
                .addParameter(String.class, "text")
                .addCode(hidden.variable(type, "constant"))
                .addCode(code.build())
                .build();
    }
}
