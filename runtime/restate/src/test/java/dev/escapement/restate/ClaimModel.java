package dev.escapement.restate;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.Map;

/**
 * A model for {@link ClaimDesk}. The first word of the input determines the tool that it calls; after the answer, it closes
 * the claim.
 *
 * @param release the release of the application, with which the model closes the claim
 */
record ClaimModel(String release) implements Model {

    /** The tools for the first words of the input. For the word {@code message}, the model asks for a message. */
    static final Map<String, String> TOOLS = Map.of(
            "pay", "pay_claim",
            "wire", "wire_claim",
            "reserve", "reserve_claim",
            "colour", "ask_colour",
            "size", "ask_size",
            "soon", "ask_soon",
            "audit", "audit_claim",
            "file", "file_claim",
            "inspect", "inspect_claim");

    @Override
    public ModelReply reply(ModelRequest request) {
        if (request.prompt().contains("audit")) {
            return ModelReply.call("s0", "sign_audit", "{\"claim\":\"any\"}");
        }
        int users = 0;
        int answers = 0;
        String input = "";
        for (Message message : request.messages()) {
            if (message instanceof Message.User user) {
                input = users == 0 ? String.valueOf(user.content()) : input;
                users++;
            } else if (message instanceof Message.ToolAnswer) {
                answers++;
            }
        }
        String first =
                TOOLS.keySet().stream().filter(input::contains).findFirst().orElse("");
        if (first.isEmpty() && users == 1) {
            return ModelReply.text("Which claim?");
        }
        return answers == 0 && !first.isEmpty()
                ? ModelReply.call("c0", TOOLS.get(first), "{\"claim\":\"one\"}")
                : ModelReply.call("c" + (answers + 1), "close_claim", "{\"summary\":\"" + release + "\"}");
    }
}
