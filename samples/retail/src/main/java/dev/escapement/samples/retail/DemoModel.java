package dev.escapement.samples.retail;

import dev.escapement.json.Decoded;
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
 * A scripted stand-in for a language model, so that the sample runs offline. It is not a language model: a handful of
 * rules that can cancel an order and nothing else. Like a real one it keeps no state and decides by what it is shown.
 */
final class DemoModel implements Model {

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern ORDER = Pattern.compile("#\\w+");
    private static final String QUESTION = "Shall I? (yes/no)";
    private static final String REASON = "ordered by mistake";

    @Override
    public ModelReply reply(ModelRequest request) {
        List<Message> messages = request.messages();
        Message last = messages.get(messages.size() - 1);
        if (last instanceof Message.ToolAnswer answer) {
            return afterAnswer(messages, answer);
        }
        if (last instanceof Message.User said) {
            return afterWords(messages, said.text());
        }
        throw new IllegalArgumentException("a model is asked after words or an answer, not after " + last);
    }

    private static ModelReply afterWords(List<Message> messages, String words) {
        boolean asked = messages.size() > 1
                && messages.get(messages.size() - 2) instanceof Message.Assistant before
                && before.text().endsWith(QUESTION);
        if (asked) {
            return words.toLowerCase(Locale.ROOT).startsWith("yes")
                    ? call(messages, CancelPendingOrderSpec.INSTANCE, new CancelPendingOrder(order(messages), REASON))
                    : ModelReply.text("Then everything stays as it is.");
        }
        if (messages.stream().anyMatch(Message.ToolAnswer.class::isInstance)) {
            return ModelReply.text("You are welcome. Goodbye!");
        }
        Optional<String> email = said(messages, EMAIL);
        if (email.isEmpty() || said(messages, ORDER).isEmpty()) {
            return ModelReply.text("Please tell me your e-mail address and the number of the order.");
        }
        return call(messages, FindUserIdByEmailSpec.INSTANCE, new FindUserIdByEmail(email.get()));
    }

    private static ModelReply afterAnswer(List<Message> messages, Message.ToolAnswer answer) {
        if (answer.failed()) {
            return ModelReply.text("I am sorry, that did not work. " + answer.text());
        }
        if (!(OrderCodec.INSTANCE.decode(answer.text()) instanceof Decoded.Accepted<Order> decoded)) {
            return call(messages, GetOrderDetailsSpec.INSTANCE, new GetOrderDetails(order(messages)));
        }
        Order order = decoded.value();
        if (order.status() == OrderStatus.CANCELLED) {
            return ModelReply.text(order.orderId() + " is cancelled, and your money is on its way. Anything else?");
        }
        if (!mayCancel(messages, order)) {
            return ModelReply.text("I am sorry, " + order.orderId() + " is not an order that you can cancel.");
        }
        return ModelReply.text(proposal(order));
    }

    private static boolean mayCancel(List<Message> messages, Order order) {
        boolean own = messages.stream()
                .anyMatch(message -> message instanceof Message.ToolAnswer answer
                        && answer.text().equals(order.userId()));
        return own && order.status() == OrderStatus.PENDING;
    }

    private static String proposal(Order order) {
        StringBuilder proposal = new StringBuilder("I can cancel " + order.orderId() + ":\n");
        order.items().forEach(item -> proposal.append("- ").append(item.name()).append('\n'));
        order.paymentHistory()
                .forEach(payment -> proposal.append(String.format(
                        Locale.ROOT, "%.2f go back to %s.\n", payment.amount(), payment.paymentMethodId())));
        return proposal + "The reason on record will be: " + REASON + ". " + QUESTION;
    }

    private static String order(List<Message> messages) {
        return said(messages, ORDER).orElseThrow();
    }

    /** What the customer said last that fits a pattern. */
    private static Optional<String> said(List<Message> messages, Pattern pattern) {
        return messages.stream()
                .filter(Message.User.class::isInstance)
                .flatMap(message ->
                        pattern.matcher(((Message.User) message).text()).results())
                .map(MatchResult::group)
                .reduce((earlier, later) -> later);
    }

    private static <T> ModelReply call(List<Message> messages, ToolSpec<T> tool, T arguments) {
        return ModelReply.call("call-" + messages.size(), tool.name(), tool.encode(arguments));
    }
}
