package dev.escapement.server.threads;

import dev.escapement.content.Content;
import dev.escapement.engine.RecordedRequest;
import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.server.body.ModelInputBody;
import dev.escapement.server.body.ModelInputBody.InputCall;
import dev.escapement.server.body.ModelInputBody.InputMessage;
import dev.escapement.server.body.ModelInputBody.InputTool;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;

/** The bodies for recorded requests to the model. */
final class ModelInputs {
    private ModelInputs() {}

    /** {@return the body for a request} */
    static ModelInputBody of(int position, RecordedRequest recorded) {
        return new ModelInputBody(
                position,
                recorded.request().prompt(),
                recorded.request().messages().stream()
                        .map(message -> message.accept(MessageBodies.INSTANCE))
                        .toList(),
                recorded.request().tools().stream().map(ModelInputs::tool).toList(),
                recorded.recordedSha256(),
                List.copyOf(recorded.currentSha256()),
                recorded.isComparable() ? Optional.of(recorded.matches()) : Optional.empty());
    }

    private static InputTool tool(ToolSpec<?> tool) {
        return new InputTool(tool.name(), tool.description(), new JsonText(tool.schema(Dialect.JSON_SCHEMA)));
    }

    /** A visitor that returns the body of a message. */
    private enum MessageBodies implements Message.Visitor<InputMessage> {
        INSTANCE;

        @Override
        public InputMessage user(Message.User message) {
            return new InputMessage(
                    "user",
                    message.text(),
                    Content.filesOf(message.content()),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public InputMessage assistant(Message.Assistant message) {
            List<InputCall> calls = message.calls().stream()
                    .map(call -> new InputCall(call.id(), call.tool(), call.arguments()))
                    .toList();
            return new InputMessage("assistant", message.text(), List.of(), calls, Optional.empty(), Optional.empty());
        }

        @Override
        public InputMessage toolAnswer(Message.ToolAnswer message) {
            return new InputMessage(
                    "tool",
                    message.text(),
                    Content.filesOf(message.content()),
                    List.of(),
                    Optional.of(message.callId()),
                    Optional.of(message.failed()));
        }
    }
}
