package dev.escapement.samples.quickstart;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-in for a language model, so that the sample runs offline: a few rules that look at the last message and know
 * nothing of language. It first refunds one cent more than a cheap order cost, to show how an agent is corrected.
 */
final class DemoModel implements Model {

    private static final Pattern ORDER_NUMBER = Pattern.compile("A-\\d+");
    private static final Pattern SKU = Pattern.compile("\"sku\":\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"totalCents\":(\\d+)");

    @Override
    public ModelReply reply(ModelRequest request) {
        List<Message> messages = request.messages();
        Message last = messages.get(messages.size() - 1);
        String id = "call_" + messages.size();
        if (last instanceof Message.User user) {
            Matcher order = ORDER_NUMBER.matcher(user.text());
            return order.find()
                    ? ModelReply.call(id, "look_up_order", "{\"orderId\":\"" + order.group() + "\"}")
                    : ModelReply.text("Which order is it about? The number looks like A-1042.");
        }
        String answer = ((Message.ToolAnswer) last).text();
        String orderId = orderIn(messages);
        Matcher total = TOTAL.matcher(answer);
        if (total.find()) {
            long cents = Long.parseLong(total.group(1));
            return refund(id, orderId, cents < 100_00 ? cents + 1 : cents);
        }
        Matcher limit = Pattern.compile("between 1 and (\\d+) cents").matcher(answer);
        if (limit.find()) {
            return refund(id, orderId, Long.parseLong(limit.group(1)));
        }
        if (answer.contains("receiptId")) {
            String skus = "[\"" + skuIn(messages) + "\"]";
            return ModelReply.call(id, "notify_warehouse", "{\"orderId\":\"" + orderId + "\",\"skus\":" + skus + "}");
        }
        if (answer.startsWith("Refused")) {
            return close(id, "Order " + orderId + " was not refunded. " + answer);
        }
        return answer.startsWith("Error")
                ? ModelReply.text("I could not find that order. Is the number right?")
                : close(id, "Refunded order " + orderId + " in full: it arrived damaged.");
    }

    private static ModelReply close(String id, String summary) {
        return ModelReply.call(id, "close_case", CloseCaseSpec.INSTANCE.encode(new CloseCase(summary)));
    }

    private static ModelReply refund(String id, String orderId, long cents) {
        return ModelReply.call(
                id,
                "issue_refund",
                "{\"orderId\":\"" + orderId + "\",\"amountCents\":" + cents + ",\"reason\":\"DAMAGED\"}");
    }

    private static String skuIn(List<Message> messages) {
        for (Message message : messages) {
            Matcher sku = SKU.matcher(message instanceof Message.ToolAnswer answer ? answer.text() : "");
            if (sku.find()) {
                return sku.group(1);
            }
        }
        return "";
    }

    private static String orderIn(List<Message> messages) {
        for (Message message : messages) {
            Matcher order = ORDER_NUMBER.matcher(message instanceof Message.User user ? user.text() : "");
            if (order.find()) {
                return order.group();
            }
        }
        return "";
    }
}
