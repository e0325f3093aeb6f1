package dev.escapement.processor.version;

import java.util.List;

/**
 * A release of the agent {@code Writer}, to which steps of a generated agent delegate.
 *
 * @param value the components of its result
 * @param upcast the fingerprint of the converted form of the result, or an empty string
 */
record ChildSource(List<Field> value, String upcast) {

    static final String CHANGED = "Writer";

    /** The names of the agents to which steps delegate. */
    static final List<String> NAMES = List.of(CHANGED, "Author");

    /** The tool whose step finishes a child. */
    static final String TOOL = "deliver";

    static final String PROMPT = "Write.";

    /** The package of the first releases. */
    static final String PACKAGE = "kids";

    /** The first release of all children. Its components have types of the JDK, which the package of the parent can use. */
    static final ChildSource FIRST = new ChildSource(
            List.of(Field.text("text", 1, 6), Field.whole("pages", 1, 9), Field.code("code", 2, 6)), "");

    /** Returns the package of this release as a child of an agent in a package. */
    String packageFor(String parent) {
        return equals(FIRST) ? PACKAGE : parent + PACKAGE;
    }

    /** Returns the imports of this release into the source of its parent. */
    String imports(String parent) {
        String changed = packageFor(parent) + "." + CHANGED;
        return "import " + PACKAGE + ".*;\n"
                + (equals(FIRST) ? "" : "import " + changed + ";\nimport " + changed + "Loop;\n");
    }

    String source(String packageName, String name) {
        return "package " + packageName + ";\n"
                + "import dev.escapement.*;\n"
                + "import dev.escapement.json.JsonText;\n"
                + "import jakarta.validation.constraints.*;\n"
                + "@Agent(name = \"" + name + "\") public class " + name + " {\n"
                + "@Tool(name = \"" + TOOL + "\") @Describe(\"Deliver.\") public record Deliver() {}\n"
                + "public " + StepSource.record("Value", value, upcast)
                + "@Prompt String prompt() { return \"" + PROMPT + "\"; }\n"
                + "@Step Finish<Value> deliver(Deliver call) { return Finish.with("
                + StepSource.creation("Value", value) + "); }\n}\n";
    }
}
