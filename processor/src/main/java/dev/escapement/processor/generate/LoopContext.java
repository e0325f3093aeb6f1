package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.StepModel;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.schema.ValueSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/**
 * The state shared by all generators of one loop. It consists of the agent, the constants of its steps, and the private
 * methods of the file.
 */
final class LoopContext {

    /**
     * The name of the generated constant that contains the tools of a loop. Like the next six names, it is reserved.
     */
    static final String TOOLS = "TOOLS";

    static final String AGENT = "AGENT";
    static final String DIAGRAM = "DIAGRAM";
    static final String GRAPH = "GRAPH";
    static final String POLICY = "POLICY";
    static final String CONTEXT_SOURCES = "CONTEXT_SOURCES";
    static final String SCHEDULES = "SCHEDULES";

    private final AgentModel agent;
    private final Predicate<String> isType;
    private final ClassName file;
    private final String stepEnum;
    private final Map<StepModel, String> constants;
    private final Map<JavaType, String> fields;
    private final GeneratedMethods methods;
    private final DecoderMethods decoders;
    private final EncoderMethods encoders;

    /**
     * Creates the state for one loop.
     *
     * @param isType the predicate that tests whether a type with a given qualified name exists
     */
    LoopContext(AgentModel agent, Predicate<String> isType) {
        this.agent = agent;
        this.file = RuntimeClasses.of(agent.generated());
        this.isType = isType;
        this.stepEnum = nestedName("StepId");
        this.constants = StepEnum.constants(agent);
        this.fields = FieldNames.of(agent);
        this.methods = new GeneratedMethods(agent.type(), agent.types(), null, agent.warnings(), false);
        methods.constants().reserve(List.of(AGENT, DIAGRAM, GRAPH, TOOLS, POLICY, CONTEXT_SOURCES, SCHEDULES));
        agent.tools()
                .map(ToolModel::arguments)
                .forEach(tool -> methods.enumChecks().omit(tool.types(), tool.root()));
        agent.types().codecs().keySet().forEach(used -> methods.enumChecks().omit(agent.types(), used));
        agent.triggers().forEach(trigger -> methods.names().reserve(trigger.method()));
        this.encoders = new EncoderMethods(methods);
        this.decoders = new DecoderMethods(methods, encoders, file);
    }

    AgentModel agent() {
        return agent;
    }

    /** Returns the name of the enum of the steps. */
    String stepEnum() {
        return stepEnum;
    }

    /** Returns the name for a nested type of the loop. It hides no type of the package. */
    String nestedName(String wanted) {
        String name = wanted;
        for (int i = 2; isType.test(file.packageName().isEmpty() ? name : file.packageName() + "." + name); i++) {
            name = wanted + i;
        }
        return name;
    }

    /** Returns the enum constant of each step, in step order. */
    Map<StepModel, String> constants() {
        return constants;
    }

    /** Returns the name of the field with the instance of the agent or of a toolkit. */
    String field(JavaType owner) {
        return Objects.requireNonNull(fields.get(owner), owner::qualifiedName);
    }

    GeneratedMethods methods() {
        return methods;
    }

    /**
     * Returns an expression for the encoder of a type, for use as an argument.
     *
     * @param name the base name of its constants and checks
     */
    CodeBlock encoder(TypeShape shape, String name) {
        return encoders.encoder(shape, file, name);
    }

    /**
     * Returns an expression for the decoder of a type, for use as an argument.
     *
     * @param name the base name of its constants and checks
     */
    CodeBlock decoder(TypeShape shape, String name) {
        return hasCodec(shape) ? encoder(shape, name) : decoders.decoder(shape, name);
    }

    /** Returns the body of a method that reads a value. */
    CodeBlock readBody(TypeShape shape, String name) {
        return decoders.body(shape, name);
    }

    /** Returns the body of a method that writes the parameter {@code value}. */
    CodeBlock writeBody(TypeShape shape, String name) {
        return encoders.body(shape, name);
    }

    /** Returns the constant with the schema of the result of a thread that a step finishes or joins. */
    CodeBlock resultSchema(StepModel step, TypeShape shape, String name) {
        return schema(step, shape, Naming.constant(methods.names().of(shape, name)) + "_RESULT_SCHEMA");
    }

    /** Returns the constant with the schema of a value, created under the given name if it does not exist. */
    CodeBlock schema(StepModel step, TypeShape shape, String constant) {
        return schema(step.source(), shape, constant);
    }

    /**
     * Returns the constant with the schema of a value, created under the given name if it does not exist.
     *
     * @param source the element to which the value belongs
     */
    CodeBlock schema(SourceRef source, TypeShape shape, String constant) {
        CodeBlock text =
                TextBlock.of(ValueSchema.of(shape, agent.types(), source).lines());
        return methods.constants().of(TypeName.get(String.class), constant, text);
    }

    /** Returns the constant with the name of the agent to which a step delegates. */
    CodeBlock childAgent(StepModel.Flow.Delegates delegates) {
        return delegates.agent().equals(agent.name().value())
                ? CodeBlock.of(AGENT)
                : methods.constants()
                        .of(
                                TypeName.get(String.class),
                                Naming.constant(delegates.child().simpleName()) + "_AGENT",
                                StringLiteral.of(delegates.agent()));
    }

    /** Returns the fingerprint of the schema of a value that a step receives or returns. */
    String structureFingerprint(StepModel step, TypeShape shape) {
        return ValueSchema.of(shape, agent.types(), step.source()).structureFingerprint();
    }

    /** Returns whether the encoder of a type is a codec, which is also its decoder. */
    boolean hasCodec(TypeShape shape) {
        return shape instanceof TypeShape.TextOf
                || (shape instanceof TypeShape.Named named
                        && methods.instance(named).isPresent());
    }

    /** Returns the access modifiers for members that the callers of the loop use. */
    Modifier[] visibility(boolean exported) {
        return GeneratedFile.visibility(agent.exported() && exported);
    }

    static MethodSpec.Builder overriding(String method, TypeName type) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type);
    }

    /** Returns the expression for the decoded arguments of a step. */
    static CodeBlock arguments(StepModel step) {
        return CodeBlock.of("$T.INSTANCE.arguments(call)", spec(step));
    }

    /** Returns the name of the generated specification class for the tool of a step. */
    static ClassName spec(StepModel step) {
        return RuntimeClasses.of(step.tool().generated());
    }

    /**
     * Returns the right-hand side of a switch case that produces an outcome. Declared exceptions also become outcomes.
     *
     * @param before a statement to run first, or an empty block
     */
    static CodeBlock outcome(CodeBlock before, CodeBlock outcome, List<JavaType> declared) {
        if (before.isEmpty() && declared.isEmpty()) {
            return CodeBlock.of("$L;\n", outcome);
        }
        CodeBlock statements = CodeBlock.of("$Lyield $L;\n", before, outcome);
        if (declared.isEmpty()) {
            return CodeBlock.of("{\n$>$L$<}\n", statements);
        }
        CodeBlock exceptions = declared.stream()
                .map(type -> CodeBlock.of("$T", RuntimeClasses.of(type)))
                .collect(CodeBlock.joining(" |$W"));
        return CodeBlock.of(
                "{\n$>try {\n$>$L$<} catch ($L failure) {\n$>yield $T.failed(failure);\n$<}\n$<}\n",
                statements,
                exceptions,
                RuntimeClasses.OUTCOME);
    }
}
