package dev.escapement.processor.generate;

import com.palantir.javapoet.JavaFile;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.ToolModel;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/** Writes the file of a model. The only class that creates files. */
public final class Generator {

    private final Filer filer;

    /** A generator for one compilation. */
    public Generator(Filer filer) {
        this.filer = filer;
    }

    /** Writes the codec of a type. */
    public void codec(CodecModel codec) throws IOException {
        write(CodecGenerator.generate(codec));
    }

    /** Writes the specification of a tool. */
    public void tool(ToolModel tool) throws IOException {
        write(SpecGenerator.generate(tool));
    }

    /** Writes the loop of an agent. */
    public void agent(AgentModel agent) throws IOException {
        write(LoopGenerator.generate(agent));
    }

    private void write(JavaFile file) throws IOException {
        String name = file.packageName().isEmpty()
                ? file.typeSpec().name()
                : file.packageName() + "." + file.typeSpec().name();
        Element[] from = file.typeSpec().originatingElements().toArray(new Element[0]);
        try (Writer out = filer.createSourceFile(name, from).openWriter()) {
            out.write(Tidy.source(file.toString()));
        }
    }
}
