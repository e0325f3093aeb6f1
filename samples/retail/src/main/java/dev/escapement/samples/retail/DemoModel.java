package dev.escapement.samples.retail;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.samples.retail.shop.Order;
import dev.escapement.samples.retail.shop.OrderCodec;
import dev.escapement.samples.retail.shop.OrderStatus;
import dev.escapement.samples.retail.tool.CancelPendingOrder;
import dev.escapement.samples.retail.tool.CancelPendingOrderSpec;
import dev.escapement.samples.retail.tool.FindUserIdByEmail;
import dev.escapement.samples.retail.tool.FindUserIdByEmailSpec;
import dev.escapement.samples.retail.tool.GetOrderDetails;
import dev.escapement.samples.retail.tool.GetOrderDetailsSpec;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A rule-based model that lets the sample run offline. Its rules can only cancel an order. Like a real model, this one
 * is stateless and decides from the messages alone.
 */
final class DemoModel implements Model {

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern ORDER = Pattern.compile("#\\w+");
    private static final String QUESTION = "Shall I? (yes/no)";
    private static final String REASON = "ordered by mistake";

    @Override
    public ModelReply reply(ModelRequest request) {
        List<Message> messages = request.messages();
        return messages.get(messages.size() - 1).accept(new NextTurn(messages));
    }

    /** A visitor that returns the reply to the last message of a conversation. */
    private record NextTurn(List<Message> messages) implements Message.Visitor<ModelReply> {

        @Override
        public ModelReply user(Message.User message) {
            if (isAnswerToQuestion()) {
                return message.text().toLowerCase(Locale.ROOT).startsWith("yes")
                        ? call(CancelPendingOrderSpec.INSTANCE, new CancelPendingOrder(orderId(), REASON))
                        : ModelReply.text("Then everything stays as it is.");
            }
            if (messages.stream().anyMatch(Message.ToolAnswer.class::isInstance)) {
                return ModelReply.text("You are welcome. Goodbye!");
            }
            Optional<String> email = last(EMAIL);
            if (email.isEmpty() || last(ORDER).isEmpty()) {
                return ModelReply.text("Please tell me your e-mail address and the number of the order.");
            }
            return call(FindUserIdByEmailSpec.INSTANCE, new FindUserIdByEmail(email.get()));
        }

        @Override
        public ModelReply toolAnswer(Message.ToolAnswer message) {
            if (message.failed()) {
                return ModelReply.text("I am sorry, that did not work. " + message.text());
            }
            return OrderCodec.INSTANCE
                    .decode(message.text())
                    .fold(
                            accepted -> ModelReply.text(aboutOrder(accepted.value())),
                            rejected -> call(GetOrderDetailsSpec.INSTANCE, new GetOrderDetails(orderId())));
        }

        @Override
        public ModelReply assistant(Message.Assistant message) {
            throw new IllegalArgumentException("The last message of a request cannot be a reply of the model.");
        }

        private boolean isAnswerToQuestion() {
            return messages.size() > 1
                    && messages.get(messages.size() - 2) instanceof Message.Assistant before
                    && before.text().endsWith(QUESTION);
        }

        private String aboutOrder(Order order) {
            if (order.status() == OrderStatus.CANCELLED) {
                return order.orderId() + " is cancelled, and your money is on its way. Anything else?";
            }
            return mayCancel(order)
                    ? proposal(order)
                    : "I am sorry, " + order.orderId() + " is not an order that you can cancel.";
        }

        private boolean mayCancel(Order order) {
            boolean isOwn = messages.stream()
                    .anyMatch(message -> message instanceof Message.ToolAnswer answer
                            && answer.text().equals(order.userId()));
            return isOwn && order.status() == OrderStatus.PENDING;
        }

        private String orderId() {
            return last(ORDER).orElseThrow();
        }

        /** Returns the last match of a pattern in the customer's messages, if any. */
        private Optional<String> last(Pattern pattern) {
            return messages.stream()
                    .filter(Message.User.class::isInstance)
                    .flatMap(message ->
                            pattern.matcher(((Message.User) message).text()).results())
                    .map(MatchResult::group)
                    .reduce((earlier, later) -> later);
        }

        private <T> ModelReply call(ToolSpec<T> tool, T arguments) {
            return ModelReply.call("call-" + messages.size(), tool.name(), tool.encode(arguments));
        }
    }

    private static String proposal(Order order) {
        StringBuilder proposal = new StringBuilder("I can cancel " + order.orderId() + ":\n");
        order.items().forEach(item -> proposal.append("- ").append(item.name()).append('\n'));
        order.paymentHistory()
                .forEach(payment -> proposal.append(String.format(
                        Locale.ROOT, "%.2f go back to %s.\n", payment.amount(), payment.paymentMethodId())));
        return proposal + "The reason on record will be: " + REASON + ". " + QUESTION;
    }
}
