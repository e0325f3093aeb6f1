package dev.escapement.samples.quickstart;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule-based model that lets the sample run offline. Its rules match patterns in the messages. The model first
 * refunds one cent more than the total of a small order, to show how a model corrects itself.
 */
final class DemoModel implements Model {

    private static final Pattern ORDER_NUMBER = Pattern.compile("A-\\d+");
    private static final Pattern SKU = Pattern.compile("\"sku\":\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"totalCents\":(\\d+)");
    private static final Pattern LIMIT = Pattern.compile("between 1 and (\\d+) cents");

    @Override
    public ModelReply reply(ModelRequest request) {
        List<Message> messages = request.messages();
        return messages.get(messages.size() - 1).accept(new NextTurn(messages));
    }

    /** A visitor that returns the reply to the last message of a conversation. */
    private record NextTurn(List<Message> messages) implements Message.Visitor<ModelReply> {

        @Override
        public ModelReply user(Message.User message) {
            Matcher order = ORDER_NUMBER.matcher(message.text());
            return order.find()
                    ? call("look_up_order", "{\"orderId\":\"" + order.group() + "\"}")
                    : ModelReply.text("Which order is it about? The number looks like A-1042.");
        }

        @Override
        public ModelReply toolAnswer(Message.ToolAnswer message) {
            String answer = message.text().replaceAll("</?notice>", "");
            Matcher total = TOTAL.matcher(answer);
            if (total.find()) {
                long cents = Long.parseLong(total.group(1));
                return refund(cents < 100_00 ? cents + 1 : cents);
            }
            Matcher limit = LIMIT.matcher(answer);
            if (limit.find()) {
                return refund(Long.parseLong(limit.group(1)));
            }
            if (answer.contains("receiptId")) {
                return call("notify_warehouse", "{\"orderId\":\"" + orderId() + "\",\"skus\":[\"" + sku() + "\"]}");
            }
            if (answer.startsWith("Refused")) {
                return close("Order " + orderId() + " was not refunded. " + answer);
            }
            return answer.startsWith("Error")
                    ? ModelReply.text("I could not find that order. Is the number right?")
                    : close("Refunded order " + orderId() + " in full: it arrived damaged.");
        }

        @Override
        public ModelReply assistant(Message.Assistant message) {
            throw new IllegalArgumentException("The last message of a request cannot be a reply of the model.");
        }

        private ModelReply refund(long cents) {
            return call(
                    "issue_refund",
                    "{\"orderId\":\"" + orderId() + "\",\"amountCents\":" + cents + ",\"reason\":\"DAMAGED\"}");
        }

        private ModelReply close(String summary) {
            return call("close_case", CloseCaseSpec.INSTANCE.encode(new CloseCase(summary)));
        }

        private ModelReply call(String tool, String arguments) {
            return ModelReply.call("call_" + messages.size(), tool, arguments);
        }

        private String orderId() {
            return first(ORDER_NUMBER, Message.User.class, Message.User::text);
        }

        private String sku() {
            return first(SKU, Message.ToolAnswer.class, Message.ToolAnswer::text);
        }

        /** Returns the first match of a pattern in the messages of a given type, or an empty string if none matches. */
        private <M extends Message> String first(Pattern pattern, Class<M> type, Function<M, String> text) {
            return messages.stream()
                    .filter(type::isInstance)
                    .map(message -> text.apply(type.cast(message)))
                    .flatMap(words -> pattern.matcher(words).results())
                    .map(match -> match.group(match.groupCount()))
                    .findFirst()
                    .orElse("");
        }
    }
}
