package dev.escapement.restate.kill;

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
 * A model whose replies depend on the input and on the number of earlier replies only. An order that begins with {@link
 * #SHIP} is a single shipment.
 */
final class ParcelModel implements Model {

    /** The beginning of the input of a single shipment. */
    static final String SHIP = "ship";

    private static final int MIN_REPLIES = 3;
    private static final int MORE_REPLIES = 3;
    private static final List<List<String>> REPLIES = List.of(
            List.of("weigh_parcel", "weigh_parcel"),
            List.of("label_parcel"),
            List.of("book_truck", "ship_parcel"),
            List.of("ship_parcel"),
            List.of("ask_recipient", "weigh_parcel", "ship_parcel"),
            List.of("ask_recipient"),
            List.of("inspect_parcel", "label_parcel"),
            List.of("book_truck"));

    @Override
    public ModelReply reply(ModelRequest request) {
        int turn = (int) request.messages().stream()
                .filter(message -> message instanceof Message.Assistant)
                .count();
        if (request.prompt().equals(ParcelInspector.PROMPT)) {
            return reply(turn, List.of("report_inspection"));
        }
        List<List<String>> plan = plan(((Message.User) request.messages().get(0)).text());
        return reply(turn, turn < plan.size() ? plan.get(turn) : List.of("close_order"));
    }

    private static ModelReply reply(int turn, List<String> tools) {
        List<Call> calls = new ArrayList<>();
        for (String tool : tools) {
            String id = "c" + turn + "-" + calls.size();
            calls.add(new Call(id, tool, "{\"parcel\":\"parcel " + id + "\"}"));
        }
        return new ModelReply("", calls, Usage.NONE);
    }

    private static List<List<String>> plan(String order) {
        if (order.startsWith(SHIP)) {
            return List.of(List.of("ship_parcel"));
        }
        Random random = new Random(order.hashCode());
        List<List<String>> plan = new ArrayList<>();
        int replies = MIN_REPLIES + random.nextInt(MORE_REPLIES);
        for (int i = 0; i < replies; i++) {
            plan.add(REPLIES.get(random.nextInt(REPLIES.size())));
        }
        return plan;
    }
}
