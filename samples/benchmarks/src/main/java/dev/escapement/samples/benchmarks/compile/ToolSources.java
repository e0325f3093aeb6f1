package dev.escapement.samples.benchmarks.compile;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A generator of source files that declare small tools or records. */
final class ToolSources {

    private ToolSources() {}

    /** Returns one source file with the given number of tools. */
    static JavaFileObject tools(int count) {
        StringBuilder text = new StringBuilder("import dev.escapement.*;\nimport java.util.*;\nclass Tools {\n");
        for (int i = 0; i < count; i++) {
            text.append("  /** Tool. */ @Tool record Tool")
                    .append(i)
                    .append("(@Describe(\"a\") String text, @Describe(\"b\") int count,")
                    .append(" @Describe(\"c\") Optional<List<String>> names) {}\n");
        }
        return file("Tools", text.append("}\n").toString());
    }

    /**
     * Returns a source file for each of the given number of records, and one for the enum that they use.
     *
     * @param count the number of records
     * @param annotation the qualified name of the annotation of each record
     */
    static List<JavaFileObject> records(int count, String annotation) {
        List<JavaFileObject> files = new ArrayList<>();
        files.add(file("Speed", "package shop;\npublic enum Speed { STANDARD, EXPRESS }\n"));
        for (int i = 0; i < count; i++) {
            files.add(file(
                    "Order" + i,
                    "package shop;\nimport java.util.List;\n/** Order. */ @" + annotation + " public record Order" + i
                            + "(String orderId, String customer, int quantity, Speed speed, List<String> skus,"
                            + " boolean gift) {}\n"));
        }
        return files;
    }

    private static JavaFileObject file(String type, String source) {
        return new SimpleJavaFileObject(URI.create("string:///" + type + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
