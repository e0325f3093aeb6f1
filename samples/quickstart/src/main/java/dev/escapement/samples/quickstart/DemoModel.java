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
 * nothing of language. It first refunds more than the order cost, to show how an agent is corrected.
 */
final class DemoModel implements Model {

    private static final Pattern ORDER_NUMBER = Pattern.compile("A-\\d+");
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
            return refund(id, orderId, Long.parseLong(total.group(1)) + 1);
        }
        Matcher limit = Pattern.compile("between 1 and (\\d+) cents").matcher(answer);
        if (limit.find()) {
            return refund(id, orderId, Long.parseLong(limit.group(1)));
        }
        if (answer.contains("receiptId")) {
            return ModelReply.call(id, "notify_warehouse", "{\"orderId\":\"" + orderId + "\",\"skus\":[\"LAMP-3\"]}");
        }
        return answer.startsWith("Error")
                ? ModelReply.text("I could not find that order. Is the number right?")
                : ModelReply.call(
                        id,
                        "close_case",
                        "{\"summary\":\"Refunded order " + orderId + " in full: it arrived damaged.\"}");
    }

    private static ModelReply refund(String id, String orderId, long cents) {
        return ModelReply.call(
                id,
                "issue_refund",
                "{\"orderId\":\"" + orderId + "\",\"amountCents\":" + cents + ",\"reason\":\"DAMAGED\"}");
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
