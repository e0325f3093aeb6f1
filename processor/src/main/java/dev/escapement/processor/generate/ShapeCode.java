package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.JoinModel;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.ToolkitModel;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.UpcastModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * A generator of the checks that generated classes were compiled for the same forms of their types. A class returns the
 * fingerprint of its form from a method, because a compiler would copy a constant into other classes.
 */
final class ShapeCode {

    private static final String METHOD = "shapeFingerprint";

    /**
     * The nested class with the fingerprint of a type that contains itself through another type with a generated class.
     * The two generated classes check each other, and Java threads that initialize both would wait for each other
     * forever if the fingerprint were in the class that checks.
     */
    private static final String NESTED = "CompiledShape";

    private static final String CHECK = "requireShapes";

    private static final CodeBlock CALL =
            CodeBlock.builder().addStatement("$L()", CHECK).build();

    private ShapeCode() {}

    /** Adds the fingerprint of the form for which a class is generated. */
    static void addFingerprint(TypeSpec.Builder type, CodecModel codec) {
        ClassName form = RuntimeClasses.of(codec.root().type());
        MethodSpec.Builder method = MethodSpec.methodBuilder(METHOD)
                .addModifiers(GeneratedFile.visibility(codec.exported()))
                .addModifiers(Modifier.STATIC)
                .returns(String.class)
                .addJavadoc("""
                        Returns the fingerprint of the shape of {@link $T}. For generated code only.

                        @return 16 hexadecimal digits, computed when this class was generated
                        """, form)
                .addStatement("return $S", codec.types().fingerprint(codec.root()));
        if (!codec.types().isMutual(codec.root())) {
            type.addMethod(method.build());
            return;
        }
        TypeSpec.Builder nested = TypeSpec.classBuilder(NESTED)
                .addJavadoc("""
                        The fingerprint of the shape of {@link $T}. In a class of its own, so that codecs that check \
                        each other do not wait for each other's initialization.
                        """, form)
                .addAnnotation(GeneratedFile.generated(codec.root().type()).build())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(method.build());
        type.addType(
                nested.addModifiers(GeneratedFile.visibility(codec.exported())).build());
    }

    /**
     * Adds the check of the types to which a type refers.
     *
     * @param upcasts the conversions of the type
     * @param enums the checks of the constants of enums
     */
    static void addChecks(
            TypeSpec.Builder type, CodecModel codec, List<UpcastModel> upcasts, Map<ClassName, CodeBlock> enums) {
        Map<JavaType, CodeBlock> checks = new LinkedHashMap<>();
        codec.types().codecs().keySet().stream()
                .filter(used -> !used.equals(codec.root()))
                .forEach(used -> add(checks, codec.types(), used));
        List<CodeBlock> all = new ArrayList<>(checks.values());
        all.addAll(upcastChecks(upcasts.stream()));
        addMethod(type, codec.root().type(), all, enums);
        if (!all.isEmpty() || !enums.isEmpty()) {
            type.addStaticBlock(CALL);
        }
    }

    /**
     * Adds the check of the tools of an agent and of the types to which its methods refer.
     *
     * @param enums the checks of the constants of enums
     * @param next the statements that use the tools after the check
     */
    static void addChecks(TypeSpec.Builder type, AgentModel agent, Map<ClassName, CodeBlock> enums, CodeBlock next) {
        Map<JavaType, CodeBlock> checks = new LinkedHashMap<>();
        Stream.concat(agent.steps().stream().map(StepModel::tool), agent.tools())
                .map(ToolModel::arguments)
                .forEach(tool -> add(checks, tool.types(), tool.root(), "Spec"));
        agent.types().codecs().keySet().forEach(used -> add(checks, agent.types(), used));
        List<CodeBlock> all = new ArrayList<>(checks.values());
        agent.toolkits().forEach(toolkit -> all.add(links(toolkit)));
        all.addAll(upcastChecks(Stream.concat(
                        agent.steps().stream().map(StepModel::flow).map(StepModel.Flow::upcasts),
                        agent.joins().stream().map(JoinModel::upcasts))
                .flatMap(List::stream)));
        addMethod(type, agent.type(), all, enums);
        type.addStaticBlock(CodeBlock.of("$L$L", CALL, next));
    }

