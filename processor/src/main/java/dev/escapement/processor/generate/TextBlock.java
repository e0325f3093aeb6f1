package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A long text without line breaks as a Java expression that people can read. */
final class TextBlock {

    /** A constant of a class file holds at most 65,535 bytes. */
    private static final int MAX_BYTES = 65_535;

    private TextBlock() {}

    /** The text whose parts are these lines, joined without anything between. */
    static CodeBlock of(List<String> lines) {
        List<List<String>> chunks = chunks(lines);
        if (chunks.size() == 1) {
            return block(chunks.get(0));
        }
        return CodeBlock.of(
                "String.join($>$>\n\"\",\n$L$<$<)",
                chunks.stream().map(TextBlock::block).collect(CodeBlock.joining(",\n")));
    }

    private static CodeBlock block(List<String> lines) {
        CodeBlock.Builder block = CodeBlock.builder().add("$>$>\"\"\"\n");
        for (int i = 0; i < lines.size(); i++) {
            String end = i == lines.size() - 1 ? "\"\"\"" : "\\\n";
            block.add("$L", escape(lines.get(i)) + end);
        }
        return block.add("$<$<").build();
    }

    private static String escape(String line) {
        return line.replace("\\", "\\\\").replace("\"\"\"", "\"\"\\\"");
    }

    private static List<List<String>> chunks(List<String> lines) {
        List<List<String>> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        int bytes = 0;
        for (String line : lines) {
            int length = line.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > MAX_BYTES && !chunk.isEmpty()) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(line);
            bytes += length;
        }
        chunks.add(chunk);
        return chunks;
    }
}
