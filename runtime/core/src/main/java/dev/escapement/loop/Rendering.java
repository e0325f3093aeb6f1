package dev.escapement.loop;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonReader;
import dev.escapement.json.JsonWriter;
import dev.escapement.model.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The default rendering of a thread: what the model is shown of it.
 *
 * <p>The input and the person's words become messages of the user, the model's replies become its own messages, and
 * each answer to a call becomes an answer of the tool. A result that is a JSON string is shown bare, any other as JSON
 * text. The only words that are added: {@value #ERROR} before what is wrong with a call, and {@value #DONE} for a step
 * that returns nothing.
 */
public final class Rendering {

    /** Stands before the reason of a rejected call and the message of a failed step. */
    public static final String ERROR = "Error: ";

    /** The answer of a step that returns nothing. */
    public static final String DONE = "Done.";

    private Rendering() {}

    /**
     * Renders a thread as the messages of a conversation.
     *
     * @param thread the thread
     * @return the messages, oldest first
     */
    public static List<Message> messages(AgentThread thread) {
        List<Message> messages = new ArrayList<>();
        for (Event event : thread.events()) {
            if (event instanceof Event.Started started) {
                messages.add(new Message.User(started.input()));
            } else if (event instanceof Event.ReplyReceived received) {
                messages.add(new Message.User(received.text()));
            } else if (event instanceof Event.ModelReplied replied) {
                messages.add(new Message.Assistant(replied.text(), replied.calls()));
            } else if (event instanceof Event.Answer answer) {
                messages.add(answer(answer));
            }
        }
        return messages;
    }

    private static Message.ToolAnswer answer(Event.Answer answer) {
        if (answer instanceof Event.CallRejected rejected) {
            return new Message.ToolAnswer(rejected.callId(), ERROR + rejected.reason(), true);
        }
        if (answer instanceof Event.StepFailed failed) {
            return new Message.ToolAnswer(failed.callId(), ERROR + failed.message(), true);
        }
        if (answer instanceof Event.StepReturned returned) {
            return new Message.ToolAnswer(returned.callId(), result(returned.result()), false);
        }
        Event.Finished finished = (Event.Finished) answer;
        return new Message.ToolAnswer(finished.callId(), result(finished.result()), false);
    }

    /**
     * Renders the result of a step.
     *
     * @param json the result as JSON text; empty for a step that returns nothing
     * @return what the model is shown
     */
    public static String result(String json) {
        if (json.isEmpty()) {
            return DONE;
        }
        return json.startsWith("\"") && STRING.decode(json) instanceof Decoded.Accepted<String> text
                ? text.value()
                : json;
    }

    private static final JsonCodec<String> STRING = new JsonCodec<>() {
        @Override
        public @Nullable String read(JsonReader in) {
            return in.readString();
        }

        @Override
        public void write(JsonWriter out, String value) {
            out.writeString(value);
        }
    };
}
