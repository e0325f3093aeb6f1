package dev.escapement.processor.generate;

import com.palantir.javapoet.JavaFile;
import dev.escapement.processor.model.AgentModel;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.ToolModel;
import java.io.IOException;
import javax.annotation.processing.Filer;

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
        file.writeTo(filer);
    }
}
