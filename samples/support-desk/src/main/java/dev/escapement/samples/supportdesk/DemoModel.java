package dev.escapement.samples.supportdesk;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A rule-based model that lets the sample run offline. Its rules match patterns in the messages of both agents. */
final class DemoModel implements Model {

    private static final Pattern ORDER = Pattern.compile("B-\\d+");
    private static final Pattern PRICE = Pattern.compile("\"totalCents\":(\\d+)");
    private static final Pattern REQUEST = Pattern.compile("Refund (\\d+) cents of order (B-\\d+)");
    private static final Pattern REPORT = Pattern.compile("\"text\":\"([^\"]*)\"");

    @Override
    public ModelReply reply(ModelRequest request) {
        List<Message> messages = request.messages();
        boolean isClerk = request.tools().contains(PayRefundSpec.INSTANCE);
        Message.Visitor<ModelReply> next = isClerk ? new ClerkTurn(messages) : new DeskTurn(messages);
        return messages.get(messages.size() - 1).accept(next);
    }

    /** The rules of the agent {@link HelpDesk}. */
    private record DeskTurn(List<Message> messages) implements Message.Visitor<ModelReply> {

        @Override
        public ModelReply user(Message.User message) {
            String order = first(ORDER, List.of(message), 0);
            return order.isEmpty()
                    ? ModelReply.text("Which order is it about? The number looks like B-2001.")
                    : call(messages, FindPurchaseSpec.INSTANCE, new FindPurchase(order));
        }

        @Override
        public ModelReply toolAnswer(Message.ToolAnswer answer) {
            List<Message> last = List.of(answer);
            String price = first(PRICE, last, 1);
            String request = words(messages.get(0));
            String words = request.toLowerCase(Locale.ROOT);
            if (price.isEmpty()) {
                String report = first(REPORT, last, 1);
                return answer(report.isEmpty() ? words(answer) : report);
            } else if (words.contains("refund") || words.contains("broken") || words.contains("money back")) {
                String order = first(ORDER, messages, 0);
                return call(
                        messages, PassOnRefundSpec.INSTANCE, new PassOnRefund(order, Long.parseLong(price), request));
            }
            return answer("Your order is on its way. The carrier delivers it tomorrow.");
        }

        @Override
        public ModelReply assistant(Message.Assistant message) {
            throw new IllegalArgumentException("The last message of a request cannot be a reply of the model.");
        }

        private ModelReply answer(String text) {
            return call(messages, AnswerTicketSpec.INSTANCE, new AnswerTicket(text));
        }
    }

    /** The rules of the agent {@link RefundClerk}. */
    private record ClerkTurn(List<Message> messages) implements Message.Visitor<ModelReply> {

        @Override
        public ModelReply user(Message.User message) {
            List<Message> last = List.of(message);
            String cents = first(REQUEST, last, 1);
            return cents.isEmpty()
                    ? ModelReply.text("Which refund shall I pay?")
                    : call(
                            messages,
                            PayRefundSpec.INSTANCE,
                            new PayRefund(first(REQUEST, last, 2), Long.parseLong(cents)));
        }

        @Override
        public ModelReply toolAnswer(Message.ToolAnswer answer) {
            String text = words(answer).contains("amountCents")
                    ? "The refund for order " + first(ORDER, messages, 0) + " is on its way to you."
                    : "The refund was not paid. " + words(answer);
            return call(messages, ReportRefundSpec.INSTANCE, new ReportRefund(text));
        }

        @Override
        public ModelReply assistant(Message.Assistant message) {
            throw new IllegalArgumentException("The last message of a request cannot be a reply of the model.");
        }
    }

    /** A visitor that returns the text of a message, without the tags of notices. */
    private static final class Words implements Message.Visitor<String> {

        @Override
        public String user(Message.User message) {
            return message.text();
        }

        @Override
        public String assistant(Message.Assistant message) {
            return "";
        }

        @Override
        public String toolAnswer(Message.ToolAnswer answer) {
            return answer.text().replaceAll("</?notice>", "");
        }
    }

    private static String words(Message message) {
        return message.accept(new Words());
    }

    /** Returns a group of the first match in the messages of people and tools, or an empty text if nothing matches. */
    private static String first(Pattern pattern, List<Message> messages, int group) {
        Function<MatchResult, String> text = match -> match.group(group);
        return messages.stream()
                .map(DemoModel::words)
                .flatMap(words -> pattern.matcher(words).results())
                .map(text)
                .findFirst()
                .orElse("");
    }

    private static <T> ModelReply call(List<Message> messages, ToolSpec<T> tool, T arguments) {
        return ModelReply.call("call_" + messages.size(), tool.name(), tool.encode(arguments));
    }
}
