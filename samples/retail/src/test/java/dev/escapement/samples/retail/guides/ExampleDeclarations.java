package dev.escapement.samples.retail.guides;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Declarations that complete the examples in Javadoc.
 *
 * @param sources the source of each declaration, by the name that it declares
 */
record ExampleDeclarations(Map<String, String> sources) {

    /** The first line of a declaration: of a type, a method, a field or the constructor of {@code Example}. */
    private static final Pattern DECLARATION = Pattern.compile("(?m)^(?:public |private |final )*"
            + "(?:(?<kind>record|class|enum|interface) (?<type>\\w+)|[\\w<>]+ (?<method>\\w+)\\("
            + "|Orders (?<field>\\w+);|(?<constructor>Example)\\()");

    /** The types of an application that examples refer to. */
    static final ExampleDeclarations TYPES = of("""
            /** Looks an order up by its number. */
            @Tool
            record LookUpOrder(@Describe("Order number, like A-1042") String orderId) {}

            /** Refunds an order. */
            @Tool
            record IssueRefund(@Describe("Order number") String orderId, @Describe("Cents") long amountCents) {}

            /** Asks the customer a question. */
            @Tool
            record AskCustomer(@Describe("The question") String question) {}

            /** Closes the case. */
            @Tool
            record CloseCase(@Describe("Summary of the case") String summary) {}

            @Codec
            record Order(String orderId, String state) {}

            record Receipt(String orderId, long amountCents) {}

            record CustomerReply(String text) {}

            record CaseClosed(String summary) {}

            record Mail(String from, String text) {}

            /** Searches the mails. */
            @Tool
            record SearchMail(@Describe("The words") String words) {}

            /** Writes a draft. */
            @Tool
            record WriteDraft(
                    @Describe("The topic") String topic,
                    @Describe("The round") int round,
                    @Describe("The remarks") String remarks) {}

            /** Assesses a draft. */
            @Tool
            record ReviewDraft(
                    @Describe("The topic") String topic,
                    @Describe("The round") int round,
                    @Describe("The text") String text) {}

            /** Submits a draft. */
            @Tool
            record SubmitDraft(@Describe("The text") String text) {}

            record Draft(String text) {}

            @Agent
            class Writer {
                @Prompt
                String prompt() { return "You write."; }

                @Step
                Finish<Draft> submit(SubmitDraft call) { return Finish.with(new Draft(call.text())); }
            }

            final class OrderNotFound extends Exception {
                private static final long serialVersionUID = 1L;
            }

            interface Orders {
                Order find(String orderId) throws OrderNotFound;

                List<Order> open();

                Receipt refund(String orderId, long amountCents, String key);
            }

            interface Assistant {
                String chat(String message);
            }
            """);

    /** The members of an agent that examples of other members require. */
    static final ExampleDeclarations MEMBERS = of("""
            private final Orders orders;

            Example(Orders orders) { this.orders = orders; }

            @Prompt
            String prompt() { return "You handle refunds."; }

            @Step(effect = Effect.READ)
            Order lookUp(LookUpOrder call) throws OrderNotFound { return orders.find(call.orderId()); }

            @Step(effect = Effect.DESTRUCTIVE)
            Receipt refund(IssueRefund call, StepContext context) {
                return orders.refund(call.orderId(), call.amountCents(), context.idempotencyKey());
            }

            @Gate
            Verdict review(IssueRefund call) { return Verdict.ask("Refund?"); }

            @Step
            String assess(ReviewDraft call) { return call.text(); }

            @Step
            Pause<CustomerReply> ask(AskCustomer call) { return Pause.asking(call.question()); }

            @Step
            Finish<CaseClosed> close(CloseCase call) { return Finish.with(new CaseClosed(call.summary())); }
            """);

    /** Reads declarations that are separated by empty lines. */
    private static ExampleDeclarations of(String text) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String declaration : text.split("\\n\\n(?=\\S)")) {
            sources.put(name(declaration), declaration);
        }
        return new ExampleDeclarations(sources);
    }

    /** Returns whether a text declares a type. */
    static boolean isType(String text) {
        Matcher declaration = DECLARATION.matcher(text);
        return declaration.find() && declaration.group("kind") != null;
    }

    /** Returns the name that a text declares. */
    static String name(String text) {
        Matcher declaration = DECLARATION.matcher(text);
        if (!declaration.find()) {
            throw new IllegalArgumentException("The text does not begin with a declaration: " + text);
        }
        return Stream.of("type", "method", "field", "constructor")
                .map(declaration::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the sources of the declarations whose names occur in a text, and of those that they use, except some. */
    String usedIn(String text, Set<String> names) {
        Set<String> used = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(text));
        while (!open.isEmpty()) {
            String user = open.remove();
            sources.forEach((name, source) -> {
                if (user.contains(name) && !names.contains(name) && used.add(name)) {
                    open.add(source);
                }
            });
        }
        Set<String> others = new HashSet<>(sources.keySet());
        others.removeAll(used);
        return without(others);
    }

    /** Returns the sources of all declarations except some. */
    String without(Set<String> names) {
        return sources.entrySet().stream()
                .filter(declaration -> !names.contains(declaration.getKey()))
                .map(declaration -> declaration.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
