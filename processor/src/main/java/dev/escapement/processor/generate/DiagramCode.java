package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.escapement.processor.diagram.FlowGraph;

/** A generator of the constants that contain the diagram of an agent, as the last members of the loop. */
final class DiagramCode {

    private DiagramCode() {}

    /**
     * Returns the source code of a loop with its diagram. JavaPoet writes all fields before the methods, therefore the
     * text is inserted.
     *
     * @param source the source code of the loop
     * @param string the name of the class {@code String} in the source code
     * @param exported whether the loop is public
     */
    static String append(String source, FlowGraph diagram, String string, boolean exported) {
        CodeBlock constants = CodeBlock.of(
                "\n$>/**\n * The control flow of the agent as a Mermaid flowchart. Not a constant expression, so"
                        + " compilers\n * do not copy it into other classes.\n */\n$Lstatic final $L $L = $L;\n"
                        + "\nprivate static final $L $L = $L;\n$<",
                exported ? "public " : "",
                string,
                LoopContext.DIAGRAM,
                TextBlock.interned(diagram.mermaid()),
                string,
                LoopContext.GRAPH,
                TextBlock.of(diagram.json()));
        int end = source.lastIndexOf('}');
        return source.substring(0, end) + constants + source.substring(end);
    }
}
