package dev.escapement.samples.retail;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model of the front desk and of its sub-agents that makes the recorded calls of a task. Each call is made by the agent
 * that has the tool; a tool that both sub-agents have is called by the one that makes the next change. The reply depends on
 * the request alone: its first message identifies the thread.
 */
final class DeskScripts implements Model {

    /** The id of a recorded call begins with this text, and continues with its position in the task. */
    static final String CALL_ID = "step-";

    private static final Set<String> PENDING = Set.of(
            "cancel_pending_order",
            "modify_pending_order_address",
            "modify_pending_order_items",
            "modify_pending_order_payment");
    private static final Set<String> DELIVERED =
            Set.of("exchange_delivered_order_items", "return_delivered_order_items");
    private static final Set<String> BOTH =
            Set.of("get_order_details", "get_product_details", "get_item_details", "calculate");

    /** An agent of the tree. */
    private enum Desk {
        FRONT(""),
        PENDING_ORDERS("serve_pending_orders"),
        DELIVERED_ORDERS("serve_delivered_orders");

        /** The tool with which the front desk delegates to this agent. */
        private final String tool;

        Desk(String tool) {
            this.tool = tool;
        }
    }

    private final Map<String, List<ModelReply>> scripts = new HashMap<>();

    /**
     * Creates a model.
     *
     * @param input the message of the customer
     * @param steps the recorded calls
     */
    DeskScripts(String input, List<Map<String, Object>> steps) {
        List<ModelReply> front = new ArrayList<>();
        List<ModelReply> desk = front;
        Desk before = Desk.FRONT;
        for (int i = 0; i < steps.size(); i++) {
            Desk next = responsible(steps, i, before);
            if (next != before) {
                desk = next == Desk.FRONT ? front : delegated(input, front, next, i);
            }
            desk.add(ModelReply.call(
                    CALL_ID + i, name(steps, i), PythonJson.dumps(steps.get(i).get("arguments"))));
            before = next;
        }
        scripts.put(input, front);
        scripts.values().forEach(script -> script.add(ModelReply.text("That is done.")));
    }

    private List<ModelReply> delegated(String input, List<ModelReply> front, Desk desk, int from) {
        String request = input + ", from call " + from;
        front.add(ModelReply.call("desk-" + from, desk.tool, PythonJson.dumps(Map.of("request", request))));
        List<ModelReply> script = new ArrayList<>();
        scripts.put(request, script);
        return script;
    }

    private static Desk responsible(List<Map<String, Object>> steps, int index, Desk before) {
        for (int i = index; i < steps.size(); i++) {
            String name = name(steps, i);
            if (PENDING.contains(name)) {
                return Desk.PENDING_ORDERS;
            } else if (DELIVERED.contains(name)) {
                return Desk.DELIVERED_ORDERS;
            } else if (i == index && !BOTH.contains(name)) {
                return Desk.FRONT;
            }
        }
        return before == Desk.FRONT ? Desk.PENDING_ORDERS : before;
    }

    private static String name(List<Map<String, Object>> steps, int index) {
        return (String) steps.get(index).get("name");
    }

    /** Returns the number of threads that the calls need. */
    int threads() {
        return scripts.size();
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        List<Message> messages = request.messages();
        String input = ((Message.User) messages.get(0)).text();
        long replied =
                messages.stream().filter(Message.Assistant.class::isInstance).count();
        return scripts.get(input).get((int) replied);
    }
}
