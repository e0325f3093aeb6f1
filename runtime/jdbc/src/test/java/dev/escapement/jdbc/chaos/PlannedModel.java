package dev.escapement.jdbc.chaos;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A model whose replies are a function of the conversation. The input of a thread is {@code order} and its replies,
 * separated by spaces; a reply is a list of tools, separated by commas, or {@code text}. After the last one, the model
 * closes the order. All calls of {@link ChaosStep#BOOK} in a thread have equal arguments, and the others different ones.
 */
final class PlannedModel implements Model {

    private static final List<String> REPLIES = List.of(
            "count,count,reserve",
            "book",
            "post",
            "post,book",
            "charge",
            "charge,count,charge",
            "ask",
            "ask,count,post",
            "poll",
            "poll,reserve",
            "plan",
            "reserve,post,charge",
            "text");

    /** Returns a random input. */
    static String randomInput(Random random, int replies) {
        StringBuilder input = new StringBuilder("order");
        for (int i = 0; i < replies; i++) {
            input.append(' ').append(REPLIES.get(random.nextInt(REPLIES.size())));
        }
        return input.toString();
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        String[] plan = ((Message.User) request.messages().get(0)).text().split(" ");
        int position = 1;
        for (Message message : request.messages()) {
            position += message instanceof Message.Assistant ? 1 : 0;
        }
        String reply = position < plan.length ? plan[position] : "close";
        if (reply.equals("text")) {
            return ModelReply.text("Shall I continue?");
        }
        List<Call> calls = new ArrayList<>();
        for (String tool : reply.split(",")) {
            String id = "c" + position + "-" + calls.size();
            ChaosStep step = ChaosStep.of(tool);
            calls.add(new Call(id, tool, step.tool().encode(step == ChaosStep.BOOK ? "room" : "item " + id)));
        }
        return new ModelReply("", calls, Usage.NONE);
    }
}
