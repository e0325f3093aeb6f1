package dev.escapement.processor;

import dev.escapement.processor.check.Validators;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.generate.FileGenerator;
import dev.escapement.processor.lock.LockFolder;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.read.AgentReader;
import dev.escapement.processor.read.CodecReader;
import dev.escapement.processor.read.ReadContext;
import dev.escapement.processor.read.UnresolvedTypeException;
import dev.escapement.processor.schema.SchemaDialect;
import dev.escapement.processor.schema.ToolSchemas;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;

/** The pipeline that reads and checks one annotated type at a time, and generates its code. */
final class ProcessingPipeline {

    /** The qualified names of the annotations that mark a type for processing. */
    static final List<String> TYPE_ANNOTATIONS =
            List.of(RuntimeNames.TOOL, RuntimeNames.CODEC, RuntimeNames.TOOLKIT, RuntimeNames.AGENT);

    private static final int MAX_TRACE_LINES = 200;

    /** An action that writes the generated files of a type. */
    @FunctionalInterface
    private interface GenerationTask {
        void write() throws IOException;
    }

    private final CodecReader codecs;
    private final AgentReader agents;
    private final FileGenerator generator;
    private final Set<SchemaDialect> requiredDialects;
    private final LockFolder locks;

    ProcessingPipeline(ReadContext context, Filer filer, Set<SchemaDialect> requiredDialects, LockFolder locks) {
        this.requiredDialects = requiredDialects;
        this.locks = locks;
        this.codecs = new CodecReader(context);
        this.agents = new AgentReader(context);
        this.generator = new FileGenerator(filer, name -> context.elements().getTypeElement(name) != null);
    }

    /**
     * Processes a type, and returns the problems found.
     *
     * @throws UnresolvedTypeException if the type must wait for another round; nothing has been written
     */
    Problems process(TypeElement type, String annotation) {
        Problems problems = new Problems();
        try {
            process(type, annotation, problems);
        } catch (UnresolvedTypeException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) { // types may be nested too deeply for a recursive reader
            problems.add(ProblemKind.INTERNAL, SourceRef.of(type), type.getQualifiedName(), trace(e));
        }
        return problems;
    }

    /**
     * Returns the first lines of an exception's stack trace. The trace of a stack overflow has hundreds of identical
     * lines.
     */
    private static String trace(Throwable defect) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace));
        return trace.toString().lines().limit(MAX_TRACE_LINES).collect(Collectors.joining("\n"));
    }

    private void process(TypeElement type, String annotation, Problems problems) {
        switch (annotation) {
            case RuntimeNames.TOOL ->
                codecs.tool(type, problems).ifPresent(tool -> {
                    ToolSchemas schemas = ToolSchemas.of(tool.arguments());
                    Validators.validate(tool, schemas, requiredDialects, problems);
                    generate(tool.generated(), type, problems, () -> generator.tool(tool, schemas));
                });
            case RuntimeNames.CODEC ->
                codecs.codec(type, problems).ifPresent(codec -> {
                    Validators.validate(codec, problems);
                    generate(codec.generated(), type, problems, () -> generator.codec(codec));
                });
            case RuntimeNames.TOOLKIT ->
                agents.toolkit(type, problems).ifPresent(toolkit -> Validators.validateToolkit(toolkit, problems));
            default ->
                agents.agent(type, problems).ifPresent(agent -> {
                    Validators.validate(agent, problems);
                    if (!agent.unread().toolkits()) { // the problems of a toolkit are reported at the toolkit
                        locks.check(agent, problems);
                        generate(agent.generated(), type, problems, () -> generator.agent(agent));
                    }
                });
        }
    }

    private static void generate(JavaType generated, TypeElement from, Problems problems, GenerationTask generation) {
        if (problems.hasErrors()) {
            return;
        }
        SourceRef at = SourceRef.of(from);
        try {
            generation.write();
        } catch (FilerException exists) {
            problems.add(ProblemKind.NAME_TAKEN, at, from.getSimpleName(), generated.qualifiedName());
        } catch (IOException e) {
            problems.add(ProblemKind.INTERNAL, at, from.getQualifiedName(), e.toString());
        }
    }
}
