package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** A factory for readable Java expressions that represent long strings. */
final class TextBlock {

    /** The maximum length of a string constant in a class file, in bytes. */
    private static final int MAX_BYTES = 65_535;

    /** The length above which a line is split, in bytes. */
    private static final int MAX_PART = 50_000;

    /** The maximum number of bytes of a {@code char}. */
    private static final int MAX_CHAR_BYTES = 3;

    private TextBlock() {}

    /**
     * Returns the expression for the concatenation of the given lines. A line can contain a line break only at its end.
     */
    static CodeBlock of(List<String> lines) {
        int length = lines.stream().mapToInt(String::length).sum();
        if (length <= MAX_PART / MAX_CHAR_BYTES) { // nearly always
            return block(lines);
        }
        List<List<String>> chunks = chunks(lines);
        if (chunks.size() == 1) {
            return block(chunks.get(0));
        }
        return CodeBlock.of(
                "$T.join($>$>\n\"\",\n$L$<$<)",
                String.class,
                chunks.stream().map(TextBlock::block).collect(CodeBlock.joining(",\n")));
    }

    private static CodeBlock block(List<String> lines) {
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean broken = lines.get(i).endsWith("\n");
            boolean last = i == lines.size() - 1;
            block.append(escape(lines.get(i))).append(broken || last ? "" : "\\\n");
        }
        return CodeBlock.of("$>$>\"\"\"\n$L\"\"\"$<$<", block);
    }

    private static String escape(String line) {
        return line.replace("\\", "\\\\").replace("\"\"\"", "\"\"\\\"");
    }

    private static List<List<String>> chunks(List<String> lines) {
        List<List<String>> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        int bytes = 0;
        for (String line : lines) {
            for (String part : parts(line)) {
                int length = part.codePoints().map(TextBlock::bytes).sum();
                if (bytes + length > MAX_BYTES) {
                    chunks.add(chunk);
                    chunk = new ArrayList<>();
                    bytes = 0;
                }
                chunk.add(part);
                bytes += length;
            }
        }
        chunks.add(chunk);
        return chunks;
    }

    /** Splits a line that is too long for one string constant. Each split is within a word. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int bytes = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            boolean withinWord = i > begin && isWord(line.codePointBefore(i)) && isWord(line.codePointAt(i));
            if (bytes > MAX_PART && withinWord) {
                parts.add(line.substring(begin, i));
                begin = i;
                bytes = 0;
            }
            bytes += bytes(line.codePointAt(i));
        }
        parts.add(line.substring(begin));
        return parts;
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    /**
     * Returns the number of bytes that a character occupies in a class file. Supplementary characters are written as
     * two surrogates.
     */
    private static int bytes(int c) {
        if (c < 0x80) {
            return c == 0 ? 2 : 1;
        } else if (c < 0x800) {
            return 2;
        }
        return c < 0x10000 ? 3 : 6;
    }
}
