package dev.escapement.samples.benchmarks.compile;

import java.net.URI;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A generator of source files that declare small tools. */
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
        String source = text.append("}\n").toString();
        return new SimpleJavaFileObject(URI.create("string:///Tools.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
