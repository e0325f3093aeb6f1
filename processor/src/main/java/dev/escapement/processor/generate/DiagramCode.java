package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** A generator of the constant that contains the diagram of an agent, as the last member of the loop. */
final class DiagramCode {

    private DiagramCode() {}

    /**
     * Returns the source code of a loop with its diagram. JavaPoet writes all fields before the methods, therefore the
     * text is inserted.
     *
     * @param source the source code of the loop
     * @param diagram the lines of the diagram
     * @param string the name of the class {@code String} in the source code
     * @param exported whether the loop is public
     */
    static String append(String source, List<String> diagram, String string, boolean exported) {
        CodeBlock constant = CodeBlock.of(
                "\n$>/** The control flow of the agent as a Mermaid flowchart. */\n$Lstatic final $L $L = $L;\n$<",
                exported ? "public " : "",
                string,
                LoopContext.DIAGRAM,
                TextBlock.of(diagram));
        int end = source.lastIndexOf('}');
        return source.substring(0, end) + constant + source.substring(end);
    }
}
