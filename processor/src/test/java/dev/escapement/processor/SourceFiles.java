package dev.escapement.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A writer of source files, each named after the first type in its source. */
final class SourceFiles {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^[\\w@(). -]*\\b(?:class|record|interface|enum) (\\w+)");
    private static final Pattern MODULE = Pattern.compile("(?m)^module ");

    /**
     * Sources of every kind of generated class: a tool with each kind of component, two mutually recursive codecs and
     * an agent.
     */
    static final List<String> EVERYTHING = List.of("""
            package shop;

            import com.fasterxml.jackson.annotation.JsonCreator;
            import com.fasterxml.jackson.annotation.JsonProperty;
            import com.fasterxml.jackson.annotation.JsonValue;
            import dev.escapement.Codec;
            import dev.escapement.Describe;
            import dev.escapement.Naming;
            import dev.escapement.Tool;
            import java.math.BigDecimal;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import org.jspecify.annotations.Nullable;

            /**
             * Places an order; "quotes", \\ and {@code <markup>} included.
             *
             * @param text a text
             * @param flag a flag
             * @param count how many
             * @param big how many at most
             * @param share a share
             * @param amount an amount
             * @param reason why
             * @param channel where
             * @param lines the lines
             * @param prices the prices
             * @param note a note
             * @param remark a remark
             * @param payment how it is paid
             * @param tree a tree
             */
            @Tool(naming = Naming.SNAKE_CASE)
            public record PlaceOrder(
                    String text,
                    boolean flag,
                    int count,
                    long big,
                    double share,
                    @JsonProperty("the_amount") BigDecimal amount,
                    Reason reason,
                    Channel channel,
                    List<Line> lines,
                    Map<String, BigDecimal> prices,
                    Optional<String> note,
                    @Nullable String remark,
                    Payment payment,
                    Tree tree) {

                public enum Reason {
                    NEW,
                    @JsonProperty("again") REORDER
                }

                public enum Channel {
                    @JsonProperty("shop") SHOP,
                    @JsonProperty("web") WEB;

                    @JsonValue
                    public String text() {
                        return this == SHOP ? "shop" : "web";
                    }

                    @JsonCreator
                    public static Channel of(String text) {
                        return text.equals("shop") ? SHOP : WEB;
                    }
                }

                public record Line(@Describe("what") String sku, int quantityOrdered) {}

                public record Tree(String name, List<Tree> children) {}
            }
            """, """
            package shop;

            import com.fasterxml.jackson.annotation.JsonTypeInfo;
            import com.fasterxml.jackson.annotation.JsonTypeName;
            import dev.escapement.Codec;

            @Codec
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
            public sealed interface Payment {

                @JsonTypeName("card")
                record Card(String number, Country country) implements Payment {}

                record Cash() implements Payment {}
            }
            """, """
            package shop;

            import dev.escapement.Codec;

            @Codec
            public enum Country {
                NL,
                PT
            }
            """, """
            package shop;

            import dev.escapement.Agent;
            import dev.escapement.Approval;
            import dev.escapement.Context;
            import dev.escapement.Effect;
            import dev.escapement.Gate;
            import dev.escapement.Prefetch;
            import dev.escapement.Prompt;
            import dev.escapement.Step;
            import dev.escapement.Tool;
            import dev.escapement.Trigger;
            import dev.escapement.thread.AgentThread;
            import dev.escapement.Finish;
            import dev.escapement.Pause;
            import dev.escapement.StepContext;
            import dev.escapement.Verdict;
            import java.io.IOException;
            import java.util.List;
            import java.util.Optional;

            @SuppressWarnings({"ESC043", "ESC044"})
            @Agent(maxSteps = 9, maxCost = "2.50", maxTime = "PT1H")
            public class Desk {
                public sealed interface Next permits Count, Clean {}

                record Hidden(String text, List<Hidden> more) {}

                /** Decides. */
                @Tool
                public record Decide() {}

                /** Counts again. */
                @Tool
                public record Recount() {}

                /** Asks. */
                @Tool
                public record Ask() {}

                /** Asks for a country. */
                @Tool
                public record AskCountry() {}

                @Trigger
                String mail(Hidden message) {
                    return message.text();
                }

                @Trigger
                String pay(Payment payment) {
                    return "Paid";
                }

                @Prefetch
                List<Country> countries(AgentThread thread) throws IOException {
                    return List.of();
                }

                @Context
                String context(AgentThread thread) {
                    return "";
                }

                @Gate
                Verdict review(Next call, AgentThread thread) {
                    return Verdict.proceed();
                }

                @Gate
                Verdict review(Clean call) throws IOException {
                    return Verdict.proceed();
                }

                @Step
                Next decide(Decide call) {
                    return new Clean();
                }

                @Step
                Count recount(Recount call) throws IOException {
                    return new Count();
                }

                @Approval("Ask?")
                @Step
                Pause<Hidden> ask(Ask call) {
                    return Pause.asking("?");
                }

                @Step
                Pause<Country> askCountry(AskCountry call) {
                    return Pause.asking("Where?");
                }

                /** Counts. */
                @Tool
                public record Count() implements Next {}

                /** Cleans. */
                @Tool
                public record Clean() implements Next {}

                /** Closes. */
                @Tool
                public record Close() {}

                @Prompt
                String prompt() {
                    return "You take orders.";
                }

                @Step
                Optional<List<Payment>> order(PlaceOrder call, StepContext context) throws IOException {
                    return Optional.empty();
                }

                @Step(effect = Effect.READ)
                int count(Count call) {
                    return 1;
                }

                @Step
                void clean(Clean call) throws IOException, IllegalStateException {}

                @Step
                Finish<PlaceOrder.Line> close(Close call) {
                    return Finish.with(new PlaceOrder.Line("", 1));
                }
            }
            """);

    private SourceFiles() {}

    static List<Path> write(Path folder, String... texts) throws IOException {
        return write(folder, List.of(texts));
    }

    static List<Path> write(Path folder, List<String> texts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            Path file = folder.resolve(fileName(text));
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, text));
        }
        return files;
    }

    private static String fileName(String text) {
        if (MODULE.matcher(text).find()) {
            return "module-info.java";
        }
        return className(text).replace('.', '/') + ".java";
    }

    /** Returns the qualified name of the first type in a source. */
    static String className(String text) {
        Matcher packageName = PACKAGE.matcher(text);
        Matcher type = TYPE.matcher(text);
        if (!type.find()) {
            throw new IllegalArgumentException("no type in " + text);
        }
        return (packageName.find() ? packageName.group(1) + "." : "") + type.group(1);
    }
}
