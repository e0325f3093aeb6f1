package dev.escapement.restate;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.List;

/**
 * A model for tests, whose reply depends on the number of earlier replies only.
 *
 * @param tools the tools that {@link LedgerDesk} calls one after the other, before it closes the case
 */
record LedgerModel(List<String> tools) implements Model {

    static LedgerModel of(String... tools) {
        return new LedgerModel(List.of(tools));
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        int turn = (int) request.messages().stream()
                .filter(message -> message instanceof Message.Assistant)
                .count();
        String id = "c" + turn;
        if (request.prompt().contains("audit")) {
            return ModelReply.call(id, "report_audit", "{\"result\": \"fine\"}");
        } else if (turn >= tools.size()) {
            return ModelReply.call(id, "close_ledger", "{\"summary\": \"done\"}");
        }
        return ModelReply.call(id, tools.get(turn), "{\"account\": \"a-1\"}");
    }
}
