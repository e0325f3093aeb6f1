package dev.escapement.processor;

import dev.escapement.processor.check.Checks;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.generate.Generator;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.read.AgentReader;
import dev.escapement.processor.read.CodecReader;
import dev.escapement.processor.read.ReadContext;
import java.io.IOException;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;

/** Takes one annotated type through all stages: read, check, generate. */
final class Stages {

    private final CodecReader codecs;
    private final AgentReader agents;
    private final Generator generator;

    Stages(ReadContext context, Filer filer) {
        this.codecs = new CodecReader(context);
        this.agents = new AgentReader(context);
        this.generator = new Generator(filer);
    }

    /**
     * Processes a type.
     *
     * @throws dev.escapement.processor.read.UnresolvedTypeException if it has to wait for another round; nothing has
     *     been written then
     */
    Problems process(TypeElement type, String annotation) {
        Problems problems = new Problems();
        try {
            switch (annotation) {
                case RuntimeNames.TOOL -> tool(type, problems);
                case RuntimeNames.CODEC -> codec(type, problems);
                default -> agent(type, problems);
            }
        } catch (FilerException exists) {
            String suffix =
                    annotation.substring(annotation.lastIndexOf('.') + 1).replace("Tool", "Spec");
            problems.add(
                    ProblemKind.NAME_TAKEN,
                    SourceRef.of(type),
                    "The " + suffix.replace("Agent", "Loop") + " class",
                    type.getSimpleName());
        } catch (IOException e) {
            problems.add(ProblemKind.INTERNAL, SourceRef.of(type), type.getQualifiedName(), e);
        }
        return problems;
    }

    private void tool(TypeElement type, Problems problems) throws IOException {
        var tool = codecs.tool(type, problems);
        if (tool.isPresent()) {
            Checks.check(tool.get(), problems);
            if (!problems.hasErrors()) {
                generator.tool(tool.get());
            }
        }
    }

    private void codec(TypeElement type, Problems problems) throws IOException {
        var codec = codecs.codec(type, problems);
        if (codec.isPresent()) {
            Checks.check(codec.get(), problems);
            if (!problems.hasErrors()) {
                generator.codec(codec.get());
            }
        }
    }

    private void agent(TypeElement type, Problems problems) throws IOException {
        var agent = agents.agent(type, problems);
        if (agent.isPresent()) {
            Checks.check(agent.get(), problems);
            if (!problems.hasErrors()) {
                generator.agent(agent.get());
            }
        }
    }
}
