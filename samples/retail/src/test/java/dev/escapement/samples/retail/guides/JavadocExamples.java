package dev.escapement.samples.retail.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The examples in the Javadoc of the published modules. An example declares a type, declares a method of an agent, or
 * consists of statements. All examples may use the types of {@link
 * ExampleDeclarations#TYPES}. Statements may use the variables of {@link
 * #VARIABLES} without declaring them, and a method is compiled with the other members of {@link
 * ExampleDeclarations#MEMBERS}.
 */
final class JavadocExamples {

    /** The variables that an example may use, with their types. */
    private static final Map<String, String> VARIABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("admins", "Set<String>"),
            Map.entry("bytes", "byte[]"),
            Map.entry("contents", "ContentStore"),
            Map.entry("canonicalSchema", "String"),
            Map.entry("context", "StepContext"),
            Map.entry("conversion", "java.util.function.Function<JsonText, Optional<JsonText>>"),
            Map.entry("dataSource", "javax.sql.DataSource"),
            Map.entry("delivered", "Start"),
            Map.entry("head", "ServerRequest"),
            Map.entry("identities", "Map<String, Identity>"),
            Map.entry("in", "java.io.InputStream"),
            Map.entry("inbox", "ThreadInbox"),
            Map.entry("index", "ThreadIndex"),
            Map.entry("chatModel", "dev.langchain4j.model.chat.ChatModel"),
            Map.entry("key", "String"),
            Map.entry("loop", "AgentLoop"),
            Map.entry("model", "Model"),
            Map.entry("openTelemetry", "io.opentelemetry.api.OpenTelemetry"),
            Map.entry("order", "Order"),
            Map.entry("orders", "Orders"),
            Map.entry("parent", "AgentThread"),
            Map.entry("payload", "String"),
            Map.entry("primary", "Model"),
            Map.entry("request", "ModelRequest"),
            Map.entry("response", "java.net.http.HttpResponse<String>"),
            Map.entry("runner", "Runner"),
            Map.entry("secondary", "Model"),
            Map.entry("server", "AgentServer"),
            Map.entry("shown", "String"),
            Map.entry("store", "FileThreadStore"),
            Map.entry("thread", "AgentThread"),
            Map.entry("token", "String")));

    /** The imports of single types, of whose packages other types have the names of ours. */
    private static final String IMPORTS = Stream.of(
                    "dev.langchain4j.agent.tool.ToolSpecification",
                    "dev.langchain4j.service.AiServices",
                    "dev.langchain4j.service.tool.ToolExecutor",
                    "java.net.URI")
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());

    /** The module whose examples use Spring, which is not on the class path; its own tests have the same code. */
    private static final Path SPRING = Path.of("runtime", "spring");

    private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\\n(.*?)\\n\\s*\\*\\s*}</pre>");
    private static final Pattern MARGIN = Pattern.compile("(?m)^\\s*\\* ?");

    private JavadocExamples() {}

    /** Returns the sources of the published modules that have examples, sorted by their paths. */
    static List<MarkdownDocument> all() {
        try (Stream<Path> files = Files.walk(MarkdownFiles.ROOT.resolve("runtime"))) {
            return files.map(MarkdownFiles.ROOT::relativize)
                    .filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().replace('\\', '/').contains("/src/main/java/"))
                    .filter(path -> !path.startsWith(SPRING))
                    .sorted()
                    .map(path -> of(path, read(path)))
                    .filter(document -> !document.blocks().isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the examples of a source, preceded by the types that they use. */
    static MarkdownDocument of(Path path, String source) {
        List<FencedBlock> blocks = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(source);
        while (example.find()) {
            int line = (int) source.substring(0, example.start(1)).lines().count() + 1;
            blocks.add(block(line, MARGIN.matcher(example.group(1)).replaceAll("")));
        }
        String types = ExampleDeclarations.TYPES.usedIn(blocks.toString(), declared(blocks));
        if (!types.isEmpty()) {
            blocks.add(0, new FencedBlock(0, "java", List.of(), types));
        }
        return new MarkdownDocument(path, blocks, "");
    }

    private static FencedBlock block(int line, String text) {
        if (ExampleDeclarations.isType(text)) {
            return new FencedBlock(line, "java", List.of(), text);
        } else if (text.startsWith("@")) {
            String others = ExampleDeclarations.MEMBERS.without(Set.of(ExampleDeclarations.name(text)));
            return new FencedBlock(line, "java", List.of("within: @Agent class Example { … " + others + "}"), text);
        }
        return new FencedBlock(line, "java", List.of("compile: " + parameters(text)), IMPORTS + text);
    }

    private static Set<String> declared(List<FencedBlock> blocks) {
        return blocks.stream()
                .filter(block -> block.comments().isEmpty())
                .map(block -> ExampleDeclarations.name(block.text()))
                .collect(Collectors.toSet());
    }

    /** Returns the variables that statements use without declaring them, as a list of parameters. */
    private static String parameters(String text) {
        return VARIABLES.entrySet().stream()
                .filter(variable -> uses(text, variable.getKey()) && !declares(text, variable.getKey()))
                .map(variable -> variable.getValue() + " " + variable.getKey())
                .collect(Collectors.joining(", "));
    }

    private static boolean uses(String text, String name) {
        return Pattern.compile("(?<![\\w.\"])" + name + "\\b").matcher(text).find();
    }

    private static boolean declares(String text, String name) {
        String declaration = "[\\w>]\\s+" + name + "\\s*(?:[=:;,)])|\\b" + name + "\\s*->|[(,]\\s*" + name
                + "\\s*(?:,\\s*\\w+\\s*)?\\)\\s*->";
        return Pattern.compile(declaration).matcher(text).find();
    }

    private static String read(Path path) {
        try {
            return Files.readString(MarkdownFiles.ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
