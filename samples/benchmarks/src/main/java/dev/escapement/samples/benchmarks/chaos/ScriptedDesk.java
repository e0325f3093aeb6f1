package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A model whose replies are a function of the conversation. It follows a plan that the input determines, and repeats
 * calls that failed, at most twice.
 */
final class ScriptedDesk implements Model {

    /** The prefix of inputs whose plan is one charge. */
    static final String RACE = "race";

    private static final int RETRIES = 2;
    private static final int MIN_REPLIES = 3;
    private static final int MORE_REPLIES = 4;
    private static final List<List<String>> REPLIES = List.of(
            List.of("count_stock", "count_stock"),
            List.of("reserve_stock"),
            List.of("book_carrier", "charge_card"),
            List.of("charge_card"),
            List.of("ask_customer", "count_stock", "charge_card"),
            List.of("plan_delivery"),
            List.of("plan_delivery", "reserve_stock"),
            List.of("charge_card", "count_stock", "book_carrier", "charge_card"),
            List.of("ask_customer"),
            List.of("unknown_tool", "count_stock"),
            List.of()); // text: the thread waits for a message

    @Override
    public ModelReply reply(ModelRequest request) {
        String order = ((Message.User) request.messages().get(0)).text();
        List<List<String>> plan = plan(order);
        int position = 0;
        int retries = 0;
        List<Call> failed = List.of();
        for (ScriptedTurn exchange : exchanges(request.messages())) {
            failed = exchange.failed();
            boolean repeats = !failed.isEmpty() && (retries < RETRIES || position >= plan.size());
            retries = repeats ? retries + 1 : 0;
            position += repeats ? 0 : 1;
            failed = repeats ? failed : List.of();
        }
        if (!failed.isEmpty()) {
            return new ModelReply("", withNewIds(failed, position, retries), Usage.NONE);
        }
        return reply(order, plan, position);
    }

    private static ModelReply reply(String order, List<List<String>> plan, int position) {
        if (position >= plan.size()) {
            return ModelReply.call("c" + position, "close_delivery", arguments(order, position, 0, "close_delivery"));
        }
        List<String> tools = plan.get(position);
        List<Call> calls = new ArrayList<>();
        for (String tool : tools) {
            int index = calls.size();
            calls.add(new Call("c" + position + "-" + index, tool, arguments(order, position, index, tool)));
        }
        return new ModelReply(calls.isEmpty() ? "Shall I continue?" : "", calls, Usage.NONE);
    }

    private static List<List<String>> plan(String order) {
        if (order.startsWith(RACE)) {
            return List.of(List.of("charge_card"));
        }
        Random random = new Random(order.hashCode());
        List<List<String>> plan = new ArrayList<>();
        int replies = MIN_REPLIES + random.nextInt(MORE_REPLIES);
        for (int i = 0; i < replies; i++) {
            plan.add(REPLIES.get(random.nextInt(REPLIES.size())));
        }
        return plan;
    }

    private static String arguments(String order, int position, int index, String tool) {
        String item = "{\"item\":\"" + order + "/" + position + "/" + index + "\"";
        return tool.equals("charge_card") ? item + ",\"cents\":" + (100 + position) + "}" : item + "}";
    }

    private static List<Call> withNewIds(List<Call> calls, int position, int retries) {
        List<Call> repeated = new ArrayList<>();
        for (Call call : calls) {
            repeated.add(
                    new Call("r" + position + "-" + retries + "-" + repeated.size(), call.tool(), call.arguments()));
        }
        return repeated;
    }

    private static List<ScriptedTurn> exchanges(List<Message> messages) {
        List<ScriptedTurn> exchanges = new ArrayList<>();
        for (Message message : messages) {
            if (message instanceof Message.Assistant assistant) {
                exchanges.add(new ScriptedTurn(assistant.calls(), new HashSet<>()));
            } else if (message instanceof Message.ToolAnswer answer && answer.failed()) {
                exchanges.get(exchanges.size() - 1).failures().add(answer.callId());
            }
        }
        return exchanges;
    }

    /** A reply, and the ids of its calls that failed. */
    private record ScriptedTurn(List<Call> calls, Set<String> failures) {

        List<Call> failed() {
            return calls.stream().filter(call -> failures.contains(call.id())).toList();
        }
    }
}
