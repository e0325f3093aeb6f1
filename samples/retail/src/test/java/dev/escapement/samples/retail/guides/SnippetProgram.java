package dev.escapement.samples.retail.guides;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program formed by the Java blocks of one document. A comment in the line before a fence states how the block is
 * used:
 *
 * <ul>
 *   <li>none: the block declares types. Its package is the one that it declares, else the one of the block before. A
 *       block without imports gets those of {@link #IMPORTS}.
 *   <li>{@code compile: Runner runner, String id}: the block has statements; the comment lists the variables that they
 *       use.
 *   <li>{@code within: final class Desk { … }}: the block has members of the class in the comment.
 *   <li>{@code rejected: ESC022}: the processor reports exactly these problems for the block.
 *   <li>{@code generated: DeskLoop}: the block is an excerpt of the file that is generated from the other blocks. A
 *       line with only {@code …} represents omitted lines.
 *   <li>{@code excerpt: src/test/java/Desk.java}: the block is an excerpt of this file, whose path is relative to the
 *       module of the document and which another module compiles. Lines may be omitted as above.
 *   <li>{@code not compiled: reason}.
 * </ul>
 */
final class SnippetProgram {

    /** The imports of blocks that do not declare any. */
    private static final String IMPORTS = Stream.of(
                    "dev.escapement",
                    "dev.escapement.anthropic",
                    "dev.escapement.cli",
                    "dev.escapement.content",
                    "dev.escapement.engine",
                    "dev.escapement.gemini",
                    "dev.escapement.http",
                    "dev.escapement.jdbc",
                    "dev.escapement.json",
                    "dev.escapement.langchain4j",
                    "dev.escapement.model",
                    "dev.escapement.openai",
                    "dev.escapement.opentelemetry",
                    "dev.escapement.restate",
                    "dev.escapement.run",
                    "dev.escapement.server",
                    "dev.escapement.testkit",
                    "dev.escapement.thread",
                    "dev.escapement.tool",
                    "java.math",
                    "java.nio.file",
                    "java.time",
                    "java.util")
            .map(name -> "import " + name + ".*; ")
            .collect(Collectors.joining());

    private static final String DEFAULT_PACKAGE = "guide";

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+);");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s+[^;]+;$");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:@\\w+(?:\\(.*\\))?\\s+)*(?:(?:public|final|abstract|sealed|non-sealed|static)\\s+)*"
                    + "(?:class|interface|record|enum|@interface)\\s+\\w+");

    /**
     * An excerpt of a generated file.
     *
     * @param type the simple name of the generated class
     * @param block the block
     */
    record Excerpt(String type, FencedBlock block) {}

    /**
     * An excerpt of a file of the repository.
     *
     * @param path the path, relative to the module of the document
     * @param block the block
     */
    record FileExcerpt(String path, FencedBlock block) {}

    /**
     * A block for which the processor reports problems.
     *
     * @param source the block
     * @param ids the ids of the problems
     */
    record Refusal(SnippetSource source, Set<String> ids) {}

    private final MarkdownDocument document;
    private final List<SnippetSource> sources = new ArrayList<>();
    private final List<Excerpt> excerpts = new ArrayList<>();
    private final List<FileExcerpt> fileExcerpts = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<FencedBlock> notCompiled = new ArrayList<>();
    private String packageName;

    private SnippetProgram(MarkdownDocument document, String packageName) {
        this.document = document;
        this.packageName = packageName;
    }

    /**
     * Returns the program of a document.
     *
     * @throws IllegalArgumentException if a block has neither types nor a comment, or has an unknown comment; the
     *     message names the line
     */
    static SnippetProgram of(MarkdownDocument document) {
        return of(document, DEFAULT_PACKAGE);
    }

    /**
     * Returns the program of a document.
     *
     * @param packageName the package of blocks before the first that declares one
     * @throws IllegalArgumentException as for {@link #of(MarkdownDocument)}
     */
    static SnippetProgram of(MarkdownDocument document, String packageName) {
        SnippetProgram program = new SnippetProgram(document, packageName);
        document.blocks().stream().filter(FencedBlock::isJava).forEach(program::add);
        return program;
    }

    MarkdownDocument document() {
        return document;
    }

    /** Returns whether there is nothing to compile or to compare. */
    boolean isEmpty() {
        return sources.isEmpty() && excerpts.isEmpty() && fileExcerpts.isEmpty() && refusals.isEmpty();
    }

    List<SnippetSource> sources() {
        return sources;
    }

    List<Excerpt> excerpts() {
        return excerpts;
    }

    List<FileExcerpt> fileExcerpts() {
        return fileExcerpts;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<FencedBlock> notCompiled() {
        return notCompiled;
    }

    private void add(FencedBlock block) {
        String parameters = null;
        String within = null;
        Set<String> rejected = new TreeSet<>();
        for (String comment : block.comments()) {
            String[] marker = comment.split(":", 2);
            String value = marker.length == 1 ? "" : marker[1].strip();
            switch (marker[0]) {
                case "compile" -> parameters = value;
                case "within" -> within = value;
                case "rejected" -> rejected.addAll(Arrays.asList(value.split(",\\s*")));
                case "generated" -> {
                    excerpts.add(new Excerpt(value, block));
                    return;
                }
                case "excerpt" -> {
                    fileExcerpts.add(new FileExcerpt(value, block));
                    return;
                }
                case "not compiled" -> {
                    notCompiled.add(block);
                    return;
                }
                default -> throw unusable(block, "has the unknown comment \"" + comment + "\"");
            }
        }
        SnippetSource source = source(block, parameters, within);
        if (rejected.isEmpty()) {
            sources.add(source);
        } else {
            refusals.add(new Refusal(source, rejected));
        }
    }

    private SnippetSource source(FencedBlock block, @Nullable String parameters, @Nullable String within) {
        if (parameters != null) {
            String around = "class Snippet" + block.line() + " { void run(" + parameters + ") throws Exception { … } }";
            return wrapped(block, around);
        } else if (within != null) {
            return wrapped(block, within);
        }
        Matcher declared = PACKAGE.matcher(block.text());
        if (declared.find()) {
            packageName = declared.group(1);
            return new SnippetSource(block.text(), packageName, block, 0);
        } else if (!TYPE.matcher(block.text()).find()) {
            throw unusable(block, "declares no type and has no comment that states how it is compiled");
        }
        String imports = IMPORT.matcher(block.text()).find() ? "" : IMPORTS;
        return new SnippetSource(
                "package " + packageName + "; " + imports + "\n" + block.text(), packageName, block, 1);
    }

    /**
     * Returns a block inserted in place of the ellipsis. Imports remain at the beginning, and an empty line keeps their
     * place.
     */
    private SnippetSource wrapped(FencedBlock block, String around) {
        int ellipsis = around.indexOf('…');
        if (ellipsis < 0) {
            throw unusable(block, "has a comment without an ellipsis for its place");
        }
        StringBuilder imports = new StringBuilder(IMPORTS);
        IMPORT.matcher(block.text())
                .results()
                .forEach(found -> imports.append(found.group()).append(' '));
        String before = "package " + packageName + "; " + imports
                + around.substring(0, ellipsis).replace('\n', ' ');
        String body = IMPORT.matcher(block.text()).replaceAll("");
        return new SnippetSource(before + "\n" + body + "\n" + around.substring(ellipsis + 1), packageName, block, 1);
    }

    private IllegalArgumentException unusable(FencedBlock block, String fault) {
        return new IllegalArgumentException(document.path() + ", line " + block.line() + ": the Java block " + fault);
    }
}