    /** Returns the check that the methods of a toolkit still exist, by references to which the loop is linked. */
    private static CodeBlock links(ToolkitModel toolkit) {
        ClassName type = RuntimeClasses.of(toolkit.type());
        CodeBlock.Builder code = CodeBlock.builder()
                .add("shapes.beginToolkit($S)", toolkit.type().qualifiedName());
        for (ToolkitModel.Method method : toolkit.methods()) {
            CodeBlock types = Stream.concat(Stream.of(toolkit.type()), method.parameters().stream())
                    .map(each -> CodeBlock.of("$T", RuntimeClasses.of(each)))
                    .collect(CodeBlock.joining(", "));
            code.add("\n$>$>.<$L>requireMethod($T::$L)$<$<", types, type, method.name());
        }
        return code.add(";\n").build();
    }

    /** Returns the checks that the methods of conversions still exist, one check for each type that declares some. */
    private static List<CodeBlock> upcastChecks(Stream<UpcastModel> upcasts) {
        Map<JavaType, List<UpcastModel>> byOwner = upcasts.distinct()
                .collect(Collectors.groupingBy(UpcastModel::owner, LinkedHashMap::new, Collectors.toList()));
        List<CodeBlock> checks = new ArrayList<>();
        byOwner.forEach((owner, methods) -> checks.add(links(owner, methods)));
        return checks;
    }

    private static CodeBlock links(JavaType owner, List<UpcastModel> upcasts) {
        CodeBlock.Builder code = CodeBlock.builder().add("shapes.beginUpcasts($S)", owner.qualifiedName());
        for (UpcastModel upcast : upcasts) {
            code.add("\n$>$>.requireUpcast($T::$L)$<$<", RuntimeClasses.of(owner), upcast.method());
        }
        return code.add(";\n").build();
    }

    private static void add(Map<JavaType, CodeBlock> checks, TypeModel types, TypeShape.Named used) {
        JavaType codec = types.codecs().get(used);
        if (codec != null) {
            checks.putIfAbsent(codec, check(types, used, codec));
        }
    }

    private static void add(Map<JavaType, CodeBlock> checks, TypeModel types, TypeShape.Named used, String suffix) {
        JavaType generated = used.type().generated(suffix);
        checks.putIfAbsent(generated, check(types, used, generated));
    }

    private static CodeBlock check(TypeModel types, TypeShape.Named used, JavaType generated) {
        ClassName own = RuntimeClasses.of(generated);
        return CodeBlock.of(
                "shapes.beginType($S,$>$>$W$S$<$<)\n$>$>.requireShape($T.$L());\n$<$<",
                used.type().qualifiedName(),
                types.fingerprint(used),
                types.isMutual(used) ? own.nestedClass(NESTED) : own,
                METHOD);
    }

    private static void addMethod(
            TypeSpec.Builder type, JavaType user, List<CodeBlock> checks, Map<ClassName, CodeBlock> enums) {
        if (checks.isEmpty() && enums.isEmpty()) {
            return;
        }
        CodeBlock.Builder body = CodeBlock.builder()
                .addStatement("$1T shapes = new $1T($2S)", RuntimeClasses.SHAPE_CHECK, user.qualifiedName())
                .beginControlFlow("try")
                .add(CodeBlock.join(checks, ""));
        enums.forEach((constants, statements) -> body.addStatement("shapes.beginEnum($S)", constants.canonicalName())
                .add(statements));
        body.nextControlFlow("catch ($T failure)", LinkageError.class)
                .addStatement("throw shapes.errorFor(failure)")
                .endControlFlow();
        type.addMethod(MethodSpec.methodBuilder(CHECK)
                .addJavadoc("""
                        Checks the shapes of the generated classes, the toolkit and {@code @Upcast} methods, and the \
                        texts of {@code @JsonValue} enums that this class uses, except enums that those classes check. \
                        Other types are not checked here.
                        """)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addCode(body.build())
                .build());
    }
}
