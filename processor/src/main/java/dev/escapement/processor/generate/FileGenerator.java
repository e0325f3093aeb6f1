package dev.escapement.processor.generate;

import com.palantir.javapoet.JavaFile;
import dev.escapement.processor.diagram.AgentDiagram;
import dev.escapement.processor.diagram.FlowGraph;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.ToolModel;
import dev.escapement.processor.schema.ToolSchemas;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** A generator that writes the files of tools, codecs and agents. No other class creates files. */
public final class FileGenerator {

    private final Filer filer;
    private final Predicate<String> isType;

    /**
     * Creates a generator for one compilation.
     *
     * @param isType the predicate that tests whether a type with a given qualified name exists
     */
    public FileGenerator(Filer filer, Predicate<String> isType) {
        this.filer = filer;
        this.isType = isType;
    }

    /** Writes the codec of a type. */
    public void codec(CodecModel codec) throws IOException {
        write(CodecGenerator.generate(codec));
    }

    /** Writes the specification of a tool, and its canonical schema as a resource next to the class. */
    public void tool(ToolModel tool, ToolSchemas schemas) throws IOException {
        write(SpecGenerator.generate(tool, schemas));
        write(
                tool.type().generated(".schema.json"),
                tool.arguments().source(),
                schemas.canonical().compact() + "\n");
    }

    /** Writes the loop of an agent, and its diagram as a resource next to the class. */
    public void agent(AgentModel agent) throws IOException {
        FlowGraph diagram = AgentDiagram.of(agent);
        write(
                LoopGenerator.generate(agent, isType),
                (text, string) -> DiagramCode.append(text, diagram, string, agent.exported()));
        write(agent.type().generated("Loop.mmd"), agent.source(), String.join("", diagram.mermaid()));
    }

    private void write(JavaType name, SourceRef from, String text) throws IOException {
        FileObject resource = filer.createResource(
                StandardLocation.CLASS_OUTPUT, name.packageName(), name.simpleName(), from.element());
        try (OutputStream out = resource.openOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(JavaFile file) throws IOException {
        write(file, (text, string) -> text);
    }

    /**
     * Writes a class.
     *
     * @param addition the function that adds code to the text, with the name of the class {@code String} in the text
     */
    private void write(JavaFile file, BinaryOperator<String> addition) throws IOException {
        String name = file.packageName().isEmpty()
                ? file.typeSpec().name()
                : file.packageName() + "." + file.typeSpec().name();
        Element[] from = file.typeSpec().originatingElements().toArray(new Element[0]);
        JavaLangImports imports = new JavaLangImports(isType, file.packageName());
        String text = SourceFormatter.source(imports.onlyNeeded(file.toString()));
        try (Writer out = filer.createSourceFile(name, from).openWriter()) {
            out.write(addition.apply(text, imports.reference("String")));
        }
    }
}
